package io.ctmconnect.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.ErrorResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers a request with a key once. The first one runs; later ones with the same body get its answer. What was cut off
 * after it had begun to write to CTM is never run again: nobody knows how far it came.
 */
@Singleton
public class Idempotency {
    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int TRIES = 5;
    private static final Duration SOON = Duration.ofSeconds(2);
    /** These change nothing at CTM and pass: the same request may be sent again. */
    private static final Set<ErrorCode> PASSING =
            Set.of(ErrorCode.CTM_RATE_LIMITED, ErrorCode.TOKEN_INVALIDATED, ErrorCode.UNAVAILABLE);

    private final IdempotencyStore store;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Idempotency(IdempotencyStore store, ObjectMapper json, InstantSource clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer to a request: by running it, or the one that the first request with its key got.
     *
     * @param work notes its steps; its errors are kept like answers once it has begun to write to CTM
     * @throws ApiException {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} when the key came with another body; {@link
     *     ErrorCode#CONFLICT} while the first request runs, and after it was cut off; what {@code work} throws
     */
    public Response answer(IdempotentRequest request, Function<Steps, ? extends Answer<?>> work) {
        if (request.key() == null) {
            return Response.ok(work.apply(Steps.unkept())).build();
        }
        String attempt = UUID.randomUUID().toString();
        running.add(attempt);
        try {
            Entry mine = Entry.first(request, attempt, owner, clock.instant());
            Optional<Entry> other = claim(mine);
            return other.isPresent() ? again(other.get(), mine) : run(new Run(store, clock, mine), work);
        } finally {
            running.remove(attempt);
        }
    }

    /** Empty when the key is ours; else the entry of the request that has it. */
    private Optional<Entry> claim(Entry mine) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (store.insert(mine)) {
                return Optional.empty();
            }
            Optional<Entry> other = store.find(mine.id());
            if (other.isPresent() && !isFree(other.get())) {
                return other;
            }
            if (other.isPresent() && store.replace(other.get(), mine)) {
                return Optional.empty();
            }
        }
        throw changing();
    }

    private static ApiException changing() {
        return ApiException.of(ErrorCode.CONFLICT, "Another request with this Idempotency-Key is just ending")
                .withRetryAfter(SOON);
    }

    /** Expired, or cut off before it wrote anything to CTM: if it is not cut off after all, its next note fails. */
    private boolean isFree(Entry other) {
        return other.isExpired(clock.instant()) || (other.answer() == null && !other.begun() && isGone(other));
    }

    private boolean isGone(Entry other) {
        return owner.equals(other.owner()) ? !running.contains(other.attempt()) : other.isSilent(clock.instant());
    }

    private Response run(Run run, Function<Steps, ? extends Answer<?>> work) {
        try {
            return keep(run, Response.ok(work.apply(run.steps())).build());
        } catch (ApiException e) {
            if (isKept(run, e)) {
                return keep(run, ErrorResponse.of(e));
            }
            run.free();
            throw e;
        } catch (RuntimeException e) {
            if (!run.steps().begun()) {
                run.free();
            }
            throw e;
        }
    }

    private static boolean isKept(Run run, ApiException error) {
        return run.steps().begun() && !(error.stands().isEmpty() && PASSING.contains(error.code()));
    }

    private Response keep(Run run, Response answer) {
        String body = text(answer.getEntity());
        run.keep(answer.getStatus(), body);
        return Response.fromResponse(answer)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private String text(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response again(Entry seen, Entry mine) {
        // Looked at again: it may have ended between the look at it and that at the running ones.
        boolean gone = isGone(seen);
        Entry other = store.find(seen.id()).orElseThrow(Idempotency::changing);
        if (!other.fingerprint().equals(mine.fingerprint())) {
            throw ApiException.of(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        Entry.Kept kept = other.answer();
        if (kept == null) {
            throw unanswered(other, gone);
        }
        return Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(REPLAYED, "true")
                .entity(kept.body())
                .build();
    }

    private ApiException unanswered(Entry other, boolean gone) {
        String look = "look at CallTrackingMetrics before you use another key";
        if (gone) {
            String cutOff = "The first request with this Idempotency-Key was cut off and is not run again: ";
            return ApiException.of(ErrorCode.CONFLICT, cutOff + look).withStands(other.stands());
        }
        ApiException runs = ApiException.of(
                        ErrorCode.CONFLICT, "The first request with this Idempotency-Key is still running")
                .withRetryAfter(SOON);
        // Of another process nobody knows.
        return owner.equals(other.owner()) ? runs : runs.withStands(other.stands());
    }
}
