package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.journal.Journal;

/** Shows and forgets what was asked of the API. */
final class JournalLevers implements Levers {

    private final Journal journal;

    JournalLevers(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "/journal", (request, vars) -> show(request.params()))
                .add("DELETE", "/journal", (request, vars) -> clear());
    }

    private Response show(Params params) {
        ObjectNode answer = Json.object();
        ArrayNode entries = answer.putArray("entries");
        journal.find(params.positive("since", 0), params.text("path")).forEach(entry -> entries.add(entry.json()));
        return Response.ok(answer.put("last_seq", journal.last()));
    }

    private Response clear() {
        journal.clear();
        return Response.ok(Json.object().put("status", "success"));
    }
}
