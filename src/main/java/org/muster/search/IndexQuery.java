package org.muster.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.shared.TimeWindow;

/**
 * A search with everything resolved that the index cannot know.
 *
 * @param convertible what the glossary makes of what lines are to be changed over to
 * @param now truncated to the minute, so that equal searches of one minute are one to every cache on the way
 * @param foundSince what was last confirmed before has dropped out of search, unless the query asks for the silent ones too
 * @param knownSize how many hits of known availability to bring, from {@code knownFrom} on; 0 only counts
 * @param facets whether to count choices too, and to say why and mark the words found: as a page shows them
 */
public record IndexQuery(
        SearchQuery query,
        List<WordGroup> groups,
        List<WordGroup> convertible,
        Viewpoint viewpoint,
        Instant now,
        Instant foundSince,
        Fitness fitness,
        int knownFrom,
        int knownSize,
        int unknownFrom,
        int unknownSize,
        boolean facets) {

    /** The period asked for, as finely as the viewer may ask. */
    public Optional<TimeWindow> period() {
        return query.dates().map(dates -> viewpoint.exactTimes() ? dates.exact() : dates.wholeWeeks());
    }

    /** Now, as finely as the viewer may know what goes on: for visitors the start of the week. */
    public Instant reference() {
        return viewpoint.exactTimes() ? now : Weeks.startOf(now);
    }

    /** From when on the earliest free moment counts: now, or the start of the period asked for when that is later. */
    public Instant earliestFrom() {
        return period().map(TimeWindow::from)
                .filter(from -> from.isAfter(reference()))
                .orElse(reference());
    }

    /** The filters in force but one. */
    public Set<Filter> filtersBut(Filter left) {
        Set<Filter> filters = query.filters();
        filters.remove(left);
        return filters;
    }
}
