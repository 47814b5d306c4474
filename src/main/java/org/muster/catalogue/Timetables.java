package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Timetable.Kept;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.reference.Holidays;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/**
 * When a listing is free, said stretch by stretch or by a weekly pattern. A stretch may cut, join and replace windows, exactly at its ends
 * and in one statement; free time that somebody holds is never taken back.
 */
@ApplicationScoped
@Transactional
public class Timetables {

    /** How far ahead a pattern's windows are made; the job moves the end on week by week. */
    static final int WEEKS_AHEAD = 26;

    private static final int PREVIEWED_WEEKS = 8;
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Listings listings;
    private final Windows windows;
    private final Patterns patterns;
    private final Holidays holidays;
    private final Promises promises;
    private final Outbox outbox;

    Timetables(
            Listings listings,
            Windows windows,
            Patterns patterns,
            Holidays holidays,
            Promises promises,
            Outbox outbox) {
        this.listings = listings;
        this.windows = windows;
        this.patterns = patterns;
        this.holidays = holidays;
        this.promises = promises;
        this.outbox = outbox;
    }

    /**
     * Says of stretches of time whether the listing is free in them, whatever was said of them before; of all or of none.
     *
     * @param availability null to say nothing of them any more
     */
    public Outcome<ListingId> say(
            Actor actor,
            ListingId id,
            List<TimeWindow> stretches,
            @Nullable Availability availability,
            String note,
            Instant now) {
        Optional<Listing> found = listings.lockedBy(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        Listing listing = found.get();
        stretches.forEach(stretch -> windows.touchingLocked(id, stretch));
        List<Refusal> wrong = Stream.concat(
                        listing.mayChange().stream(),
                        stretches.stream().flatMap(stretch -> refused(id, stretch, availability, note, now)))
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        for (TimeWindow stretch : stretches) {
            Timetable.Change change = Timetable.say(windows.touching(id, stretch), stretch, availability, note.strip());
            if (!change.nothing()) {
                windows.replace(id, change, now);
            }
        }
        listing.rescheduled(actor.name(), now);
        tell(listing, ListingStep.TIME_SAID);
        return Outcome.accepted(id);
    }

    private Stream<Refusal> refused(
            ListingId id, TimeWindow stretch, @Nullable Availability availability, String note, Instant now) {
        List<Refusal> wrong = WindowRules.broken(stretch, note, now);
        return (!wrong.isEmpty() || availability == Availability.FREE ? wrong : promises.standingIn(id, stretch, now))
                .stream();
    }

    /** Every window of one's own listing that lies in or reaches into this time, also what is over. */
    public List<CapacityWindow> windows(Actor actor, ListingId id, TimeWindow within) {
        return listings.ownedBy(actor, id)
                .map(listing ->
                        windows.during(id, within).stream().map(Kept::window).toList())
                .orElseGet(List::of);
    }

    /** The pattern that one's own listing follows. */
    public Optional<WeeklyPattern> pattern(Actor actor, ListingId id) {
        return listings.ownedBy(actor, id).flatMap(listing -> patterns.of(id));
    }

    /** What windows a pattern would come to; nothing is changed. */
    public Outcome<PatternPreview> preview(Actor actor, ListingId id, WeeklyPattern pattern, Instant now) {
        Optional<Listing> found = listings.ownedBy(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        List<Refusal> wrong = wrong(found.get(), pattern, now);
        return wrong.isEmpty() ? Outcome.accepted(preview(id, pattern, now)) : Outcome.refused(wrong);
    }

    /** Follows a pattern from now on: its windows are made, those of the one before taken back where nobody holds them. */
    public Outcome<PatternPreview> follow(Actor actor, ListingId id, WeeklyPattern pattern, Instant now) {
        Optional<Listing> found = listings.lockedBy(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        List<Refusal> wrong = wrong(found.get(), pattern, now);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        windows.duringLocked(id, new TimeWindow(now, EVER));
        PatternPreview preview = preview(id, pattern, now);
        take(id, pattern, now);
        found.get().rescheduled(actor.name(), now);
        tell(found.get(), ListingStep.PATTERN_FOLLOWED);
        return Outcome.accepted(preview);
    }

    private void take(ListingId id, WeeklyPattern pattern, Instant now) {
        make(id, plan(id, days(pattern, now), now), now);
        patterns.keep(id, pattern, until(pattern, now), now);
    }

    /** As {@link #follow} and {@link #stopFollowing}, of a listing that is being kept with many others: who keeps it locks it and tells of it. */
    void keep(ListingId id, SaidPattern said, Instant now) {
        windows.duringLocked(id, new TimeWindow(now, EVER));
        WeeklyPattern pattern = said.follows();
        if (pattern != null) {
            take(id, pattern, now);
        } else if (patterns.forget(id)) {
            make(id, plan(id, List.of(), now), now);
        }
    }

    /** What these follow. */
    Map<ListingId, WeeklyPattern> followed(Collection<ListingId> ids) {
        return patterns.of(ids);
    }

    /** Follows no pattern any more; its windows to come are taken back where nobody holds them. Tells how many were. */
    public Outcome<Integer> stopFollowing(Actor actor, ListingId id, Instant now) {
        Optional<Listing> found = listings.lockedBy(actor, id);
        if (found.isEmpty() || !patterns.forget(id)) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        windows.duringLocked(id, new TimeWindow(now, EVER));
        PatternPlan plan = plan(id, List.of(), now);
        make(id, plan, now);
        found.get().rescheduled(actor.name(), now);
        tell(found.get(), ListingStep.PATTERN_STOPPED);
        return Outcome.accepted(plan.change().gone().size());
    }

    /** The listings whose pattern's windows have to reach further by now. */
    @ActivateRequestContext
    public List<ListingId> toExtend(int most, Instant now) {
        return patterns.madeBefore(Weeks.mondayOf(now).plusWeeks(WEEKS_AHEAD), most);
    }

    /** Makes the windows of the weeks that have come into reach; that is no word of the supplier's, so it confirms nothing. */
    @ActivateRequestContext
    public void extend(ListingId id, Instant now) {
        Optional<Listing> listing = listings.lockedBy(Actor.system(), id);
        Optional<WeeklyPattern> pattern = patterns.of(id);
        if (listing.isEmpty() || pattern.isEmpty()) {
            return;
        }
        windows.duringLocked(id, new TimeWindow(now, EVER));
        PatternPlan plan = plan(id, days(pattern.get(), now), now);
        patterns.keep(id, pattern.get(), until(pattern.get(), now), now);
        if (!plan.change().nothing()) {
            make(id, plan, now);
            listing.get().extended(now);
            tell(listing.get(), ListingStep.PATTERN_EXTENDED);
        }
    }

    private List<Refusal> wrong(Listing listing, WeeklyPattern pattern, Instant now) {
        return Stream.concat(
                        listing.mayChange().stream(),
                        PatternRules.broken(pattern, now.atZone(pattern.zone()).toLocalDate()).stream())
                .toList();
    }

    private PatternPreview preview(ListingId id, WeeklyPattern pattern, Instant now) {
        List<PatternDays.Day> days = days(pattern, now);
        PatternPlan plan = plan(id, days, now);
        LocalDate last = Weeks.mondayOf(now).plusWeeks(PREVIEWED_WEEKS);
        List<PatternPreview.Day> shown = days.stream()
                .filter(day -> day.date().isBefore(last))
                .map(day -> shown(day, plan, pattern))
                .toList();
        return new PatternPreview(
                shown,
                plan.change().come().size(),
                plan.change().gone().size(),
                plan.again().size(),
                plan.promised(),
                until(pattern, now));
    }

    private static PatternPreview.Day shown(PatternDays.Day day, PatternPlan plan, WeeklyPattern pattern) {
        TimeWindow whole = new TimeWindow(
                PatternDays.moment(day.date().atStartOfDay(), pattern.zone(), false),
                PatternDays.moment(day.date().plusDays(1).atStartOfDay(), pattern.zone(), false));
        List<PatternPreview.Part> parts = new ArrayList<>();
        Stream.of(plan.stays(), plan.again(), plan.change().come())
                .flatMap(List::stream)
                .forEach(kept -> kept.during()
                        .intersection(whole)
                        .ifPresent(part -> parts.add(
                                new PatternPreview.Part(part, kept.window().availability(), !kept.fromPattern()))));
        parts.sort(Comparator.comparing(part -> part.during().from()));
        PatternDays.Reason reason = day.reason();
        return new PatternPreview.Day(
                day.date(), reason == null ? "" : reason.note(), reason == null ? null : reason.holiday(), parts);
    }

    private List<PatternDays.Day> days(WeeklyPattern pattern, Instant now) {
        return PatternDays.of(pattern, holidays, now.atZone(pattern.zone()).toLocalDate(), until(pattern, now));
    }

    private static LocalDate until(WeeklyPattern pattern, Instant now) {
        return Weeks.mondayOf(now).plusWeeks(WEEKS_AHEAD);
    }

    private PatternPlan plan(ListingId id, List<PatternDays.Day> days, Instant now) {
        List<Kept> ahead = windows.during(id, new TimeWindow(now, EVER));
        List<PatternDays.Said> said =
                days.stream().flatMap(day -> day.said().stream()).toList();
        PatternPlan plan = PatternPlan.of(ahead, said, Set.of(), now);
        Set<UUID> promised = promisedOf(id, plan.change().gone(), now);
        return promised.isEmpty() ? plan : PatternPlan.of(ahead, said, promised, now);
    }

    /** Those of these windows in which somebody was promised some of the free time. */
    private Set<UUID> promisedOf(ListingId id, List<Kept> windows, Instant now) {
        List<Kept> free = windows.stream()
                .filter(kept -> kept.window().availability() == Availability.FREE)
                .toList();
        if (free.isEmpty()
                || promises.standingIn(
                                id,
                                new TimeWindow(
                                        free.get(0).during().from(),
                                        free.get(free.size() - 1).during().to()),
                                now)
                        .isEmpty()) {
            return Set.of();
        }
        return free.stream()
                .filter(kept -> !promises.standingIn(id, kept.during(), now).isEmpty())
                .map(kept -> kept.window().id())
                .collect(Collectors.toSet());
    }

    private void make(ListingId id, PatternPlan plan, Instant now) {
        if (!plan.change().nothing()) {
            windows.replace(id, plan.change(), now);
        }
    }

    private void tell(Listing listing, ListingStep step) {
        listings.flush();
        outbox.publish(new ListingChanged(listing.id(), listing.revision(), step));
    }
}
