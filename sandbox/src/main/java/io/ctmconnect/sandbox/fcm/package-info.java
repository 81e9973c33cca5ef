/**
 * Firebase Cloud Messaging as far as a sender sees it: OAuth2 tokens for a service account, and the sending of messages
 * by HTTP v1. Start at {@code Fcm}.
 */
@NullMarked
package io.ctmconnect.sandbox.fcm;

import org.jspecify.annotations.NullMarked;
