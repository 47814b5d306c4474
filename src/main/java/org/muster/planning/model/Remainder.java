package org.muster.planning.model;

/**
 * A component of an output that stays unmet.
 *
 * @param lacking what the whole output would need beyond the plan
 * @param notToBeHad the part of it that nobody offers: what an open challenge asks for; zero when offers exist, but are too dear or sell only in larger lots
 */
public record Remainder(int requirement, long lacking, long notToBeHad) {}
