package io.ctmconnect.reconciliation;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmApi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** CTM's list of phone calls of some days of one CTM account, read page by page along CTM's cursor. */
final class ListedCalls {
    private static final int PAGE_SIZE = 100;

    private final CtmApi ctm;
    private final CtmSession session;
    private final String ctmAccount;
    private final Set<String> seen = new HashSet<>();
    /** CTM's lowest count: calls that come in meanwhile are not ahead of the cursor. */
    private long counted = Long.MAX_VALUE;

    ListedCalls(CtmApi ctm, CtmSession session, String ctmAccount) {
        this.ctm = ctm;
        this.session = session;
        this.ctmAccount = ctmAccount;
    }

    /**
     * Reads them, each once.
     *
     * @param page takes the phone calls of each page; what it throws ends the reading
     * @return whether CTM has given all the rows that it counts
     */
    boolean read(Days days, Consumer<List<Call>> page) {
        Optional<CallSearch> next = Optional.of(new CallSearch(
                days.first(),
                days.last(),
                List.copyOf(Call.DIRECTIONS),
                null,
                null,
                null,
                1,
                PAGE_SIZE,
                null,
                List.of()));
        while (next.isPresent()) {
            CallSearch search = next.get();
            CallPage answer = session.call(access -> ctm.searchCalls(access, ctmAccount, search));
            counted = Math.min(counted, Objects.requireNonNullElse(answer.totalEntries(), Long.MAX_VALUE));
            List<Call> fresh = answer.calls().stream()
                    .filter(call -> seen.add(String.valueOf(call.id())))
                    .toList();
            page.accept(fresh.stream().filter(ListedCalls::isCall).toList());
            next = fresh.isEmpty() ? Optional.empty() : after(search, answer);
        }
        return counted == Long.MAX_VALUE || seen.size() >= counted;
    }

    /** Where CTM names no next page but counts more rows than have come, the next page's number is tried. */
    private Optional<CallSearch> after(CallSearch search, CallPage answer) {
        return answer.next().or(() -> numberedAfter(search)).filter(ListedCalls::isReachable);
    }

    private Optional<CallSearch> numberedAfter(CallSearch search) {
        Integer number = search.page();
        return number == null || counted == Long.MAX_VALUE || seen.size() >= counted
                ? Optional.empty()
                : Optional.of(search.atPage(number + 1, PAGE_SIZE));
    }

    private static boolean isReachable(CallSearch search) {
        Integer number = search.page();
        return number == null || (long) number * PAGE_SIZE <= CallSearch.WINDOW_ROWS;
    }

    private static boolean isCall(Call call) {
        String id = call.id();
        return id != null && id.matches("[1-9]\\d{0,17}") && call.isPhoneCall();
    }

    /**
     * Whether a call has ended so long ago that a webhook is not on its way any more. CTM has written down its end at
     * {@code indexed_at} at the latest.
     */
    static boolean isSettled(Call call, Instant now, Duration grace) {
        Instant start = call.startTime();
        Long duration = call.duration();
        Instant indexed = call.indexedAtMillis() == 0 ? Instant.MAX : Instant.ofEpochMilli(call.indexedAtMillis());
        Instant timed = start == null || duration == null ? Instant.MAX : start.plusSeconds(Math.max(0, duration));
        Instant end = timed.isBefore(indexed) ? timed : indexed;
        return call.isFinished() && (end.equals(Instant.MAX) || !end.isAfter(now.minus(grace)));
    }
}
