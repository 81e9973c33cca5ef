package io.ctmconnect.bench;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** A request with an event of 3 kB, made ahead: for each event only the call's id is written into it. Not for several threads. */
final class EventTemplate {
    private static final int BODY_BYTES = 3_000;
    private static final String ID = "9876543210";

    private final byte[] request;
    private final int[] places;

    private EventTemplate(byte[] request) {
        this.request = request;
        String text = new String(request, StandardCharsets.ISO_8859_1);
        places = IntStream.range(0, text.length())
                .filter(at -> text.startsWith(ID, at))
                .toArray();
    }

    static EventTemplate of(Campaign campaign) {
        String event = ("{\"id\":%s,\"sid\":\"CA%s\",\"account_id\":%s,\"direction\":\"inbound\","
                        + "\"call_status\":\"answered\",\"dial_status\":\"answered\",\"duration\":60,\"talk_time\":55,"
                        + "\"unix_time\":1773754951,\"indexed_at\":1773755169.412,\"caller_number\":\"+14105550129\","
                        + "\"transcription_text\":\"")
                .formatted(ID, ID, campaign.ctmAccount());
        return new EventTemplate(
                campaign.request("call.completed", event + "x".repeat(BODY_BYTES - event.length() - 2) + "\"}"));
    }

    /**
     * The request with another call; the same array each time.
     *
     * @param call an id of ten digits
     */
    byte[] of(long call) {
        for (int place : places) {
            long left = call;
            for (int digit = ID.length() - 1; digit >= 0; digit--) {
                request[place + digit] = (byte) ('0' + left % 10);
                left /= 10;
            }
        }
        return request;
    }
}
