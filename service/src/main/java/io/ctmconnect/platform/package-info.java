/**
 * The platform's own collections, read and written narrowly: accounts, users and their wishes about notices, browsers
 * that take push notices, pushes that were sent, campaigns with their metrics, leads.
 *
 * <p>Names and fields are the platform's; what is missing or odd there is read as not set. Uses {@code mongo}, {@code
 * secrets} and {@code settings}. Start reading at {@link io.ctmconnect.platform.PlatformAccounts}.
 */
@NullMarked
package io.ctmconnect.platform;

import org.jspecify.annotations.NullMarked;
