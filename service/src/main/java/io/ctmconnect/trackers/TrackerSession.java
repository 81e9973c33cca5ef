package io.ctmconnect.trackers;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CreatedSource;
import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmNumbers;
import io.ctmconnect.ctm.CtmPage;
import io.ctmconnect.ctm.CtmSource;
import io.ctmconnect.ctm.CtmSources;
import io.ctmconnect.ctm.NumberOffer;
import io.ctmconnect.ctm.NumberSearch;
import io.ctmconnect.ctm.RouteOrder;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The numbers and sources of one CTM account, for one request. Every method throws {@link ApiException}; a write was not
 * done if {@link #isRefused} says so of its error, else it may have been.
 */
final class TrackerSession {
    private static final int REQUEST_TIMEOUT = 408;

    private final CtmSession session;
    private final boolean looksOnly;
    private final String account;
    private final CtmNumbers numbers;
    private final CtmSources sources;

    /** @param looksOnly whether reads may be answered from memory, because no change depends on them */
    TrackerSession(CtmSession session, boolean looksOnly, String account, CtmNumbers numbers, CtmSources sources) {
        this.session = session;
        this.looksOnly = looksOnly;
        this.account = account;
        this.numbers = numbers;
        this.sources = sources;
    }

    /** Whether CTM has answered that it does not do what it was asked for, or has not been asked. */
    static boolean isRefused(ApiException error) {
        ErrorCode code = error.code();
        return (code == ErrorCode.CTM_REJECTED && error.status() != REQUEST_TIMEOUT)
                || code == ErrorCode.CTM_RATE_LIMITED
                || code == ErrorCode.TOKEN_INVALIDATED
                || code == ErrorCode.RECORD_NOT_FOUND
                || isAbsent(error)
                || isUnasked(error);
    }

    /** Whether nothing was sent, because CTM has failed again and again: such an error says when it is asked again. */
    private static boolean isUnasked(ApiException error) {
        return error.code() == ErrorCode.CTM_UNAVAILABLE && error.retryAfter() != null;
    }

    /** Whether CTM has answered that there is no such thing. */
    static boolean isAbsent(ApiException error) {
        return error.code() == ErrorCode.NOT_FOUND;
    }

    CtmPage<CtmNumber> page(int number, int size) {
        return read(access -> numbers.page(access, account, number, size, null));
    }

    AllPages<CtmNumber> numbers() {
        return AllPages.read(page -> page(page, AllPages.PAGE_SIZE), CtmNumber::id);
    }

    /** @param e164 of the number that the account may have */
    AllPages<CtmNumber> numbers(String e164) {
        AllPages<CtmNumber> found = AllPages.read(
                page -> read(access -> numbers.page(access, account, page, AllPages.PAGE_SIZE, e164)), CtmNumber::id);
        return found.only(number -> e164.equals(number.number()));
    }

    CtmNumber number(String id) {
        return read(access -> numbers.get(access, account, id));
    }

    CtmSource source(String id) {
        return read(access -> sources.get(access, account, id));
    }

    AllPages<CtmSource> sourcesNamed(String name) {
        AllPages<CtmSource> found = AllPages.read(
                page -> read(access -> sources.page(access, account, page, AllPages.PAGE_SIZE, name)), CtmSource::id);
        return found.only(source -> name.equals(source.name()));
    }

    AllPages<CtmNumber> numbersOf(String source) {
        return AllPages.read(
                page -> read(access -> sources.numbers(access, account, source, page, AllPages.PAGE_SIZE)),
                CtmNumber::id);
    }

    List<NumberOffer> offers(NumberSearch search) {
        return read(access -> numbers.search(access, account, search));
    }

    CtmNumber buy(String e164) {
        return session.call(access -> numbers.buy(access, account, e164));
    }

    void release(String number) {
        write(access -> numbers.release(access, account, number));
    }

    void route(String number, RouteOrder order) {
        write(access -> numbers.route(access, account, number, order));
    }

    CreatedSource create(Map<String, String> fields) {
        return session.call(access -> sources.create(access, account, fields));
    }

    void update(String source, Map<String, String> fields) {
        write(access -> sources.update(access, account, source, fields));
    }

    void delete(String source) {
        write(access -> sources.delete(access, account, source));
    }

    void attach(String source, String number) {
        write(access -> sources.attach(access, account, source, number));
    }

    private <T> T read(Function<CtmAccess, T> request) {
        return looksOnly ? session.read(request) : session.call(request);
    }

    private void write(Consumer<CtmAccess> request) {
        session.call(access -> {
            request.accept(access);
            return true;
        });
    }
}
