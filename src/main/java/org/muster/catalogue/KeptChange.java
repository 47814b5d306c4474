package org.muster.catalogue;

/**
 * What keeping one of many listings would come to.
 *
 * @param draft what it would say
 * @param saysOtherwise whether that is something else than it says now, not only another time
 */
public record KeptChange(OnBehalfResult.Change change, ListingDraft draft, boolean saysOtherwise) {}
