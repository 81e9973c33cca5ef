package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.behaviour.Behaviour;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Identified;
import io.ctmconnect.sandbox.world.Identity;
import io.ctmconnect.sandbox.world.ReceivingNumber;
import io.ctmconnect.sandbox.world.Shelf;
import io.ctmconnect.sandbox.world.Source;
import io.ctmconnect.sandbox.world.Telephony;
import io.ctmconnect.sandbox.world.TrackingNumber;
import io.ctmconnect.sandbox.world.World;

import java.time.Instant;
import java.util.Map;

/** A request to the API with all that its answer depends on. */
record ApiCall(
        Request request, Map<String, String> vars, Identity identity, World world, Behaviour behaviour, Instant now) {

    /** The address of the API in links. */
    String base() {
        return request.origin() + Api.PREFIX;
    }

    Params params() {
        return request.params();
    }

    String var(String name) {
        return vars.getOrDefault(name, "");
    }

    /** The account in the path, if the caller may see it. */
    Account account() throws Refused {
        Account account = world.account(var("account")).orElseThrow(ApiCall::unknownAccount);
        if (identity.scope().covers(account)) {
            return account;
        }
        throw behaviour.hiddenAccounts() == 403 ? new Refused(Response.error(403, "Forbidden")) : unknownAccount();
    }

    /** The numbers of the account in the path. */
    Telephony telephony() throws Refused {
        return world.telephony(account());
    }

    /** The tracking number in the path. */
    TrackingNumber number() throws Refused {
        return find(telephony().numbers(), var("number"), "number");
    }

    /** The source in the path. */
    Source source() throws Refused {
        return find(telephony().sources(), var("source"), "source");
    }

    /** The receiving number in the path. */
    ReceivingNumber receiver() throws Refused {
        return find(telephony().receivers(), var("receiver"), "receiving number");
    }

    /** What has an opaque id, or CTM's 404 with its name. */
    static <T extends Identified> T find(Shelf<T> shelf, String sid, String name) throws Refused {
        return shelf.find(sid).orElseThrow(() -> new Refused(Response.reason(404, name + " not found")));
    }

    private static Refused unknownAccount() {
        return new Refused(Response.reason(404, "account not found"));
    }
}
