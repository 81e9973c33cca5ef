package io.ctmconnect.secrets;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The steps of a rotation, from one keyset to the next. Keys stand in the order in which they were added: those before the
 * primary one are old, those after it wait for their promotion.
 */
public final class KeyRotation {
    private KeyRotation() {}

    /** With one more AES-256-GCM key, which opens but does not seal yet. */
    public static KeysetHandle prepared(KeysetHandle keyset) {
        return built(KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .setStatus(KeyStatus.ENABLED)
                        .withRandomId()));
    }

    /**
     * With the latest of the waiting keys as the one that seals.
     *
     * @throws IllegalArgumentException when no key waits
     */
    public static KeysetHandle promoted(KeysetHandle keyset) {
        List<Integer> waiting = waiting(keyset);
        if (waiting.isEmpty()) {
            throw new IllegalArgumentException("no key waits to be promoted");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(position(keyset, waiting.getLast())).makePrimary();
        return built(builder);
    }

    /** Without the old keys: what they have sealed does not open any more. */
    public static KeysetHandle pruned(KeysetHandle keyset) {
        int primary = primary(keyset);
        return with(keyset, position -> position >= primary);
    }

    /** The primary key alone: opens what is sealed by it, and nothing else. */
    public static KeysetHandle primaryAlone(KeysetHandle keyset) {
        int primary = primary(keyset);
        return with(keyset, position -> position == primary);
    }

    /** The ids of the old keys. */
    public static List<Integer> old(KeysetHandle keyset) {
        return IntStream.range(0, primary(keyset))
                .mapToObj(position -> keyset.getAt(position).getId())
                .toList();
    }

    /** The ids of the keys that wait for their promotion. */
    public static List<Integer> waiting(KeysetHandle keyset) {
        return IntStream.range(primary(keyset) + 1, keyset.size())
                .mapToObj(keyset::getAt)
                .filter(key -> key.getStatus() == KeyStatus.ENABLED)
                .map(KeysetHandle.Entry::getId)
                .toList();
    }

    private static int primary(KeysetHandle keyset) {
        return position(keyset, keyset.getPrimary().getId());
    }

    private static int position(KeysetHandle keyset, int id) {
        return IntStream.range(0, keyset.size())
                .filter(position -> keyset.getAt(position).getId() == id)
                .findFirst()
                .orElseThrow();
    }

    private static KeysetHandle with(KeysetHandle keyset, IntPredicate kept) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        List<Integer> dropped = new ArrayList<>(
                IntStream.range(0, keyset.size()).filter(kept.negate()).boxed().toList());
        dropped.reversed().forEach(builder::deleteAt);
        return built(builder);
    }

    private static KeysetHandle built(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be changed", e);
        }
    }
}
