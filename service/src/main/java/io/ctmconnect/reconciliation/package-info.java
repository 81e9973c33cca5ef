/**
 * Calls that no webhook has told of: CTM's list is compared with the stored calls again and again, and the past of a chosen
 * CTM account is read back. Nobody asks for this work; several processes share it.
 *
 * <p>Uses {@code credentials} (what is connected, sessions), {@code webhooks} (what webhooks should have told, and the way in
 * for what they have not), {@code callstore}, {@code ctm}, {@code http} for CTM's errors, {@code mongo} for the store's. Start
 * reading at {@link io.ctmconnect.reconciliation.ReconciliationWorker}; {@link io.ctmconnect.reconciliation.Sweep} and {@link
 * io.ctmconnect.reconciliation.PastCalls} are the two kinds of work.
 */
@NullMarked
package io.ctmconnect.reconciliation;

import org.jspecify.annotations.NullMarked;
