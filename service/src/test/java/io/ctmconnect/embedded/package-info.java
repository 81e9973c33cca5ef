/**
 * Tests of the embedded database, all through the official driver. {@link MongoContractTest} says what the service
 * relies on and runs on any MongoDB; {@link EmbeddedMongoKillTest} is the proof of durability.
 */
@NullMarked
package io.ctmconnect.embedded;

import org.jspecify.annotations.NullMarked;
