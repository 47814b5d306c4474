package org.muster.importexport;

/**
 * What a person says of a list, as typed.
 *
 * @param source who published it
 * @param sourceDate the day it speaks of, as {@code 2020-01-31}
 * @param defaultUnit a unit's code for figures that come without one; blank for none
 */
public record Upload(String source, String sourceDate, String defaultUnit) {}
