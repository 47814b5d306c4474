package org.muster.planning.model;

/** A rule that a plan breaks, where, and by what numbers. */
public record Violation(Rule rule, String where, long found, long allowed) {}
