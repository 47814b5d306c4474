package org.muster.board;

import java.time.Instant;

/**
 * A shift was handed over.
 *
 * @param writtenBy who wrote it down
 * @param from who was on shift, and {@code to} who is from then on
 * @param open what the next one has to see to
 */
public record HandOver(Instant at, String writtenBy, String from, String to, String open) {}
