package io.ctmconnect.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail address with a name to show. Prints as {@code ***}: it is personal data.
 *
 * @param name empty for none
 * @param address without brackets
 */
record MailAddress(String name, String address) {
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern NAMED = Pattern.compile("(?<name>[^<>\\p{Cntrl}]*)<(?<address>[^<>]*)>");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    /** An encoded word has at most 75 characters; so many bytes fit with its frame. */
    private static final int BYTES_IN_A_WORD = 42;

    /** Reads {@code Name <address>} or an address alone; empty when it is neither. */
    static Optional<MailAddress> of(String text) {
        Matcher named = NAMED.matcher(text.strip());
        String name = named.matches() ? named.group("name").strip() : "";
        String address = named.matches() ? named.group("address").strip() : text.strip();
        return isSendable(address) ? Optional.of(new MailAddress(unquoted(name), address)) : Optional.empty();
    }

    /** Whether mail can be sent there, as far as that can be seen: one plain address in ASCII, and nothing after it. */
    static boolean isSendable(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    /** What follows the {@code @}. */
    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** As a header has it: the name quoted, or encoded when it is not ASCII. */
    String header() {
        if (name.isEmpty()) {
            return address;
        }
        String shown =
                ASCII.matcher(name).matches() ? '"' + name.replaceAll("([\"\\\\])", "\\\\$1") + '"' : encoded(name);
        return shown + " <" + address + ">";
    }

    /** A header's text by RFC 2047: as it is when it is ASCII, else in encoded words on lines of their own. */
    static String encoded(String text) {
        if (ASCII.matcher(text).matches()) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            if (bytes(word + character).length > BYTES_IN_A_WORD) {
                all.append(encodedWord(word.toString())).append("\r\n ");
                word.setLength(0);
            }
            word.append(character);
        });
        return all.append(encodedWord(word.toString())).toString();
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
