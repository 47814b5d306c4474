package org.muster.catalogue;

import java.util.List;
import java.util.UUID;
import org.muster.shared.DomainEvent;

/**
 * Many rows of a public list were entered on behalf, at once: one deed that names every listing it touched.
 *
 * @param run the import that they belong to
 * @param listings those that are new, or say something else now
 * @param revisions how far each of these is, in the same order
 * @param rows which row of the list each of these is from, in the same order
 * @param known those of these that were there before, and that somebody may be looking at
 */
public record ListingsEntered(
        UUID id,
        UUID run,
        String source,
        List<UUID> listings,
        List<Long> revisions,
        List<Integer> rows,
        List<UUID> known)
        implements DomainEvent {

    public ListingsEntered {
        listings = List.copyOf(listings);
        revisions = List.copyOf(revisions);
        rows = List.copyOf(rows);
        known = List.copyOf(known);
    }

    /** The trail finds the line of each listing under this name, too. */
    @Override
    public String aggregateKind() {
        return "listings";
    }

    @Override
    public UUID aggregateId() {
        return id;
    }

    @Override
    public String deed() {
        return "ListingsEnteredOnBehalf";
    }
}
