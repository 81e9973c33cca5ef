package io.ctmconnect.sandbox.fault;

import io.ctmconnect.sandbox.http.Response;

import java.time.Duration;
import java.util.Optional;

/** What a fault does to an answer. */
public sealed interface Effect {

    /** Answers this instead; the API does not see the request. */
    record Answer(Response response) implements Effect {}

    /** Lets the API do the work, then answers this instead of what it said. */
    record AnswerAfter(Response response) implements Effect {}

    /** Waits before the headers. */
    record Slow(Duration delay) implements Effect {}

    /** Sends headers at once and the body in pieces, waiting before each. */
    record Drip(int pieceBytes, Duration pause) implements Effect {}

    /** Cuts the connection without an answer, before or after the API did the work. */
    record Drop(boolean afterWork) implements Effect {}

    /** Announces a longer body than it sends, then cuts the connection. */
    record CutBody() implements Effect {}

    /** Answers a JSON body of so many MiB. */
    record Huge(int mebibytes) implements Effect {}

    /** The status that the journal shows for a request that got no answer. */
    int NO_STATUS = 0;

    /** What is answered without asking the API, if so. */
    default Optional<Response> instead() {
        return switch (this) {
            case Answer answer -> Optional.of(answer.response());
            case Drop drop -> drop.afterWork() ? Optional.empty() : Optional.of(Response.text(NO_STATUS, "", ""));
            case Huge _ -> Optional.of(Response.text(200, Response.JSON, ""));
            case AnswerAfter _, Slow _, Drip _, CutBody _ -> Optional.empty();
        };
    }
}
