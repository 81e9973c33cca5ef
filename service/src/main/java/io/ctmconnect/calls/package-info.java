/**
 * The calls of a CTM account.
 *
 * <p>Uses {@code http}, {@code auth}, {@code ctm} and {@code CtmSessions}. Start reading at {@code CallResource}
 * and {@code CallReportResource}; which rows count is decided in {@code CallFilter}, how they are fetched in {@code
 * CallList} and {@code CallWindow}, and how they are summed up in {@code CallTotals} and {@code Buckets}.
 */
@NullMarked
package io.ctmconnect.calls;

import org.jspecify.annotations.NullMarked;
