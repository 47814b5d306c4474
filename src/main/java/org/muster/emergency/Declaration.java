package org.muster.emergency;

import java.util.List;

/**
 * An emergency as somebody typed it.
 *
 * @param areas names of places, one a line or with commas between
 * @param deputies in the order in which they are called; rows without anything in them are none
 * @param priorityRule blank for the usual one
 * @param answerHours how long suppliers have to answer
 * @param remindMinutes after how long they are reminded
 * @param start when the clocks began, as {@code 2020-01-26T08:00}; blank for now
 * @param releaseHours blank where nothing has to rest
 */
public record Declaration(
        String name,
        String kind,
        String areas,
        String authority,
        String document,
        Deputy lead,
        List<Deputy> deputies,
        String priorityRule,
        String answerHours,
        String remindMinutes,
        String start,
        String allocateHours,
        String firstPieceHours,
        String releaseHours) {

    public record Deputy(String name, String mobile) {
        public boolean isBlank() {
            return name.isBlank() && mobile.isBlank();
        }
    }

    Declaration named(String other) {
        return new Declaration(
                other,
                kind,
                areas,
                authority,
                document,
                lead,
                deputies,
                priorityRule,
                answerHours,
                remindMinutes,
                start,
                allocateHours,
                firstPieceHours,
                releaseHours);
    }

    public Declaration {
        deputies = List.copyOf(deputies);
    }
}
