package io.ctmconnect.sandbox.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An invented recording, 8 kHz mono of 8 bits. Any part of it can be written without making the rest.
 *
 * @param seed chooses the sound; the same seed sounds the same
 * @param samples one byte each, 8000 a second
 */
record Wav(long seed, long samples) {

    private static final int SAMPLES_PER_SECOND = 8_000;
    private static final int HEADER_BYTES = 44;
    private static final int PIECE_BYTES = 1 << 16;

    /** A recording of some length in seconds. */
    static Wav lasting(long seed, long seconds) {
        return new Wav(seed, seconds * SAMPLES_PER_SECOND);
    }

    /** A recording of a size in bytes, its header included. */
    static Wav ofSize(long seed, long bytes) {
        return new Wav(seed, bytes - HEADER_BYTES);
    }

    /** Bytes in all. */
    long size() {
        return HEADER_BYTES + samples;
    }

    String etag() {
        return "\"" + Long.toHexString(seed) + "-" + Long.toHexString(size()) + "\"";
    }

    /** Writes the bytes of a range. */
    void write(OutputStream out, ByteRange range) throws IOException {
        byte[] header = header();
        byte[] piece = new byte[PIECE_BYTES];
        for (long at = range.first(); at <= range.last(); at += PIECE_BYTES) {
            int length = (int) Math.min(PIECE_BYTES, range.last() - at + 1);
            for (int i = 0; i < length; i++) {
                long offset = at + i;
                piece[i] = offset < HEADER_BYTES ? header[(int) offset] : sample(offset);
            }
            out.write(piece, 0, length);
        }
    }

    private byte sample(long offset) {
        long mixed = (offset + seed) * 0x9E3779B97F4A7C15L;
        return (byte) (mixed >>> 56);
    }

    private byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (size() - 8)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(SAMPLES_PER_SECOND).putInt(SAMPLES_PER_SECOND);
        header.putShort((short) 1).putShort((short) 8);
        return header.put(ascii("data")).putInt((int) samples).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
