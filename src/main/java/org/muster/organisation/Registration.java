package org.muster.organisation;

/**
 * What somebody types to register their organisation; blank where left out.
 *
 * @param place a town, district or park in words
 * @param placeCode the place chosen when the words fit several
 * @param makes what it makes, from which the industry division is derived
 * @param division the division when the derived one was corrected
 */
public record Registration(
        String name,
        String mobile,
        String email,
        String place,
        String placeCode,
        String makes,
        String division,
        String creditCode) {}
