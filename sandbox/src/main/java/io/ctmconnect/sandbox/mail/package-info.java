/** A mail server that keeps what arrives. Start at {@code MailSink}. */
@NullMarked
package io.ctmconnect.sandbox.mail;

import org.jspecify.annotations.NullMarked;
