package io.ctmconnect.callstore;

import org.bson.types.ObjectId;

import java.util.Set;

/**
 * What is stored of a call.
 *
 * @param finished whether its end is known
 * @param campaigns those that count it
 */
public record CallStanding(boolean finished, Set<ObjectId> campaigns) {}
