package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fetches recordings. CTM wants its credentials and then sends to its storage, by a link that is good for a short time; the
 * storage refuses credentials, and must not see them.
 */
@Singleton
public class CtmRecordings {
    private static final int MAX_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final CtmClient client;
    private final CtmTransport transport;
    private final RecordingHosts hosts;
    private final String baseUrl;

    CtmRecordings(CtmClient client, CtmTransport transport, CtmSettings settings) {
        this.client = client;
        this.transport = transport;
        this.hosts = new RecordingHosts(settings.apiBaseUrl());
        this.baseUrl = settings.apiBaseUrl().toString();
    }

    /**
     * Opens a call's recording.
     *
     * @param conditions the headers {@code Range} and {@code If-Range} as the caller sent them
     * @return to be closed
     * @throws CtmException {@link CtmException.NotFound} when there is none
     */
    public Recording open(CtmAccess access, String account, Call call, Map<String, String> conditions) {
        URI first = address(account, call);
        Secret basic = hosts.isCtm(first) ? access.keys().basic() : null;
        Lane lane = new Lane(access.connection(), account);
        return client.exchange(Endpoint.RECORDING, lane, timeout -> follow(first, basic, conditions, timeout));
    }

    /** CTM's route for it, by the call's sid; or the storage's address, where CTM gives that at once. */
    private URI address(String account, Call call) {
        String audio = call.audio();
        if (audio == null) {
            throw new CtmException.NotFound("The call has no recording");
        }
        URI base = URI.create(baseUrl + "/");
        URI named = hosts.resolve(base, audio);
        String sid = call.text("sid");
        return hosts.isCtm(named) && sid != null && SID.matcher(sid).matches()
                ? base.resolve("accounts/" + account + "/calls/" + sid + "/recording")
                : named;
    }

    private Recording follow(URI first, @Nullable Secret basic, Map<String, String> conditions, Duration timeout) {
        Deadline deadline = Deadline.in(timeout);
        URI at = first;
        Secret authorization = basic;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            CtmStream answer = transport.open(at, conditions, authorization, deadline.remaining());
            if (!REDIRECTS.contains(answer.status())) {
                return authorization == null ? fromStorage(answer) : fromCtm(answer);
            }
            answer.close();
            at = hosts.resolve(at, answer.header(HttpHeaders.LOCATION));
            authorization = null;
        }
        throw new CtmException.Unavailable("CTM redirects a recording too often");
    }

    private static Recording fromCtm(CtmStream answer) {
        if (isRecording(answer)) {
            return new Recording(answer);
        }
        try (answer) {
            CtmAnswers.read(answer.asError());
            throw new CtmException.Unavailable("CTM answered with something else than a recording");
        }
    }

    /** A refusal by the storage says nothing about the credentials, which it has not seen. */
    private static Recording fromStorage(CtmStream answer) {
        if (isRecording(answer)) {
            return new Recording(answer);
        }
        try (answer) {
            throw answer.status() == 404
                    ? new CtmException.NotFound("The call has no recording")
                    : new CtmException.Unavailable("CTM's storage answered with HTTP " + answer.status());
        }
    }

    /** By its type too: an error page must not pass for a recording. */
    private static boolean isRecording(CtmStream answer) {
        String type = answer.header(HttpHeaders.CONTENT_TYPE);
        String plain = type == null ? "application/octet-stream" : type.toLowerCase(Locale.ROOT);
        boolean isSound = plain.startsWith("audio/")
                || plain.startsWith("application/octet-stream")
                || plain.startsWith("binary/octet-stream");
        return answer.status() == RANGE_NOT_SATISFIABLE
                || (isSound && (answer.status() == 200 || answer.status() == 206));
    }
}
