package io.ctmconnect.sandbox.world;

/**
 * What calls can be routed to other than a number.
 *
 * @param kind as {@code dial_route} names it: {@code voice_menu}, {@code geo_config}, {@code call_queue} or
 *     {@code call_agent}
 * @param sid the opaque id
 */
public record Destination(String kind, String sid, String name) implements Identified {}
