package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** Checks that operators leave to a liaison: in the liaison's own area only, granted and taken back by an operator, with reasons. */
@ApplicationScoped
@Transactional
public class Delegations {

    private static final int REASON_AT_LEAST = 4;
    private static final int LONGEST = 500;
    private static final int OFFICE_AT_MOST = 120;

    private final LiaisonAreas areas;
    private final Places places;
    private final People people;
    private final Outbox outbox;

    Delegations(LiaisonAreas areas, Places places, People people, Outbox outbox) {
        this.areas = areas;
        this.places = places;
        this.people = people;
        this.outbox = outbox;
    }

    /** A liaison asks for an area, by the name of its province, city or county. */
    public Outcome<UUID> ask(Actor liaison, String area, String office, Instant now) {
        Optional<PersonId> person = liaison.person().filter(id -> liaison.is(Role.LIAISON));
        if (person.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.area_liaisons_only"));
        }
        List<Refusal> refusals = new ArrayList<>();
        PlaceAnswer answer = places.resolve(area);
        Optional<Place> place =
                answer instanceof PlaceAnswer.Found found ? Optional.of(found.place()) : Optional.empty();
        if (place.isEmpty()) {
            refusals.add(
                    answer instanceof PlaceAnswer.Ambiguous
                            ? Refusal.at("area", "organisation.area_ambiguous", area.strip())
                            : Refusal.at("area", "organisation.area_unknown", area.strip()));
        }
        String speaksFor = office.replaceAll("\\p{Cntrl}", " ").strip();
        if (speaksFor.isEmpty() || speaksFor.length() > OFFICE_AT_MOST) {
            refusals.add(Refusal.at("office", "organisation.area_office_missing", OFFICE_AT_MOST));
        }
        place.ifPresent(asked -> areas.openOf(person.get()).stream()
                .filter(open -> open.placeCode().equals(asked.code()))
                .findFirst()
                .ifPresent(open -> refusals.add(Refusal.at("area", "organisation.area_asked_before"))));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var asked = new LiaisonArea(person.get(), place.orElseThrow().code(), speaksFor, now);
        areas.persist(asked);
        outbox.publish(new AreaAsked(asked.id(), asked.person(), asked.placeCode(), asked.office()));
        return Outcome.accepted(asked.id());
    }

    /** An operator grants what was asked for, or refuses it, or takes it back. */
    public Outcome<UUID> decide(Actor operator, UUID delegation, boolean grant, String reason, Instant now) {
        Optional<PersonId> by = operator.person().filter(id -> operator.is(Role.OPERATOR));
        if (by.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.decision_operators_only"));
        }
        Optional<LiaisonArea> open = areas.lockedOpen(delegation).filter(area -> !grant || !area.isInForce());
        if (open.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.area_decided_meanwhile"));
        }
        LiaisonArea area = open.get();
        if (area.person().equals(by.get())) {
            return Outcome.refused(Refusal.of("organisation.area_not_own"));
        }
        String why = reason.replaceAll("\\p{Cntrl}", " ").strip();
        if (why.length() < REASON_AT_LEAST || why.length() > LONGEST) {
            return Outcome.refused(Refusal.at("reason-" + delegation, "organisation.area_reason_missing"));
        }
        if (grant) {
            area.grant(by.get(), why, now);
        } else {
            area.end(by.get(), why, now);
        }
        outbox.publish(new AreaDecided(area.id(), area.person(), area.placeCode(), grant, why, by.get()));
        return Outcome.accepted(area.id());
    }

    /** What waits and what is in force, those that wait first. */
    public List<AreaDelegation> all(Actor operator) {
        return operator.is(Role.OPERATOR) ? views(areas.open()) : List.of();
    }

    /** What the liaison asked for and has. */
    public List<AreaDelegation> own(Actor liaison) {
        return liaison.person().map(areas::openOf).map(this::views).orElse(List.of());
    }

    /** The area by which somebody may check an organisation at that place; empty when nobody let them. */
    public Optional<String> areaFor(Actor liaison, String placeCode) {
        if (!liaison.is(Role.LIAISON)) {
            return Optional.empty();
        }
        Optional<Place> place = places.byCode(placeCode);
        return liaison.person().stream()
                .flatMap(person -> areas.inForceFor(person).stream())
                .map(LiaisonArea::placeCode)
                .filter(code -> place.isPresent()
                        && places.byCode(code)
                                .filter(area -> places.liesIn(place.get(), area))
                                .isPresent())
                .findFirst();
    }

    /** A liaison who was let look after a place, and the office they speak for. */
    public record Delegated(PersonId person, String name, String office) {}

    /** Those who were let look after an area that holds the place, each once. */
    List<Delegated> liaisonsFor(String placeCode) {
        Optional<Place> place = places.byCode(placeCode);
        Map<PersonId, Delegated> found = new LinkedHashMap<>();
        areas.inForce().stream()
                .filter(area -> place.isPresent()
                        && places.byCode(area.placeCode())
                                .filter(larger -> places.liesIn(place.get(), larger))
                                .isPresent())
                .forEach(area -> found.computeIfAbsent(
                        area.person(), person -> new Delegated(person, people.name(person), area.office())));
        return List.copyOf(found.values());
    }

    private List<AreaDelegation> views(List<LiaisonArea> open) {
        return open.stream()
                .map(area -> new AreaDelegation(
                        area.id(),
                        people.name(area.person()),
                        area.placeCode(),
                        area.office(),
                        area.askedAt(),
                        area.grantedAt()))
                .toList();
    }
}
