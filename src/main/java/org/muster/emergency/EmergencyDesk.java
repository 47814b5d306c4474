package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Where coordinators declare emergencies and run them. Nobody else is told that one exists before it is published. */
@ApplicationScoped
@Transactional
public class EmergencyDesk {

    public static final String NOT_FOUND = "emergency.not_found";

    /** Stands before the name of what is only rehearsed: in every letter, on every paper and every page. */
    private static final String DRILL = "【演练 DRILL】";

    /** Lines of the record on a page. */
    public static final int SHOWN_ENTRIES = 100;

    private final Emergencies emergencies;
    private final StatedNeeds needs;
    private final Entries entries;
    private final Places places;
    private final Outbox outbox;
    private final Instance<StillOpen> stillOpen;

    EmergencyDesk(
            Emergencies emergencies,
            StatedNeeds needs,
            Entries entries,
            Places places,
            Outbox outbox,
            @Any Instance<StillOpen> stillOpen) {
        this.emergencies = emergencies;
        this.needs = needs;
        this.entries = entries;
        this.places = places;
        this.outbox = outbox;
        this.stillOpen = stillOpen;
    }

    /** Whether somebody runs emergencies. */
    public static boolean mayRun(Actor actor) {
        return actor.is(Role.COORDINATOR) || actor.is(Role.OPERATOR);
    }

    /**
     * An emergency exists from here on, and its clocks run.
     *
     * @param usualRule the priority rule where the declaration says none, in the declarer's language
     * @param zone in which the start was typed
     */
    public Outcome<EmergencyId> declare(
            Actor actor, Declaration declaration, String usualRule, ZoneId zone, Instant now) {
        return declare(actor, declaration, false, usualRule, zone, now);
    }

    /** As {@link #declare}, to be rehearsed only. Its name says so wherever it stands. */
    public Outcome<EmergencyId> declareDrill(
            Actor actor, Declaration typed, String usualRule, ZoneId zone, Instant now) {
        return declare(
                actor,
                typed.name().isBlank()
                        ? typed
                        : typed.named(DRILL + typed.name().strip()),
                true,
                usualRule,
                zone,
                now);
    }

    private Outcome<EmergencyId> declare(
            Actor actor, Declaration declaration, boolean drill, String usualRule, ZoneId zone, Instant now) {
        if (!mayRun(actor)) {
            return Outcome.refused(Refusal.of("emergency.coordinators_only"));
        }
        return DeclarationRules.check(declaration, usualRule, places, zone, now).map(checked -> {
            EmergencyId id = EmergencyId.create();
            Emergency emergency = new Emergency(id, checked, actor, now);
            emergencies.persist(drill ? emergency.asDrill() : emergency);
            entries.add(id, actor, Entry.Deed.DECLARED, checked.authority() + " · " + checked.document(), now);
            outbox.publish(new EmergencyDeclared(
                    id,
                    checked.name(),
                    checked.authority(),
                    checked.document(),
                    checked.areas().stream().map(place -> place.code()).toList()));
            return id;
        });
    }

    /** All for coordinators; for everybody else those that were published. */
    public List<EmergencyView> list(Actor viewer) {
        return (mayRun(viewer) ? emergencies.all() : emergencies.published())
                .stream().map(Emergency::view).toList();
    }

    /** As coordinators see it; empty for everybody else. */
    public Optional<EmergencyView> byId(Actor viewer, EmergencyId id) {
        return mayRun(viewer) ? emergencies.byId(id).map(Emergency::view) : Optional.empty();
    }

    /** As everybody may read it; empty until it is published. */
    public Optional<EmergencyNotice> notice(EmergencyId id) {
        return emergencies
                .byId(id)
                .filter(Emergency::isPublished)
                .map(emergency -> EmergencyNotice.of(emergency.view()));
    }

    /** What was done, the last first. */
    public List<Entry> record(Actor viewer, EmergencyId id) {
        return mayRun(viewer) ? entries.of(id, SHOWN_ENTRIES) : List.of();
    }

    /** One page of the record, the last first; pages count from 1 and have {@link #SHOWN_ENTRIES} lines. */
    public List<Entry> record(Actor viewer, EmergencyId id, int page) {
        return mayRun(viewer) ? entries.of(id, (page - 1) * SHOWN_ENTRIES, SHOWN_ENTRIES) : List.of();
    }

    /** How many lines the record has. */
    public long recorded(Actor viewer, EmergencyId id) {
        return mayRun(viewer) ? entries.count(id) : 0;
    }

    /** All that was done from the declaration on, the first first. */
    public List<Entry> wholeRecord(Actor viewer, EmergencyId id) {
        if (!mayRun(viewer)) {
            return List.of();
        }
        List<Entry> all = new ArrayList<>(entries.of(id, Integer.MAX_VALUE));
        Collections.reverse(all);
        return all;
    }

    /** Everybody may read of it, and institutions may say what they need. */
    public Outcome<EmergencyId> publish(Actor actor, EmergencyId id, Instant now) {
        Optional<Emergency> found = open(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        if (found.get().isDrill()) {
            return Outcome.refused(Refusal.of("emergency.drill_not_published"));
        }
        if (!found.get().isPublished()) {
            found.get().publish(now);
            entries.add(id, actor, Entry.Deed.PUBLISHED, "", now);
            outbox.publish(new EmergencyPublished(id));
        }
        return Outcome.accepted(id);
    }

    /**
     * Somebody named says which area comes first. It is published with the name and the reason.
     *
     * @param order an area's place code, and its place in the order as typed
     */
    public Outcome<EmergencyId> prioritise(
            Actor actor, EmergencyId id, String arbiter, String reason, Map<String, String> order, Instant now) {
        Optional<Emergency> found = open(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        List<Refusal> refusals = new ArrayList<>();
        String by = arbiter.strip();
        if (by.length() < 2 || by.length() > 60) {
            refusals.add(Refusal.at("arbiter", "emergency.arbiter_missing"));
        }
        String why = reason("reason", reason, refusals);
        Map<String, Integer> read = new TreeMap<>();
        for (Area area : found.get().areas()) {
            String typed = order.getOrDefault(area.placeCode(), "").strip();
            if (typed.matches("[1-9][0-9]?")) {
                read.put(area.placeCode(), Integer.valueOf(typed));
            } else {
                refusals.add(Refusal.at("priority-" + area.placeCode(), "emergency.priority_unreadable", typed));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        found.get().prioritise(by, why, read);
        entries.add(
                id,
                actor,
                Entry.Deed.PRIORITY_SET,
                by + " · "
                        + read.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining(" "))
                        + " · " + why,
                now);
        outbox.publish(new AreaPrioritySet(id, by, why, read));
        return Outcome.accepted(id);
    }

    /** All areas are equal again. */
    public Outcome<EmergencyId> equalise(Actor actor, EmergencyId id, Instant now) {
        Optional<Emergency> found = open(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        found.get().equalise();
        entries.add(id, actor, Entry.Deed.PRIORITY_EQUAL, "", now);
        outbox.publish(new AreaPrioritySet(id, "", "", Map.of()));
        return Outcome.accepted(id);
    }

    /** Changes what may change while it runs. Each thing that changed is on the record with what it was, and why. */
    public Outcome<EmergencyId> change(Actor actor, EmergencyId id, EmergencyChange typed, Instant now) {
        Optional<Emergency> found = open(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        EmergencyView before = found.get().view();
        if (typed.version() != before.version()) {
            return Outcome.refused(Refusal.of("emergency.changed_meanwhile"));
        }
        List<Refusal> refusals = new ArrayList<>();
        String reason = reason("reason", typed.reason(), refusals);
        Outcome<DeclarationRules.Checked> read = DeclarationRules.check(typed, before, places);
        refusals.addAll(read.reasons());
        if (refusals.isEmpty()) {
            refusals.addAll(needed(before, read.orElseThrow().areas()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        found.get().change(read.orElseThrow());
        Map<Entry.Deed, String> changes = differences(before, found.get().view());
        if (changes.isEmpty()) {
            return Outcome.refused(Refusal.of("emergency.nothing_changed"));
        }
        changes.forEach((deed, what) -> entries.add(id, actor, deed, what + " · " + reason, now));
        outbox.publish(new EmergencyChanged(
                id,
                reason,
                changes.entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue))));
        return Outcome.accepted(id);
    }

    /** Ends it. What was said and done stays to be read; nothing is added. */
    public Outcome<EmergencyId> close(Actor actor, EmergencyId id, String reason, Instant now) {
        Optional<Emergency> found = open(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        List<Refusal> refusals = new ArrayList<>();
        String why = reason("closeReason", reason, refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        for (StillOpen one : stillOpen) {
            one.of(id).ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        found.get().close(actor, why, now);
        entries.add(id, actor, Entry.Deed.CLOSED, why, now);
        outbox.publish(new EmergencyClosed(id, why));
        return Outcome.accepted(id);
    }

    /** A reason as it is kept; what is too short or too long for one is refused at its field. */
    public static String reason(String field, String typed, List<Refusal> refusals) {
        String why = typed.strip();
        if (why.length() < 4 || why.length() > 500) {
            refusals.add(Refusal.at(field, "emergency.reason_missing", 4, 500));
        }
        return why;
    }

    /** An area for which somebody said what they need is not left alone. */
    private List<Refusal> needed(EmergencyView before, List<Place> areas) {
        List<Refusal> refusals = new ArrayList<>();
        List<Place> named = needs.placesOf(before.id()).stream()
                .flatMap(code -> places.byCode(code).stream())
                .toList();
        for (EmergencyView.AreaView area : before.areas()) {
            boolean stays = areas.stream().anyMatch(place -> place.code().equals(area.placeCode()));
            Optional<Place> left = stays ? Optional.empty() : places.byCode(area.placeCode());
            left.ifPresent(place -> {
                long needed = named.stream()
                        .filter(one -> one.equals(place) || places.liesIn(one, place))
                        .filter(one ->
                                areas.stream().noneMatch(other -> one.equals(other) || places.liesIn(one, other)))
                        .count();
                if (needed > 0) {
                    refusals.add(Refusal.at("areas", "emergency.area_needed", place.nameZh(), needed));
                }
            });
        }
        return refusals;
    }

    private Map<Entry.Deed, String> differences(EmergencyView before, EmergencyView after) {
        Map<Entry.Deed, String> changes = new EnumMap<>(Entry.Deed.class);
        differ(changes, Entry.Deed.DOCUMENT_CHANGED, before.document(), after.document());
        differ(changes, Entry.Deed.PEOPLE_CHANGED, people(before), people(after));
        differ(changes, Entry.Deed.AREAS_CHANGED, areas(before), areas(after));
        differ(changes, Entry.Deed.CLOCKS_CHANGED, clocks(before), clocks(after));
        differ(changes, Entry.Deed.ANSWER_TIMES_CHANGED, answers(before), answers(after));
        return changes;
    }

    private static void differ(Map<Entry.Deed, String> changes, Entry.Deed deed, String before, String after) {
        if (!before.equals(after)) {
            changes.put(deed, before + " → " + after);
        }
    }

    private static String people(EmergencyView view) {
        return Stream.concat(Stream.of(view.lead()), view.deputies().stream())
                .map(one -> one.name() + " " + one.mobile())
                .collect(Collectors.joining(", "));
    }

    private String areas(EmergencyView view) {
        return view.areas().stream()
                .map(area -> places.byCode(area.placeCode())
                        .map(place -> places.wholeName(place, Locale.CHINESE))
                        .orElse(area.placeCode()))
                .collect(Collectors.joining("、"));
    }

    private static String clocks(EmergencyView view) {
        return Stream.of(Optional.of(view.allocateBy()), Optional.of(view.firstPieceBy()), view.releaseBy())
                .flatMap(Optional::stream)
                .map(by -> Duration.between(view.startsAt(), by).toHours() + " h")
                .collect(Collectors.joining(" / "));
    }

    private static String answers(EmergencyView view) {
        return view.answerWithin().toHours() + " h / " + view.remindAfter().toMinutes() + " min";
    }

    private Optional<Emergency> open(Actor actor, EmergencyId id) {
        return mayRun(actor) ? emergencies.lockedById(id).filter(Emergency::isOpen) : Optional.empty();
    }
}
