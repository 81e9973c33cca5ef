package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.world.Account;

import java.util.List;

/** An account as CTM prints it. */
final class AccountJson {

    private static final List<String> LINKED = List.of(
            "voice_menus",
            "numbers",
            "user_licenses",
            "receiving_numbers",
            "sources",
            "users",
            "webhooks",
            "calls",
            "queues",
            "schedules",
            "geo_routes");

    private AccountJson() {}

    /** As in {@code GET /accounts}. */
    static ObjectNode item(Account account, String base) {
        String url = base + "/accounts/" + account.id();
        ObjectNode item = Json.object()
                .put("id", account.id())
                .put("name", account.name())
                .put("user_role", "admin")
                .put("status", account.status())
                .put("created", Rails.time(account.created()))
                .put("updated", Rails.time(account.canceled().orElse(account.created())))
                .put("canceled", account.canceled().map(Rails::time).orElse(null))
                .put("agency_id", account.agencyId())
                .put("url", url + ".json");
        LINKED.forEach(name -> item.put(name + "_url", url + "/" + name + ".json"));
        return item;
    }

    /** As in {@code GET /accounts/:id}. */
    static ObjectNode detail(Account account, boolean statusAsArray) {
        ObjectNode detail = Json.object().put("id", account.id()).put("name", account.name());
        if (statusAsArray) {
            detail.putArray("status").add(account.status());
        } else {
            detail.put("status", account.status());
        }
        detail.put("agency_id", account.agencyId())
                .put("website", account.website())
                .put("timezone", account.railsZone())
                .put("timezone_name", account.zone().getId())
                .put("shared_billing", true)
                .putObject("balance")
                .put("cents", account.balanceCents());
        return detail;
    }
}
