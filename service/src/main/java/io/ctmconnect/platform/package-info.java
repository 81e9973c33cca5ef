/**
 * The platform's own collections, read and written narrowly: accounts and campaigns.
 *
 * <p>Names and fields are the platform's. Uses {@code mongo} only. Start reading at {@link
 * io.ctmconnect.platform.PlatformAccounts}.
 */
@NullMarked
package io.ctmconnect.platform;

import org.jspecify.annotations.NullMarked;
