package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * What CTM has answered to a read. Several requests may hold it at once: nobody changes the JSON.
 *
 * @param at when CTM was asked: it may not know what happened later
 */
record Answered(JsonNode json, Instant at) {}
