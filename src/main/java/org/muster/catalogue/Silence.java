package org.muster.catalogue;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.muster.reference.WorkingHours;

/**
 * What silence costs: a listing of which its supplier says nothing drops out of allocation first and out of search later; one tap brings it
 * back. Only working time counts, so nobody falls silent over the Spring Festival. The one place of this rule: the index, the scan and the
 * ledger all ask for its limits, none of them keeps a state of its own.
 */
@Singleton
public class Silence {

    /** About a month: who wants to hold something should not be the one who finds out that it is gone. */
    static final Duration ALLOCATED_FOR = WorkingHours.DAY.multipliedBy(20);
    /** About a season: then a hit costs everybody who looks more than it is worth. */
    static final Duration FOUND_FOR = WorkingHours.DAY.multipliedBy(60);

    /** A working week's notice: long enough for a tap. */
    static final Duration NOTICE = WorkingHours.DAY.multipliedBy(5);

    private final WorkingHours hours;

    Silence(WorkingHours hours) {
        this.hours = hours;
    }

    /** Confirmed at or after this, a listing is still given away. */
    public Instant allocatedSince(Instant now) {
        return hours.before(now, ALLOCATED_FOR);
    }

    /** Confirmed, or entered, at or after this, a listing is still found. */
    public Instant foundSince(Instant now) {
        return hours.before(now, FOUND_FOR);
    }

    Limits limits(Instant now) {
        return new Limits(allocatedSince(now), foundSince(now), hours.before(now, ALLOCATED_FOR.minus(NOTICE)));
    }

    /**
     * The limits of one moment, for many listings.
     *
     * @param freshSince confirmed before this, it falls silent within a working week
     */
    record Limits(Instant allocatedSince, Instant foundSince, Instant freshSince) {

        boolean isFading(Instant lastConfirmedAt) {
            return !lastConfirmedAt.isBefore(allocatedSince) && lastConfirmedAt.isBefore(freshSince);
        }

        /** @param listedAt what somebody has entered lately from an old list is found for a while, and given to nobody */
        Hearing of(Instant lastConfirmedAt, Instant listedAt) {
            if (!lastConfirmedAt.isBefore(allocatedSince)) {
                return Hearing.HEARD;
            }
            return lastConfirmedAt.isBefore(foundSince) && listedAt.isBefore(foundSince) ? Hearing.LOST : Hearing.QUIET;
        }
    }
}
