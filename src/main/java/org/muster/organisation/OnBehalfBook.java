package org.muster.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.muster.identity.Actor;
import org.muster.shared.DomainEvent;

/**
 * What becomes of many organisations entered on behalf, one after another: found again by name and province, new, changed by what a list adds, or
 * claimed by their own people. It decides; whoever keeps it writes, or only wanted to know.
 */
final class OnBehalfBook {

    private final Actor actor;
    private final Instant now;
    private final Function<String, Optional<String>> derived;
    private final Map<String, Organisation> known = new HashMap<>();
    private final Set<String> looked = new LinkedHashSet<>();
    private final Map<String, Optional<String>> divisions = new HashMap<>();
    private final List<Organisation> created = new ArrayList<>();
    private final Set<Organisation> isNew = new LinkedHashSet<>();
    private final Set<Organisation> moved = new LinkedHashSet<>();
    private final Map<Organisation, DomainEvent> events = new LinkedHashMap<>();

    OnBehalfBook(Actor actor, Instant now, Intake intake) {
        this.actor = actor;
        this.now = now;
        this.derived = intake.divisions();
    }

    Actor actor() {
        return actor;
    }

    /** The name keys among these that nobody has looked for yet. */
    Collection<String> unknown(Collection<ProvisionalOrganisation> entered) {
        Set<String> keys = new LinkedHashSet<>();
        entered.forEach(one -> keys.add(NameKey.of(one.name()).value()));
        keys.removeAll(looked);
        looked.addAll(keys);
        return keys;
    }

    /**
     * Registered ones stand before what a list says of the same name in the same province; a name that was merged is the one that stayed, unless
     * somebody else bears it now.
     */
    void knows(Collection<Organisation> found, UnaryOperator<Organisation> standing) {
        for (Organisation organisation : found) {
            String key = key(organisation.nameKey(), organisation.placeCode());
            if (!organisation.isMerged()) {
                known.merge(key, organisation, (one, other) -> other.isRegistered() ? other : one);
            }
        }
        for (Organisation organisation : found) {
            if (organisation.isMerged()) {
                known.putIfAbsent(key(organisation.nameKey(), organisation.placeCode()), standing.apply(organisation));
            }
        }
    }

    OnBehalf enter(ProvisionalOrganisation entered) {
        String key = key(NameKey.of(entered.name()).value(), entered.placeCode());
        Organisation before = known.get(key);
        if (before == null) {
            Organisation organisation = Organisation.provisional(
                    entered, divisionOf(entered.makes()).orElse(null), actor.person(), now);
            known.put(key, organisation);
            created.add(organisation);
            isNew.add(organisation);
            return new OnBehalf(OnBehalf.Result.CREATED, organisation.id());
        }
        if (before.isRegistered()) {
            return new OnBehalf(OnBehalf.Result.CLAIMED, before.id());
        }
        String place = before.placeCode();
        String nameEn = before.nameEn();
        if (!before.learn(entered)) {
            return new OnBehalf(OnBehalf.Result.UNCHANGED, before.id());
        }
        divisionOf(before.makes()).ifPresent(before::derive);
        boolean elsewhere = !place.equals(before.placeCode());
        if (elsewhere && !isNew.contains(before)) {
            moved.add(before);
        }
        if (!isNew.contains(before)) {
            // Listings show where it is and what it is called, so they must hear of that, and of nothing else.
            boolean shown = elsewhere || !Objects.equals(nameEn, before.nameEn());
            events.merge(
                    before,
                    shown
                            ? new OrganisationChanged(before.id())
                            : new OrganisationLearned(before.id(), entered.source(), entered.sourceDate()),
                    (one, other) -> one instanceof OrganisationChanged ? one : other);
        }
        return new OnBehalf(OnBehalf.Result.UPDATED, before.id());
    }

    List<Organisation> created() {
        return created;
    }

    Collection<Organisation> moved() {
        return moved;
    }

    /** What is told of it: of each that is known what became of it, of those that are new together. */
    Collection<DomainEvent> events() {
        List<DomainEvent> told = new ArrayList<>();
        Map<Listed, List<Organisation>> fresh = new LinkedHashMap<>();
        for (Organisation organisation : created) {
            LocalDate day = Objects.requireNonNull(organisation.sourceDate(), "source date");
            fresh.computeIfAbsent(new Listed(String.valueOf(organisation.source()), day), listed -> new ArrayList<>())
                    .add(organisation);
        }
        fresh.forEach((listed, some) -> told.add(
                some.size() == 1
                        ? new OrganisationEnteredOnBehalf(
                                some.get(0).id(), some.get(0).name(), listed.source(), listed.day())
                        : new OrganisationsEntered(
                                UUID.randomUUID(),
                                listed.source(),
                                listed.day(),
                                some.stream().map(one -> one.id().value()).toList(),
                                some.stream().map(Organisation::name).toList())));
        told.addAll(events.values());
        return told;
    }

    private record Listed(String source, LocalDate day) {}

    /** Forgets what there would be to write: it was only foretold. */
    void writesNothing() {
        created.clear();
        moved.clear();
        events.clear();
    }

    private Optional<String> divisionOf(String makes) {
        return divisions.computeIfAbsent(makes, derived);
    }

    private static String key(String nameKey, String placeCode) {
        return nameKey + "|" + placeCode.substring(0, 2);
    }
}
