package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

import java.util.Map;

/**
 * CTM's endpoints for sources. Every method throws {@link CtmException} when CTM does not answer as asked; after {@link
 * CtmException.Unavailable} and {@link CtmException.TimedOut} a write may have been done all the same.
 */
@Singleton
public class CtmSources {
    private static final int METHOD_NOT_ALLOWED = 405;

    private final CtmMemory memory;

    CtmSources(CtmMemory memory) {
        this.memory = memory;
    }

    /**
     * One page of the account's sources.
     *
     * @param page from 1
     * @param perPage 1 to 100
     * @param name a name that CTM may filter by; it may also give others
     */
    public CtmPage<CtmSource> page(CtmAccess access, String account, int page, int perPage, String name) {
        var asked = new CtmPage.Asked(page, perPage);
        Map<String, String> query = asked.query();
        query.put("name", name);
        CtmRequest request = CtmRequest.get(Endpoint.SOURCES, sources(account), query, access.keys());
        JsonNode answer = memory.read(request, access, Topic.setup(account)).json();
        return CtmPage.of(answer, "sources", asked, CtmSource::of);
    }

    /** One source. */
    public CtmSource get(CtmAccess access, String account, String source) {
        CtmRequest request = CtmRequest.get(Endpoint.SOURCE, sources(account) + "/" + source, Map.of(), access.keys());
        JsonNode answer = memory.read(request, access, Topic.setup(account)).json();
        return CtmSource.of(CtmAnswers.unwrapped(answer, "source"))
                .orElseThrow(() -> new CtmException.Unavailable("CTM's answer names no source"));
    }

    /** One page of a source's numbers. */
    public CtmPage<CtmNumber> numbers(CtmAccess access, String account, String source, int page, int perPage) {
        var asked = new CtmPage.Asked(page, perPage);
        CtmRequest request = CtmRequest.get(
                Endpoint.NUMBERS_OF_SOURCE, sources(account) + "/" + source + "/numbers", asked.query(), access.keys());
        JsonNode answer = memory.read(request, access, Topic.setup(account)).json();
        return CtmPage.of(answer, "numbers", asked, CtmNumber::of);
    }

    /**
     * Creates a source.
     *
     * @param fields by CTM's names; {@code name} must be there
     */
    public CreatedSource create(CtmAccess access, String account, Map<String, String> fields) {
        CtmRequest request = CtmRequest.postJson(Endpoint.CREATE_SOURCE, sources(account), json(fields), access.keys());
        return CreatedSource.of(memory.write(request, access, account));
    }

    /**
     * Changes the given fields by PATCH, or by PUT where CTM has no such route: then PATCH has changed nothing.
     *
     * @param fields by CTM's names
     */
    public void update(CtmAccess access, String account, String source, Map<String, String> fields) {
        try {
            update("PATCH", access, account, source, fields);
        } catch (CtmException.NotFound _) {
            update("PUT", access, account, source, fields);
        } catch (CtmException.Rejected e) {
            if (e.status() != METHOD_NOT_ALLOWED) {
                throw e;
            }
            update("PUT", access, account, source, fields);
        }
    }

    private void update(String method, CtmAccess access, String account, String source, Map<String, String> fields) {
        String path = sources(account) + "/" + source;
        CtmRequest request = CtmRequest.json(Endpoint.UPDATE_SOURCE, method, path, json(fields), access.keys());
        memory.write(request, access, account);
    }

    /** Deletes a source; its numbers stay. CTM's word for success is not documented: what is no error is one. */
    public void delete(CtmAccess access, String account, String source) {
        CtmRequest request = CtmRequest.delete(Endpoint.DELETE_SOURCE, sources(account) + "/" + source, access.keys());
        memory.write(request, access, account);
    }

    /** Makes a number the source's; it leaves the one that it had. */
    public void attach(CtmAccess access, String account, String source, String number) {
        String path = sources(account) + "/" + source + "/numbers/" + number + "/add";
        memory.write(CtmRequest.postJson(Endpoint.ATTACH_NUMBER, path, "{}", access.keys()), access, account);
    }

    private static String sources(String account) {
        return "/accounts/" + account + "/sources";
    }

    private static String json(Map<String, String> fields) {
        ObjectNode json = CtmAnswers.JSON.createObjectNode();
        fields.forEach(json::put);
        return json.toString();
    }
}
