/**
 * The life of a connection to CTM: connect, look, configure, disconnect; and {@link
 * io.ctmconnect.credentials.CtmSessions}, the one door through which every other feature reaches CTM, which knows whose
 * connection it is and what a 401 means.
 *
 * <p>Uses {@code ctm}, {@code outbox}, {@code secrets}, {@code mongo}, {@code platform}, {@code callstore} (how far
 * calls were read), {@code auth} and {@code http}. Other
 * features use {@code CtmSessions} and {@code CtmSession} only, {@code notifications} also {@code IntegrationNotice}, and
 * {@code webhooks} {@code SigningSecrets} and {@code WebhookNotes}, {@code reconciliation} {@code ConnectedAccounts}. Start reading at {@code Credentials} for connecting, at
 * {@code Disconnects} and {@code Turns} for the end of it, and at {@code
 * KeyRenewals} for the 401 rule.
 */
@NullMarked
package io.ctmconnect.credentials;

import org.jspecify.annotations.NullMarked;
