package org.muster.organisation;

/** All organisations Muster knows, those included that nobody of their own has claimed yet. */
public record Census(long organisations, long unclaimed) {}
