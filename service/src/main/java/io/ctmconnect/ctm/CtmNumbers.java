package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * CTM's endpoints for tracking numbers. Every method throws {@link CtmException} when CTM does not answer as asked; after
 * {@link CtmException.Unavailable} and {@link CtmException.TimedOut} a write may have been done all the same.
 */
@Singleton
public class CtmNumbers {
    private final CtmMemory memory;

    CtmNumbers(CtmMemory memory) {
        this.memory = memory;
    }

    /**
     * One page of the account's numbers.
     *
     * @param page from 1
     * @param perPage 1 to 100
     * @param number E.164, to find this one only; null for all
     */
    public CtmPage<CtmNumber> page(CtmAccess access, String account, int page, int perPage, @Nullable String number) {
        var asked = new CtmPage.Asked(page, perPage);
        Map<String, String> query = asked.query();
        if (number != null) {
            query.put("number", number);
        }
        CtmRequest request = CtmRequest.get(Endpoint.NUMBERS, numbers(account), query, access.keys());
        JsonNode answer = memory.read(request, access, Topic.setup(account)).json();
        return CtmPage.of(answer, "numbers", asked, CtmNumber::of);
    }

    /** One number with its routing. */
    public CtmNumber get(CtmAccess access, String account, String number) {
        CtmRequest request = CtmRequest.get(Endpoint.NUMBER, numbers(account) + "/" + number, Map.of(), access.keys());
        return named(memory.read(request, access, Topic.setup(account)).json());
    }

    /** Numbers that can be bought. */
    public List<NumberOffer> search(CtmAccess access, String account, NumberSearch search) {
        CtmRequest request = CtmRequest.get(
                Endpoint.SEARCH_NUMBERS, numbers(account) + "/search", search.parameters(), access.keys());
        return NumberOffer.all(
                memory.read(request, access, Topic.setup(account)).json());
    }

    /**
     * Buys a number. It costs money.
     *
     * @param number E.164
     */
    public CtmNumber buy(CtmAccess access, String account, String number) {
        String json =
                CtmAnswers.JSON.createObjectNode().put("phone_number", number).toString();
        CtmRequest request = CtmRequest.postJson(Endpoint.BUY_NUMBER, numbers(account), json, access.keys());
        return named(memory.write(request, access, account));
    }

    /** Routes a number. */
    public void route(CtmAccess access, String account, String number, RouteOrder order) {
        CtmRequest request = CtmRequest.postJson(
                Endpoint.ROUTE_NUMBER,
                numbers(account) + "/" + number + "/update_number",
                order.json().toString(),
                access.keys());
        memory.write(request, access, account);
    }

    /** Gives a number back to CTM. */
    public void release(CtmAccess access, String account, String number) {
        CtmRequest request = CtmRequest.delete(Endpoint.RELEASE_NUMBER, numbers(account) + "/" + number, access.keys());
        memory.write(request, access, account);
    }

    private static String numbers(String account) {
        return "/accounts/" + account + "/numbers";
    }

    /** A number is flat, and wrapped after a write; the flat one has a field of the wrapper's name. */
    private static CtmNumber named(JsonNode answer) {
        return CtmNumber.of(CtmAnswers.unwrapped(answer, "number"))
                .orElseThrow(() -> new CtmException.Unavailable("CTM's answer names no number"));
    }
}
