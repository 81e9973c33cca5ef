/**
 * The edge to MongoDB: collections that make their indexes before first use, and driver errors translated into
 * two words, "duplicate" and "unavailable".
 *
 * <p>Knows no feature. Only the {@code *Store} classes, {@code platform} and {@code app} use it. Start reading at {@link
 * io.ctmconnect.mongo.Documents}.
 */
@NullMarked
package io.ctmconnect.mongo;

import org.jspecify.annotations.NullMarked;
