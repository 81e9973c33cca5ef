package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmThreads;

import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A window of days whose first page has been read. The page tells how many rows there are, and so how to read the rest: a
 * few pages along its cursor; many in slices of days, each along a cursor of its own, so that they can be read at once.
 *
 * @param filter with the window's days
 */
record OpenWindow(CallReader reader, DayWindow days, CallFilter filter, CallPage first) {
    /**
     * Rows of one report's window. What bounds it is time: they are 1,000 requests, which take two minutes of a budget of 8 a
     * second, and a summary has two windows.
     */
    static final int MOST_ROWS = 100_000;

    /** Pages of a slice, about. The last page of each is rarely full: that wastes half a request in ten. */
    private static final int PAGES_OF_A_SLICE = 10;

    private static final int ROWS_OF_A_SLICE = PAGES_OF_A_SLICE * CallFilter.READ_SIZE;

    static OpenWindow open(CallReader reader, DayWindow days, CallFilter filter) {
        CallFilter within = filter.during(days);
        return new OpenWindow(reader, days, within, reader.page(search(within)));
    }

    private static CallSearch search(CallFilter filter) {
        return filter.asSearch().only(CountedCall.FIELDS);
    }

    /** The offset from UTC of the newest activity, by CTM. */
    Optional<ZoneOffset> offset() {
        return first.calls().stream()
                .map(Call::localOffset)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What was made of each window's calls, in the order of the windows. */
    static <T> List<ReadRows<T>> read(List<OpenWindow> windows, Fold<T> fold) {
        List<List<Supplier<ReadRows<T>>>> parts =
                windows.stream().map(window -> window.parts(fold)).toList();
        Iterator<ReadRows<T>> read = CtmThreads.all(
                        parts.stream().flatMap(List::stream).toList(),
                        () -> windows.forEach(window -> window.reader.stop()))
                .iterator();
        return IntStream.range(0, windows.size())
                .mapToObj(window -> windows.get(window)
                        .whole(parts.get(window).stream().map(_ -> read.next()).toList(), fold))
                .toList();
    }

    /** The readings that together are the window; each may run on a thread of its own. */
    private <T> List<Supplier<ReadRows<T>>> parts(Fold<T> fold) {
        RowBudget budget = RowBudget.of(MOST_ROWS);
        List<DayWindow> slices = days.slices(slices());
        return slices.size() < 2
                ? List.of(() -> rest(new RowFold<>(filter, budget, fold)))
                : slices.stream()
                        .<Supplier<ReadRows<T>>>map(slice -> () -> slice(filter.during(slice), budget, fold))
                        .toList();
    }

    /** As many as keep all threads busy to the end: a fifth slice would be read after the four, alone. */
    private long slices() {
        long wanted = counted() / ROWS_OF_A_SLICE;
        return wanted < CtmThreads.AT_ONCE ? wanted : wanted - wanted % CtmThreads.AT_ONCE;
    }

    private <T> ReadRows<T> rest(RowFold<T> rows) {
        return reader.read(rows, rows.add(search(filter), first));
    }

    private <T> ReadRows<T> slice(CallFilter slice, RowBudget budget, Fold<T> fold) {
        return budget.isSpent()
                ? new ReadRows<>(fold.none(), 0, ReadRows.End.BOUND)
                : reader.read(new RowFold<>(slice, budget, fold), Optional.of(search(slice)));
    }

    private <T> ReadRows<T> whole(List<ReadRows<T>> parts, Fold<T> fold) {
        ReadRows<T> all = parts.stream()
                .reduce((one, other) -> one.plus(other, fold.plus()))
                .orElseThrow();
        return parts.size() < 2 ? all : all.against(counted());
    }

    private long counted() {
        return Objects.requireNonNullElse(first.totalEntries(), 0L);
    }
}
