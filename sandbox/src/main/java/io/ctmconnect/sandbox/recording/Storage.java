package io.ctmconnect.sandbox.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.fault.Delivery;
import io.ctmconnect.sandbox.fault.Fault;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.RequestReader;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.journal.Journal;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.World;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for CTM's storage of recordings: signed links, and like S3 no {@code Authorization} header beside them. */
public final class Storage implements HttpHandler {

    /** Where recordings are. */
    static final String PREFIX = "/recordings/";

    private static final Pattern PATH = Pattern.compile(PREFIX + "(\\d+)/(\\d{1,18})\\.(wav|mp3)");
    private static final long MEBIBYTE = 1 << 20;

    private final Supplier<World> world;
    private final Switches switches;
    private final Links links;
    private final Faults faults;
    private final Journal journal;

    /** The storage of a world's recordings. */
    public Storage(Supplier<World> world, Switches switches, Links links, Faults faults, Journal journal) {
        this.world = world;
        this.switches = switches;
        this.links = links;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = RequestReader.read(exchange);
            Optional<Fault> fault = faults.strike(request);
            Outgoing answer = fault.flatMap(struck -> struck.effect().instead())
                    .map(Outgoing::of)
                    .orElseGet(() -> answer(exchange, request));
            journal.add(
                    request, "nobody", answer.status(), fault.map(Fault::kind).orElse(""));
            answer.send(exchange, fault.map(Fault::effect));
        } catch (Refused refused) {
            Delivery.send(exchange, refused.response());
        }
    }

    private Outgoing answer(HttpExchange exchange, Request request) {
        if (!request.authorization().isEmpty()) {
            return Outgoing.of(error(400, "InvalidArgument: Only one auth mechanism allowed"));
        }
        String signature = request.params().text("signature");
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !links.isGood(request.path(), request.params().text("expires"), signature)) {
            return Outgoing.of(error(403, "AccessDenied"));
        }
        Optional<Activity> call = world.get()
                .account(path.group(1))
                .flatMap(account -> world.get().log(account).find(Long.parseLong(path.group(2))));
        String type = path.group(3).equals("mp3") ? "audio/mpeg" : "audio/wav";
        return call.map(activity -> Outgoing.of(exchange, wav(activity), type))
                .orElseGet(() -> Outgoing.of(error(404, "NoSuchKey")));
    }

    private Wav wav(Activity call) {
        int mebibytes = switches.now().recordingMib();
        return mebibytes > 0
                ? Wav.ofSize(call.id(), mebibytes * MEBIBYTE)
                : Wav.lasting(call.id(), call.number("talk_time"));
    }

    private static Response error(int status, String code) {
        return Response.text(status, "application/xml", "<Error><Code>" + code + "</Code></Error>");
    }
}
