package io.ctmconnect.trackers;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.ctm.CtmNumbers;
import io.ctmconnect.ctm.CtmSources;
import io.ctmconnect.http.Ids;
import jakarta.inject.Singleton;

/** Opens a CTM account's numbers and sources for a caller. */
@Singleton
class TrackerSessions {
    private final CtmSessions sessions;
    private final CtmNumbers numbers;
    private final CtmSources sources;

    TrackerSessions(CtmSessions sessions, CtmNumbers numbers, CtmSources sources) {
        this.sessions = sessions;
        this.numbers = numbers;
        this.sources = sources;
    }

    /**
     * For a change: everything that it rests on is asked of CTM.
     *
     * @param account CTM's id as the path names it
     */
    TrackerSession open(Caller caller, String tokenId, String account) {
        return session(caller, tokenId, account, false);
    }

    /** For who only looks: what CTM has answered a moment ago will do. */
    TrackerSession look(Caller caller, String tokenId, String account) {
        return session(caller, tokenId, account, true);
    }

    private TrackerSession session(Caller caller, String tokenId, String account, boolean looksOnly) {
        return new TrackerSession(sessions.open(caller, tokenId), looksOnly, Ids.ctm(account), numbers, sources);
    }
}
