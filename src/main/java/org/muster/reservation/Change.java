package org.muster.reservation;

/**
 * That a hold is to be changed, and why.
 *
 * @param key the same for each repetition of one request; the same key gets the same answer
 */
public record Change(String key, String reason) {}
