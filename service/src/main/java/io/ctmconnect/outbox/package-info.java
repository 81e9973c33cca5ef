/**
 * Work that must be done after a change, and only then: rows of {@code calltrackingmetrics.outbox}, shared by all
 * processes of the service.
 *
 * <p>Two ways in. {@link io.ctmconnect.outbox.Outbox#add} is for work that follows from a row that is being handled. Where
 * the work follows from a change of a document, {@link io.ctmconnect.outbox.Outbox#hold} comes before the change and
 * {@link io.ctmconnect.outbox.Outbox#release} after it; when the process dies in between, the worker asks the {@link
 * io.ctmconnect.outbox.FactKeeper} of that kind whether the change happened.
 *
 * <p>One way out: the {@link io.ctmconnect.outbox.TaskHandler} of the kind. Everything here may happen twice and is safe
 * then, except what a handler does outside: a process that dies in the middle of it leaves a row that is handled again.
 *
 * <p>Uses {@code mongo}. Features that have work to do use {@code Outbox}, {@code Task}, {@code TaskHandler}, {@code
 * Outcome}, {@code FactKeeper} and {@code Fact}; the operators' commands use {@code OutboxDeskStore}. Start reading at {@code
 * Outbox}, then {@code OutboxWorker}.
 */
@NullMarked
package io.ctmconnect.outbox;

import org.jspecify.annotations.NullMarked;
