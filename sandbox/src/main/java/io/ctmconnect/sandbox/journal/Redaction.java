package io.ctmconnect.sandbox.journal;

import java.util.regex.Pattern;

/** Blots out the values of names that hold credentials, in a query, a form or JSON, whether it is well formed or not. */
final class Redaction {

    private static final String BLOT = "[redacted]";
    private static final String NAME = "(?i:password|secret|token|access_key|authorization|signature)";
    private static final Pattern FORM = Pattern.compile("((?:^|&)[^=&]*" + NAME + "[^=&]*=)[^&]*");
    private static final Pattern JSON = Pattern.compile(
            "(\"[^\"]*" + NAME + "[^\"]*\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*(?:\"|$)|[^\\s,}\\]\"{\\[]+)");

    private Redaction() {}

    static String of(String text) {
        boolean json =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        return json
                ? JSON.matcher(text).replaceAll("$1\"" + BLOT + "\"")
                : FORM.matcher(text).replaceAll("$1" + BLOT);
    }
}
