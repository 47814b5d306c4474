package org.muster.matching;

import org.muster.shared.Refusal;

/** A condition that a supply does not meet, and why, ready to be said. */
public record Miss(Condition condition, Refusal why) {}
