package org.muster.emergency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.organisation.PhoneNumber;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.Standards;
import org.muster.reference.Terms;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/**
 * What is needed in an emergency: taken in by form, paste or list, or from institutions themselves; every row is kept, what is doubtful waits
 * for a click, and what counts is summed up for each area and thing.
 */
@ApplicationScoped
@Transactional
public class NeedDesk {

    public static final int MOST_ROWS = 20_000;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PUBLIC_AN_HOUR = 300;
    private static final int WRITTEN_AT_ONCE = 200;
    private static final int LONGEST_PASTE = 200_000;

    private final Emergencies emergencies;
    private final StatedNeeds needs;
    private final Intakes intakes;
    private final Entries entries;
    private final Glossary glossary;
    private final Places places;
    private final Standards standards;
    private final Outbox outbox;
    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final DailyUse use = new DailyUse();

    NeedDesk(
            Emergencies emergencies,
            StatedNeeds needs,
            Intakes intakes,
            Entries entries,
            Glossary glossary,
            Places places,
            Standards standards,
            Outbox outbox,
            EntityManager entityManager,
            ObjectMapper json) {
        this.emergencies = emergencies;
        this.needs = needs;
        this.intakes = intakes;
        this.entries = entries;
        this.glossary = glossary;
        this.places = places;
        this.standards = standards;
        this.outbox = outbox;
        this.entityManager = entityManager;
        this.json = json;
    }

    // ── Taking in ───────────────────────────────────────────────────────────────

    /** One need, typed at the desk. What is doubtful is taken too, and waits. */
    public Outcome<UUID> add(Actor actor, EmergencyId id, WrittenNeed typed, Instant now) {
        return open(actor, id)
                .map(emergency -> {
                    List<Refusal> missing = missing(typed);
                    if (!missing.isEmpty()) {
                        return Outcome.<UUID>refused(missing);
                    }
                    NeedIntake intake = new NeedIntake(id, IntakeWay.FORM, "", actor, null, now);
                    intakes.persist(intake);
                    take(
                            emergency,
                            intake,
                            List.of(typed),
                            reader(emergency, false, Optional.empty(), now),
                            actor,
                            now);
                    return Outcome.accepted(intake.id());
                })
                .orElseGet(NeedDesk::notFound);
    }

    /** One need that an institution wrote by itself. It counts once somebody at the desk has clicked. */
    public Outcome<UUID> ask(EmergencyId id, WrittenNeed typed, Instant now) {
        Optional<Emergency> found = emergencies.lockedById(id).filter(one -> one.isOpen() && one.isPublished());
        if (found.isEmpty()) {
            return notFound();
        }
        List<Refusal> missing = new ArrayList<>(missing(typed));
        if (typed.contactName().isBlank()) {
            missing.add(Refusal.at("contactName", "need.contact_missing"));
        }
        if (PhoneNumber.read(typed.contactMobile()).isEmpty()) {
            missing.add(Refusal.at("contactMobile", "need.contact_mobile_missing"));
        }
        if (!missing.isEmpty()) {
            return Outcome.refused(missing);
        }
        if (needs.publicSince(id, now.minus(Duration.ofHours(1))) >= PUBLIC_AN_HOUR) {
            return Outcome.refused(Refusal.of("need.too_many_at_once"));
        }
        NeedIntake intake =
                new NeedIntake(id, IntakeWay.PUBLIC, typed.institution().strip(), Actor.visitor(), null, now);
        intakes.persist(intake);
        take(
                found.get(),
                intake,
                List.of(typed),
                reader(found.get(), false, Optional.empty(), now),
                Actor.visitor(),
                now);
        return Outcome.accepted(intake.id());
    }

    /** Needs as chats have them. */
    public Outcome<UUID> paste(Actor actor, EmergencyId id, String text, Instant now) {
        return open(actor, id)
                .map(emergency -> {
                    if (text.isBlank() || text.length() > LONGEST_PASTE) {
                        return Outcome.<UUID>refused(Refusal.at("text", "need.paste_missing", LONGEST_PASTE));
                    }
                    List<WrittenNeed> rows = PastedNeeds.read(text, glossary.terms());
                    if (rows.isEmpty()) {
                        return Outcome.<UUID>refused(Refusal.at("text", "need.paste_says_nothing"));
                    }
                    if (rows.size() > PastedNeeds.MOST_LINES) {
                        return Outcome.<UUID>refused(
                                Refusal.at("text", "need.paste_too_long", rows.size(), PastedNeeds.MOST_LINES));
                    }
                    NeedIntake intake = new NeedIntake(id, IntakeWay.PASTE, "", actor, null, now);
                    intakes.persist(intake);
                    take(emergency, intake, rows, reader(emergency, false, Optional.empty(), now), actor, now);
                    return Outcome.accepted(intake.id());
                })
                .orElseGet(NeedDesk::notFound);
    }

    /** A list, kept until somebody has said what its columns are. */
    public Outcome<UUID> receive(
            Actor actor, EmergencyId id, IntakeWay way, String source, NeedTable table, Instant now) {
        return open(actor, id)
                .map(emergency -> {
                    if (table.rows().isEmpty() || table.rows().size() > MOST_ROWS) {
                        return Outcome.<UUID>refused(Refusal.at(
                                "file", "need.rows_missing", table.rows().size(), MOST_ROWS));
                    }
                    NeedIntake intake = new NeedIntake(id, way, source, actor, write(table), now);
                    intakes.persist(intake);
                    return Outcome.accepted(intake.id());
                })
                .orElseGet(NeedDesk::notFound);
    }

    /**
     * Somebody said what its columns are: its rows are needs from now on.
     *
     * @param oneMeansNeeded whether a 1 in it says that something is needed, not how much
     * @param usualUnit a unit's code for figures without one; blank for the item's own
     */
    public Outcome<UUID> columns(
            Actor actor,
            EmergencyId id,
            UUID intakeId,
            List<NeedColumn> columns,
            boolean oneMeansNeeded,
            String usualUnit,
            Instant now) {
        Optional<Emergency> emergency = open(actor, id);
        Optional<NeedIntake> found = emergency.flatMap(one -> intakes.lockedById(id, intakeId));
        if (emergency.isEmpty() || found.isEmpty()) {
            return notFound();
        }
        NeedIntake intake = found.get();
        if (intake.isRead()) {
            // Sent twice: it has been done.
            return Outcome.accepted(intakeId);
        }
        List<Refusal> refusals = new ArrayList<>();
        for (NeedColumn wanted : List.of(NeedColumn.INSTITUTION, NeedColumn.ITEM)) {
            if (!columns.contains(wanted)) {
                refusals.add(Refusal.at(
                        "column-0",
                        wanted == NeedColumn.ITEM ? "need.column_item_missing" : "need.column_institution_missing"));
            }
        }
        Set<NeedColumn> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != NeedColumn.IGNORED && !seen.add(columns.get(i))) {
                refusals.add(Refusal.at("column-" + i, "need.column_twice", i + 1));
            }
        }
        Optional<Unit> unit = Unit.written(usualUnit);
        if (!usualUnit.isBlank() && unit.isEmpty()) {
            refusals.add(Refusal.at("usualUnit", "need.unit_unknown", usualUnit));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<WrittenNeed> rows = read(intake.content()).rows().stream()
                .map(row -> NeedTable.read(row, columns))
                .toList();
        intake.read();
        take(emergency.get(), intake, rows, reader(emergency.get(), oneMeansNeeded, unit, now), actor, now);
        return Outcome.accepted(intakeId);
    }

    private void take(
            Emergency emergency,
            NeedIntake intake,
            List<WrittenNeed> rows,
            NeedReader reader,
            Actor actor,
            Instant now) {
        Plausibility plausibility = plausibility(emergency, now);
        Standing standing = new Standing(needs.standing(emergency.id()));
        entityManager.unwrap(Session.class).setJdbcBatchSize(WRITTEN_AT_ONCE);
        int flagged = 0;
        List<ReadNeed> read = rows.stream().map(reader::read).toList();
        // What stands in the same list is part of what others ask for.
        read.forEach(standing::compareWith);
        for (ReadNeed one : read) {
            List<NeedFinding> findings = new ArrayList<>(plausibility.of(one));
            standing.farAbove(one).ifPresent(findings::add);
            standing.repeated(one).ifPresent(findings::add);
            if (intake.way() == IntakeWay.PUBLIC) {
                findings.add(NeedFinding.of(NeedRule.FROM_PUBLIC));
            }
            StatedNeed need = new StatedNeed(emergency.id(), intake.id(), one.noticing(findings));
            needs.persist(need);
            standing.add(one.sameness(), need);
            flagged += need.isFlagged() ? 1 : 0;
        }
        entries.add(
                emergency.id(),
                actor,
                Entry.Deed.NEEDS_RECEIVED,
                (intake.source().isEmpty() ? "" : intake.source() + " · ") + rows.size() + " / " + flagged,
                now);
        outbox.publish(new NeedsReceived(emergency.id(), intake.id(), intake.way(), rows.size(), flagged));
    }

    /** What has been asked for already, to hold a new need against. */
    private static final class Standing {

        private final Map<String, StatedNeed> bySameness = new HashMap<>();
        private final Map<String, List<BigDecimal>> amounts = new HashMap<>();
        /** Asked for once all that is compared is known. */
        private final Map<String, Plausibility.Usual> usual = new HashMap<>();

        Standing(List<StatedNeed> needs) {
            for (StatedNeed need : needs) {
                bySameness.putIfAbsent(need.sameness(), need);
                need.amount().ifPresent(amount -> of(need.thing()).add(amount.inBase()));
            }
        }

        private List<BigDecimal> of(String thing) {
            return amounts.computeIfAbsent(thing, key -> new ArrayList<>());
        }

        void compareWith(ReadNeed need) {
            need.amount().ifPresent(amount -> of(thing(need)).add(amount.inBase()));
        }

        void add(String sameness, StatedNeed need) {
            bySameness.putIfAbsent(sameness, need);
        }

        Optional<NeedFinding> farAbove(ReadNeed need) {
            return need.amount()
                    .flatMap(amount -> Plausibility.farAboveOthers(
                            amount, usual.computeIfAbsent(thing(need), thing -> Plausibility.Usual.of(of(thing)))));
        }

        Optional<NeedFinding> repeated(ReadNeed need) {
            StatedNeed other = bySameness.get(need.sameness());
            if (other == null || need.institution().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new NeedFinding(
                    NeedRule.DUPLICATE,
                    List.of(
                            other.rowName(),
                            need.amount().map(Quantity::toString).orElse("–"),
                            other.amount().map(Quantity::toString).orElse("–")),
                    Optional.of(other.id())));
        }

        private static String thing(ReadNeed need) {
            return need.item().map(term -> term.key()).orElse("")
                    + need.amount()
                            .map(amount -> amount.unit().dimension().name())
                            .orElse("");
        }
    }

    private static List<Refusal> missing(WrittenNeed typed) {
        List<Refusal> refusals = new ArrayList<>();
        int institution = NeedReader.tidy(typed.institution()).length();
        if (institution < 2 || institution > 120) {
            refusals.add(Refusal.at("institution", "need.institution_needed"));
        }
        int item = NeedReader.tidy(typed.item()).length();
        if (item < 1 || item > 200) {
            refusals.add(Refusal.at("item", "need.item_needed"));
        }
        if (typed.specification().length() > 500) {
            refusals.add(Refusal.at("specification", "need.specification_long", 500));
        }
        return refusals;
    }

    // ── Judging ─────────────────────────────────────────────────────────────────

    /** One click on one need. Of two that say the same, the one that says more stays. */
    public Outcome<UUID> judge(
            Actor actor, EmergencyId id, UUID need, Judgement judgement, String reason, Instant now) {
        Optional<StatedNeed> found = open(actor, id).flatMap(emergency -> needs.byId(id, need));
        if (found.isEmpty()) {
            return notFound();
        }
        return judge(actor, id, List.of(found.get()), judgement, reason, now).map(done -> need);
    }

    /** One click on all that one rule has flagged; how many they were. */
    public Outcome<Integer> judgeAll(
            Actor actor, EmergencyId id, NeedRule rule, Judgement judgement, String reason, Instant now) {
        return open(actor, id)
                .map(emergency -> judge(actor, id, needs.flaggedWith(id, rule), judgement, reason, now))
                .orElseGet(NeedDesk::notFound);
    }

    private Outcome<Integer> judge(
            Actor actor, EmergencyId id, List<StatedNeed> judged, Judgement judgement, String reason, Instant now) {
        String why = reason.strip();
        if (judgement == Judgement.SET_ASIDE && (why.length() < 2 || why.length() > 300)) {
            return Outcome.refused(Refusal.at("reason", "need.reason_missing"));
        }
        List<UUID> changed = new ArrayList<>();
        for (StatedNeed need : judged) {
            switch (judgement) {
                case KEEP -> {
                    need.keep(actor.name(), now);
                    changed.add(need.id());
                }
                case SET_ASIDE -> {
                    need.setAside(why, actor.name(), now);
                    changed.add(need.id());
                }
                case MERGE -> merge(id, need, actor, now).ifPresent(changed::add);
            }
        }
        if (changed.isEmpty()) {
            return Outcome.refused(Refusal.of("need.nothing_to_merge"));
        }
        NeedState state = switch (judgement) {
            case KEEP -> NeedState.KEPT;
            case SET_ASIDE -> NeedState.SET_ASIDE;
            case MERGE -> NeedState.MERGED;
        };
        entries.add(
                id,
                actor,
                Entry.Deed.NEEDS_JUDGED,
                state + " · " + changed.size() + (why.isEmpty() ? "" : " · " + why),
                now);
        outbox.publish(new NeedsJudged(id, changed, state, why));
        return Outcome.accepted(changed.size());
    }

    /** The one that was merged: of the two the one with the smaller figure, so that nobody gets less for having said it twice. */
    private Optional<UUID> merge(EmergencyId id, StatedNeed need, Actor actor, Instant now) {
        Optional<StatedNeed> other = need.repeated()
                .flatMap(one -> needs.byId(id, one))
                .map(one ->
                        one.mergedInto().flatMap(into -> needs.byId(id, into)).orElse(one))
                .filter(one -> !one.id().equals(need.id()) && one.state() != NeedState.SET_ASIDE);
        if (other.isEmpty()) {
            return Optional.empty();
        }
        boolean needSaysMore = need.amount()
                .map(amount -> other.get()
                        .amount()
                        .map(theirs ->
                                amount.unit().dimension().equals(theirs.unit().dimension())
                                        && amount.inBase().compareTo(theirs.inBase()) > 0)
                        .orElse(true))
                .orElse(false);
        StatedNeed stays = needSaysMore ? need : other.get();
        StatedNeed goes = needSaysMore ? other.get() : need;
        goes.merge(stays.id(), actor.name(), now);
        if (stays.isFlagged() && needSaysMore) {
            stays.keep(actor.name(), now);
        }
        return Optional.of(goes.id());
    }

    /** Somebody knows better: the need is read again, and judged again by every rule. */
    public Outcome<UUID> correct(Actor actor, EmergencyId id, UUID need, WrittenNeed typed, Instant now) {
        Optional<Emergency> emergency = open(actor, id);
        Optional<StatedNeed> found = emergency.flatMap(one -> needs.byId(id, need));
        if (emergency.isEmpty() || found.isEmpty()) {
            return notFound();
        }
        List<Refusal> missing = missing(typed);
        if (!missing.isEmpty()) {
            return Outcome.refused(missing);
        }
        ReadNeed read = reader(emergency.get(), false, Optional.empty(), now).read(typed);
        List<NeedFinding> findings =
                new ArrayList<>(plausibility(emergency.get(), now).of(read));
        Standing standing = new Standing(needs.standing(id).stream()
                .filter(other -> !other.id().equals(need))
                .toList());
        standing.farAbove(read).ifPresent(findings::add);
        standing.repeated(read).ifPresent(findings::add);
        found.get().say(read.noticing(findings));
        entries.add(id, actor, Entry.Deed.NEED_CORRECTED, read.institution() + " · " + typed.item(), now);
        outbox.publish(new NeedCorrected(id, need));
        return Outcome.accepted(need);
    }

    // ── Looking ─────────────────────────────────────────────────────────────────

    public List<NeedView> needs(Actor viewer, EmergencyId id, NeedFilter filter, int page, int size) {
        return EmergencyDesk.mayRun(viewer)
                ? needs.page(id, filter, page, size).stream()
                        .map(StatedNeed::view)
                        .toList()
                : List.of();
    }

    public Optional<NeedView> need(Actor viewer, EmergencyId id, UUID need) {
        return EmergencyDesk.mayRun(viewer) ? needs.byId(id, need).map(StatedNeed::view) : Optional.empty();
    }

    public Map<NeedState, Long> states(Actor viewer, EmergencyId id) {
        return EmergencyDesk.mayRun(viewer) ? needs.states(id, Optional.empty()) : Map.of();
    }

    /** How many wait because of each rule, the most frequent first. */
    public Map<NeedRule, Long> flags(Actor viewer, EmergencyId id) {
        return EmergencyDesk.mayRun(viewer) ? needs.flags(id) : Map.of();
    }

    /** Lists and pastes, the last first. */
    public List<Intake> intakes(Actor viewer, EmergencyId id) {
        return EmergencyDesk.mayRun(viewer)
                ? intakes.lists(id).stream().map(one -> intake(id, one, false)).toList()
                : List.of();
    }

    public Optional<Intake> intake(Actor viewer, EmergencyId id, UUID intake) {
        return EmergencyDesk.mayRun(viewer)
                ? intakes.byId(id, intake).map(one -> intake(id, one, true))
                : Optional.empty();
    }

    private Intake intake(EmergencyId id, NeedIntake intake, boolean withTable) {
        return new Intake(
                intake.id(),
                intake.way(),
                intake.source(),
                intake.receivedAt(),
                intake.receivedByName(),
                withTable && !intake.isRead() ? Optional.of(read(intake.content())) : Optional.empty(),
                intake.isRead() ? needs.states(id, Optional.of(intake.id())) : Map.of());
    }

    /** What counts, for each area and thing: areas in the emergency's order, within each what most ask for first. */
    public List<NeedSum> sums(Actor viewer, EmergencyId id) {
        Optional<Emergency> emergency =
                EmergencyDesk.mayRun(viewer) ? emergencies.byId(id) : Optional.<Emergency>empty();
        if (emergency.isEmpty()) {
            return List.of();
        }
        List<Place> areas = areas(emergency.get());
        Map<String, Adding> sums = new LinkedHashMap<>();
        for (StatedNeed need : needs.counted(id)) {
            NeedView view = need.view();
            Optional<Place> area = view.placeCode()
                    .flatMap(places::byCode)
                    .flatMap(place -> areas.stream()
                            .filter(one -> places.liesIn(place, one))
                            .findFirst());
            String thing = view.itemKey().orElse(view.itemWritten());
            sums.computeIfAbsent(
                            area.map(Place::code).orElse("") + "|" + thing,
                            key -> new Adding(area.map(areas::indexOf).orElse(areas.size()), area, view))
                    .add(view);
        }
        return sums.values().stream()
                .sorted(Comparator.comparingInt((Adding one) -> one.area)
                        .thenComparing(one -> one.rows, Comparator.reverseOrder())
                        .thenComparing(one -> one.first.itemWritten()))
                .map(Adding::sum)
                .toList();
    }

    /** The needs of one area and thing while they are added up. */
    private static final class Adding {

        private final int area;
        private final Optional<Place> place;
        private final NeedView first;
        private final Map<String, Quantity> amounts = new LinkedHashMap<>();
        private final Set<String> institutions = new HashSet<>();
        private int rows;
        private int withoutFigure;
        private @Nullable LocalDate firstOn;

        Adding(int area, Optional<Place> place, NeedView first) {
            this.area = area;
            this.place = place;
            this.first = first;
        }

        void add(NeedView need) {
            rows++;
            institutions.add(ReadNeed.institutionKey(need.institution()));
            need.amount()
                    .ifPresentOrElse(
                            amount -> amounts.merge(amount.unit().dimension().name(), amount, Quantity::plus),
                            () -> withoutFigure++);
            need.neededOn().ifPresent(day -> firstOn = firstOn == null || day.isBefore(firstOn) ? day : firstOn);
        }

        NeedSum sum() {
            return new NeedSum(
                    place.map(Place::code),
                    first.itemKey(),
                    first.itemWritten(),
                    List.copyOf(amounts.values()),
                    rows,
                    institutions.size(),
                    withoutFigure,
                    Optional.ofNullable(firstOn));
        }
    }

    // ── Inside ──────────────────────────────────────────────────────────────────

    private Optional<Emergency> open(Actor actor, EmergencyId id) {
        return EmergencyDesk.mayRun(actor) ? emergencies.lockedById(id).filter(Emergency::isOpen) : Optional.empty();
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
    }

    private List<Place> areas(Emergency emergency) {
        return emergency.areas().stream()
                .flatMap(area -> places.byCode(area.placeCode()).stream())
                .toList();
    }

    private NeedReader reader(Emergency emergency, boolean oneMeansNeeded, Optional<Unit> usualUnit, Instant now) {
        Terms terms = glossary.terms();
        return new NeedReader(
                terms, places, standards, areas(emergency), oneMeansNeeded, usualUnit, LocalDate.ofInstant(now, ZONE));
    }

    private Plausibility plausibility(Emergency emergency, Instant now) {
        return new Plausibility(glossary.terms(), places, areas(emergency), use, LocalDate.ofInstant(now, ZONE));
    }

    private byte[] write(NeedTable table) {
        try {
            return json.writeValueAsBytes(table);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A table cannot be written down", e);
        }
    }

    private NeedTable read(byte[] content) {
        try {
            return json.readValue(content, NeedTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
