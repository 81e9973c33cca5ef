package io.ctmconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A folder with what a CTM answers always: a login, an account, and a page of 20 calls with so many fields that it has about
 * 26 kB. The calls are the sandbox's.
 */
record CannedAnswers(Path folder, int pageBytes) {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "sid",
            "account_id",
            "name",
            "cnam",
            "contact_number",
            "caller_number",
            "caller_number_format",
            "city",
            "state",
            "country",
            "postal_code",
            "latitude",
            "longitude",
            "source",
            "source_id",
            "medium",
            "keyword",
            "campaign",
            "referrer",
            "location",
            "last_location",
            "tracking_number_id",
            "tracking_number",
            "tracking_number_format",
            "tracking_label",
            "called_at",
            "unix_time",
            "indexed_at",
            "is_new_caller",
            "duration",
            "talk_time",
            "ring_time",
            "direction",
            "call_status",
            "status",
            "dial_status",
            "tag_list",
            "notes",
            "agent",
            "audio",
            "call_path",
            "billed_amount");

    static CannedAnswers in(Path folder) throws IOException, InterruptedException {
        try (Ctm ctm = new Ctm()) {
            byte[] page = withFewerFields(ctm.page()).toString().getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("page.json"), page);
            Files.writeString(folder.resolve("account.json"), ctm.account().toString());
            Files.writeString(folder.resolve("login.json"), "{\"access_key\":\"key\",\"secret\":\"secret\"}");
            return new CannedAnswers(folder, page.length);
        }
    }

    private static ObjectNode withFewerFields(JsonNode page) {
        ObjectNode copy = page.deepCopy();
        copy.putArray("calls")
                .addAll(page.path("calls")
                        .valueStream()
                        .map(CannedAnswers::fewer)
                        .toList());
        return copy;
    }

    private static ObjectNode fewer(JsonNode call) {
        ObjectNode few = JsonNodeFactory.instance.objectNode();
        call.properties().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .forEach(field -> few.set(field.getKey(), field.getValue()));
        return few;
    }
}
