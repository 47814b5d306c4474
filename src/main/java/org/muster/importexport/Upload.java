package org.muster.importexport;

/**
 * What a person says of a list, as typed.
 *
 * @param purpose whose listings it speaks of; one's own come from nowhere else, and speak of today
 * @param source who published it
 * @param sourceDate the day it speaks of, as {@code 2020-01-31}
 * @param defaultUnit a unit's code for figures that come without one; blank for none
 */
public record Upload(Purpose purpose, String source, String sourceDate, String defaultUnit) {

    public Upload(String source, String sourceDate, String defaultUnit) {
        this(Purpose.ON_BEHALF, source, sourceDate, defaultUnit);
    }
}
