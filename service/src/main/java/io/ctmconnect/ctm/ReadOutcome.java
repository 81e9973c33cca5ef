package io.ctmconnect.ctm;

/** What came of a read that several may wait for. */
sealed interface ReadOutcome {
    /** What every caller gets, or what it gets thrown. */
    Answered get();

    /** CTM has answered as asked. */
    record Answer(Answered answered) implements ReadOutcome {
        @Override
        public Answered get() {
            return answered;
        }
    }

    /** A value and no exception for the cache, which would log it with its stack: callers are told of it. */
    record Failure(RuntimeException failure) implements ReadOutcome {
        @Override
        public Answered get() {
            throw failure;
        }
    }
}
