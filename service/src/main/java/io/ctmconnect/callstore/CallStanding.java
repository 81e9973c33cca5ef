package io.ctmconnect.callstore;

import org.bson.types.ObjectId;

import java.util.Set;

/**
 * What is stored of a call.
 *
 * @param campaigns those that count it
 * @param endedFor those whose own events have told of its end
 */
public record CallStanding(Set<ObjectId> campaigns, Set<ObjectId> endedFor) {}
