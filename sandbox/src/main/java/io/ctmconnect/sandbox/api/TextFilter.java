package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.world.Activity;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free text in {@code search} and {@code filter}, or {@code field:"value"} with a dotted field name. */
final class TextFilter {

    private static final Pattern FIELD = Pattern.compile("([a-z_]+(?:\\.[a-z_]+)*):\"?([^\"]+)\"?");
    private static final Pattern PHONE = Pattern.compile("[+(]*[0-9][-0-9(). ]{3,}");
    private static final List<String> TEXTS = List.of(
            "name", "cnam", "email", "sid", "source", "tracking_label", "business_label", "caller_number_format");
    private static final List<String> NUMBERS = List.of("caller_number", "tracking_number", "business_number");

    private TextFilter() {}

    static Predicate<Activity> of(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        Matcher field = FIELD.matcher(wanted);
        if (wanted.isEmpty()) {
            return activity -> true;
        }
        if (field.matches()) {
            String pointer = "/" + field.group(1).replace('.', '/');
            String value = field.group(2);
            return activity -> holds(activity.row().at(pointer).asText(""), value);
        }
        Predicate<Activity> byText = activity -> TEXTS.stream().anyMatch(name -> holds(activity.text(name), wanted));
        return PHONE.matcher(wanted).matches() ? byText.or(byNumber(wanted.replaceAll("[^0-9]", ""))) : byText;
    }

    private static Predicate<Activity> byNumber(String digits) {
        return activity -> NUMBERS.stream().anyMatch(name -> activity.text(name).contains(digits));
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
