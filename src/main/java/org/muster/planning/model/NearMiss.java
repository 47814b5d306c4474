package org.muster.planning.model;

import java.util.Optional;

/**
 * Why an offer that fits a requirement is not used for it.
 *
 * @param violation the first rule that using it would break; empty when it is a question of price
 * @param quantity how much of what is chosen it could replace
 * @param dearer ticks by which it would be dearer for that quantity, charges included; where it is cheaper by itself, it is needed elsewhere
 */
public record NearMiss(int arc, Optional<Violation> violation, long quantity, long dearer) {}
