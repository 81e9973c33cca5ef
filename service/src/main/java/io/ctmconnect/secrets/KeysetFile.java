package io.ctmconnect.secrets;

import com.google.crypto.tink.KeysetHandle;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/**
 * A keyset in a file. It is replaced as a whole, so that whoever reads it meanwhile has the one before or the new one. One
 * process at a time changes it: the file itself is locked for that, which keeps nobody from reading it.
 */
public record KeysetFile(Path path) {
    private static final DateTimeFormatter BACKUP_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Another process changes the file, or needs it as it is. */
    public static final class InUseException extends IOException {
        private static final long serialVersionUID = 1L;

        InUseException() {
            super("another command is at work with it");
        }
    }

    /** Tells one content of the file from another, without reading it. */
    record Stamp(@Nullable Object file, FileTime changed, long size) {}

    /**
     * As long as it is open, nobody changes the file by {@link #change}. Meanwhile this process must not read the file in
     * another way: the system gives a process's locks up when it closes the file.
     */
    public static final class Hold implements AutoCloseable {
        private final FileChannel channel;
        private final KeysetHandle keyset;

        private Hold(FileChannel channel, KeysetHandle keyset) {
            this.channel = channel;
            this.keyset = keyset;
        }

        /** What is in the file. */
        public KeysetHandle keyset() {
            return keyset;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The keyset.
     *
     * @throws IllegalArgumentException when it cannot be read, or is none
     */
    public KeysetHandle read() {
        return Keysets.readFrom(path.toString());
    }

    /** When it was replaced last. */
    public Instant changedAt() {
        try {
            return stamp().changed().toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    }

    /**
     * Keeps the file as it is, for several processes at a time.
     *
     * @throws IllegalArgumentException when it holds no keyset
     */
    public Hold hold() throws IOException {
        return hold(true, StandardOpenOption.READ);
    }

    /**
     * Replaces the keyset, and keeps the one before beside it.
     *
     * @param change makes the new keyset of the present one; what it throws leaves the file as it is
     * @return the file with the keyset before, which like the new one only its owner can read
     * @throws IllegalArgumentException when the file holds no keyset
     */
    public Path change(UnaryOperator<KeysetHandle> change) throws IOException {
        try (Hold hold = hold(false, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            String changed = Keysets.json(change.apply(hold.keyset()));
            Path file = path.toRealPath();
            Path backup = file.resolveSibling(file.getFileName() + ".before-" + BACKUP_TIME.format(Instant.now()));
            Keysets.writeNew(backup, Keysets.json(hold.keyset()));
            replace(file, changed);
            return backup;
        }
    }

    @SuppressWarnings("MustBeClosed") // the hold closes it
    private Hold hold(boolean shared, StandardOpenOption... access) throws IOException {
        Stamp seen = stamp();
        FileChannel channel = FileChannel.open(path, access);
        try {
            return new Hold(channel, locked(channel, shared, seen));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private KeysetHandle locked(FileChannel channel, boolean shared, Stamp seen) throws IOException {
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            // Who came while another one replaced the file may have locked the file before.
            if (lock == null || !seen.equals(stamp())) {
                throw new InUseException();
            }
        } catch (OverlappingFileLockException _) {
            throw new InUseException();
        }
        return Keysets.parse(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The draft is safe on the disk before it takes the file's place: no power failure can lose a key that was used. */
    private static void replace(Path file, String keyset) throws IOException {
        Path draft = Keysets.draft(file, keyset);
        try {
            if (!Files.getOwner(draft).equals(Files.getOwner(file))) {
                Files.setOwner(draft, Files.getOwner(file));
            }
            Keysets.syncDirectoryOf(file);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Keysets.syncDirectoryOf(file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
