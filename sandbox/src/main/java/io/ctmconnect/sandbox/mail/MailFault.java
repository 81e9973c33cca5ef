package io.ctmconnect.sandbox.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.fault.Order;
import io.ctmconnect.sandbox.http.Refused;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A failure that a conversation is to meet.
 *
 * @param spec the order, repeated when faults are listed
 * @param to a regular expression found in the recipient's address; empty fits all
 * @param reply the code to refuse with, 0 to cut the connection without an answer
 * @param afterWork whether a message is kept before that happens
 * @param times how often it strikes, 0 for always
 */
record MailFault(ObjectNode spec, Stage at, Pattern to, int reply, boolean afterWork, int times) {

    private static final int MANY = 1_000_000;

    /** The fault that {@code {at, reply | drop, to?, after_work?, times?}} orders; nonsense is refused. */
    static MailFault read(ObjectNode spec) throws Refused {
        Order order = new Order(spec);
        Stage at = Stage.of(order.text("at", ""))
                .orElseThrow(() -> Refused.badRequest("at must be one of "
                        + Arrays.stream(Stage.values()).map(Stage::word).toList()));
        int reply = order.number("reply", 400, 599, 0);
        if (order.flag("drop") == (reply > 0)) {
            throw Refused.badRequest("either reply or drop must be given");
        }
        MailFault fault = new MailFault(
                spec,
                at,
                pattern(order.text("to", "")),
                reply,
                order.flag("after_work"),
                order.number("times", 1, MANY, 0));
        order.nothingElse();
        return fault;
    }

    private static Pattern pattern(String to) throws Refused {
        try {
            return Pattern.compile(to);
        } catch (PatternSyntaxException e) {
            throw Refused.badRequest("to is not a regular expression: " + e.getDescription());
        }
    }

    boolean drops() {
        return reply == 0;
    }

    /** What is said behind the code. */
    String text() {
        return reply / 100 + ".0.0 refused on purpose";
    }
}
