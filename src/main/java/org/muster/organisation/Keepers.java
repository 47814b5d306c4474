package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/**
 * Liaisons whom an organisation lets keep its listings: one of its area, up to a day, until either side ends it. They act for the organisation
 * in nothing else, and what they do is told under their own name.
 */
@ApplicationScoped
@Transactional
public class Keepers {

    static final Period AT_MOST = Period.ofYears(1);
    private static final Period USUALLY = Period.ofMonths(6);

    private final Organisations organisations;
    private final Members members;
    private final Delegations delegations;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    Keepers(
            Organisations organisations,
            Members members,
            Delegations delegations,
            People people,
            Outbox outbox,
            Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.delegations = delegations;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One who keeps listings; {@code over} when the day has passed and nobody has ended it. */
    public record Keeper(PersonId person, String name, Instant since, LocalDate until, boolean over) {}

    /** What an organisation keeps on behalf of others looks like to the liaison. */
    public record Kept(OrganisationId organisation, String name, LocalDate until) {}

    /** Those of the organisation the actor acts for. */
    public List<Keeper> of(Actor viewer) {
        LocalDate today = BusinessDay.of(clock.instant());
        return viewer
                .organisation()
                .filter(id -> viewer.person()
                        .flatMap(person -> members.of(person, id))
                        .isPresent())
                .map(members::liaisonsOf)
                .orElse(List.of())
                .stream()
                .map(member -> new Keeper(
                        member.person(),
                        people.name(member.person()),
                        member.since(),
                        member.until().orElseThrow(),
                        !member.countsOn(today)))
                .toList();
    }

    /** Liaisons of the area that the organisation lies in, whom its owner may let in. */
    public List<Delegations.Delegated> choices(Actor owner) {
        return owned(owner)
                .map(organisation -> delegations.liaisonsFor(organisation.placeCode()).stream()
                        .filter(liaison ->
                                members.of(liaison.person(), organisation.id()).isEmpty())
                        .toList())
                .orElse(List.of());
    }

    public LocalDate proposedUntil() {
        return BusinessDay.of(clock.instant()).plus(USUALLY);
    }

    /** Whose listings the liaison keeps now. */
    public List<Kept> keptBy(Actor liaison) {
        LocalDate today = BusinessDay.of(clock.instant());
        return liaison.person().map(members::of).orElse(List.of()).stream()
                .filter(member -> member.isLiaison() && member.countsOn(today))
                .map(member -> new Kept(
                        member.organisation(),
                        organisations.byId(member.organisation()).orElseThrow().name(),
                        member.until().orElseThrow()))
                .toList();
    }

    /** An owner lets a liaison keep the listings up to a day, or says another day. */
    public Outcome<PersonId> letIn(Actor owner, Optional<PersonId> chosen, Optional<LocalDate> until, Instant now) {
        Optional<Organisation> own = owned(owner);
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.owners_only"));
        }
        LocalDate today = BusinessDay.of(now);
        Optional<PersonId> liaison = chosen.filter(person ->
                choices(owner).stream().anyMatch(choice -> choice.person().equals(person)));
        if (liaison.isEmpty()) {
            return Outcome.refused(Refusal.at("liaison", "belonging.keeper_missing"));
        }
        if (until.filter(day -> day.isAfter(today) && !day.isAfter(today.plus(AT_MOST)))
                .isEmpty()) {
            return Outcome.refused(Refusal.at("until", "belonging.keeper_until"));
        }
        OrganisationId id = own.get().id();
        Optional<Member> before = members.liaison(liaison.get(), id);
        if (before.isPresent()) {
            before.get().keepUntil(until.get());
        } else {
            members.persistAndFlush(Member.liaison(liaison.get(), id, now, until.get()));
        }
        outbox.publish(
                new LiaisonLetIn(id, liaison.get(), until.get(), owner.person().orElseThrow()));
        return Outcome.accepted(liaison.get());
    }

    /** An owner, or the liaison, ends it. */
    public Outcome<PersonId> end(Actor actor, OrganisationId organisation, PersonId liaison) {
        boolean may = actor.person().equals(Optional.of(liaison))
                || actor.actsFor(organisation) && members.owns(actor, organisation);
        Optional<Member> keeper = may ? members.liaison(liaison, organisation) : Optional.empty();
        if (keeper.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.not_found"));
        }
        people.actForNoMore(liaison, organisation);
        members.delete(keeper.get());
        outbox.publish(new LiaisonLetGo(organisation, liaison, actor.person().orElseThrow()));
        return Outcome.accepted(liaison);
    }

    private Optional<Organisation> owned(Actor owner) {
        return owner.organisation().filter(id -> members.owns(owner, id)).flatMap(organisations::byId);
    }
}
