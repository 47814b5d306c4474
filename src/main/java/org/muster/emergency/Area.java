package org.muster.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A place that an emergency is declared for, and in which order it comes where not all can have enough. */
@Embeddable
class Area {

    @Column(name = "place_code")
    private String placeCode;

    private int priority;

    @SuppressWarnings("NullAway.Init")
    protected Area() {}

    Area(String placeCode, int priority) {
        this.placeCode = placeCode;
        this.priority = priority;
    }

    String placeCode() {
        return placeCode;
    }

    int priority() {
        return priority;
    }
}
