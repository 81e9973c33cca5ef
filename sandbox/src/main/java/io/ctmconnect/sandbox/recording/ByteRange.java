package io.ctmconnect.sandbox.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a recording, by offset, both included. Empty when the last one lies before the first.
 *
 * @param first from 0
 */
record ByteRange(long first, long last) {

    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * What a {@code Range} header asks for.
     *
     * @return empty when it is no single range of bytes, and therefore ignored
     */
    static Optional<ByteRange> read(String header, long size) {
        Matcher range = HEADER.matcher(header);
        if (!range.matches() || header.equals("bytes=-")) {
            return Optional.empty();
        }
        String last = range.group(2);
        if (range.group(1).isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(last)), size - 1));
        }
        long end = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return Optional.of(new ByteRange(Long.parseLong(range.group(1)), end));
    }

    boolean isEmpty() {
        return last < first;
    }

    long length() {
        return last - first + 1;
    }
}
