package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** How an organisation comes to be here, by its own people or on their behalf, and how what is known of it changes. */
@ApplicationScoped
class Registering {

    private final Organisations organisations;
    private final Sites sites;
    private final Members members;
    private final Intake intake;
    private final Places places;
    private final Duplicates duplicates;
    private final People people;
    private final Outbox outbox;

    Registering(
            Organisations organisations,
            Sites sites,
            Members members,
            Intake intake,
            Places places,
            Duplicates duplicates,
            People people,
            Outbox outbox) {
        this.organisations = organisations;
        this.sites = sites;
        this.members = members;
        this.intake = intake;
        this.places = places;
        this.duplicates = duplicates;
        this.people = people;
        this.outbox = outbox;
    }

    Outcome<OrganisationId> register(Actor actor, Registration typed, Instant now) {
        Optional<PersonId> person = actor.person();
        if (person.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.sign_in_first"));
        }
        String name = Intake.tidy(typed.name());
        List<Refusal> refusals = new ArrayList<>(intake.checkName(name));
        if (refusals.isEmpty()) {
            NameKey key = NameKey.of(name);
            organisations.serialise(key.value());
            if (organisations.isNameRegistered(key)) {
                refusals.add(Refusal.at("name", "organisation.name_taken", name));
            }
        }
        Outcome<Intake.Checked> checked = intake.check(
                new Intake.Typed(
                        "",
                        typed.mobile(),
                        typed.email(),
                        typed.place(),
                        typed.placeCode(),
                        typed.makes(),
                        typed.division(),
                        typed.creditCode()),
                Optional.empty());
        if (checked instanceof Outcome.Refused<Intake.Checked> refused) {
            refusals.addAll(refused.reasons());
        }
        if (!refusals.isEmpty() || !(checked instanceof Outcome.Accepted<Intake.Checked> accepted)) {
            return Outcome.refused(refusals);
        }
        Intake.Checked known = accepted.value();
        Organisation organisation = Organisation.registered(name, known.facts(), now);
        organisations.persist(organisation);
        sites.persist(Site.at(known.place(), known.siteName(), organisation.id()));
        members.persistAndFlush(new Member(person.get(), organisation.id(), Member.Part.OWNER, now));
        people.actFor(person.get(), organisation.id());
        outbox.publish(new OrganisationRegistered(organisation.id(), name, person.get()));
        return Outcome.accepted(organisation.id());
    }

    Outcome<OrganisationId> change(Actor actor, ProfileChange typed, Instant now) {
        Optional<Organisation> own = actor.organisation().flatMap(organisations::lockedById);
        if (own.isEmpty() || !members.owns(actor, own.get().id())) {
            return Outcome.refused(Refusal.of("organisation.owners_only"));
        }
        Organisation organisation = own.get();
        if (organisation.version() != typed.version()) {
            return Outcome.refused(Refusal.of("organisation.changed_meanwhile"));
        }
        String standingCode = Objects.requireNonNullElse(organisation.creditCode(), "");
        boolean fixed = organisation.isCodeFixedOn(BusinessDay.of(now));
        if (fixed && !typed.creditCode().isBlank() && !CreditCode.isSame(typed.creditCode(), standingCode)) {
            return Outcome.refused(Refusal.at("creditCode", "organisation.credit_code_fixed"));
        }
        var fields = new Intake.Typed(
                typed.nameEn(),
                typed.mobile(),
                typed.email(),
                typed.place(),
                typed.placeCode(),
                typed.makes(),
                typed.division(),
                fixed ? standingCode : typed.creditCode());
        Outcome<Intake.Checked> checked = intake.check(fields, Optional.of(organisation.id()));
        if (checked instanceof Outcome.Refused<Intake.Checked> refused) {
            return Outcome.refused(refused.reasons());
        }
        apply(organisation, ((Outcome.Accepted<Intake.Checked>) checked).value());
        return Outcome.accepted(organisation.id());
    }

    private void apply(Organisation organisation, Intake.Checked known) {
        Site site = sites.first(organisation.id());
        boolean moved = !site.placeCode().equals(known.place().code());
        if (moved || !site.name().equals(known.siteName())) {
            site.moveTo(known.place(), known.siteName());
        }
        if (organisation.change(known.facts()) || moved) {
            outbox.publish(new OrganisationChanged(organisation.id()));
        }
    }

    OnBehalf enterOnBehalf(Actor actor, ProvisionalOrganisation known, Instant now) {
        return enterAllOnBehalf(actor, List.of(known), now).get(0);
    }

    List<OnBehalf> enterAllOnBehalf(Actor actor, List<ProvisionalOrganisation> known, Instant now) {
        List<ProvisionalOrganisation> tidied = tidied(actor, known);
        organisations.serialiseAll(tidied.stream()
                .map(one -> NameKey.of(one.name()).value())
                .distinct()
                .toList());
        OnBehalfBook book = new OnBehalfBook(actor, now, intake);
        book.knows(organisations.named(book.unknown(tidied)), organisations::standing);
        List<OnBehalf> results = tidied.stream().map(book::enter).toList();
        book.created()
                .forEach(organisation ->
                        organisation.comparedBy(duplicates.coreOf(organisation.name(), organisation.placeCode())));
        organisations.copyIn(book.created());
        Map<OrganisationId, Site> siteOf = new HashMap<>();
        sites.ofAll(book.moved().stream().map(Organisation::id).toList())
                .forEach(site -> siteOf.putIfAbsent(site.organisation(), site));
        sites.copyIn(book.created().stream()
                .map(organisation -> {
                    Place place = placeOf(organisation);
                    return Site.at(place, place.nameZh(), organisation.id());
                })
                .toList());
        for (Organisation organisation : book.moved()) {
            Place place = placeOf(organisation);
            Objects.requireNonNull(siteOf.get(organisation.id()), "site").moveTo(place, place.nameZh());
        }
        outbox.publishAll(book.events());
        return results;
    }

    /** What entering these would come to, on top of what was foretold before; nothing is written. */
    List<OnBehalf> foretell(OnBehalfBook book, List<ProvisionalOrganisation> known) {
        List<ProvisionalOrganisation> tidied = tidied(book.actor(), known);
        // What is foretold of them is never written.
        List<Organisation> found = organisations.readNamed(book.unknown(tidied));
        book.knows(found, merged -> {
            Organisation stays = organisations.standing(merged);
            organisations.getEntityManager().detach(stays);
            return stays;
        });
        List<OnBehalf> foretold = tidied.stream().map(book::enter).toList();
        book.writesNothing();
        return foretold;
    }

    OnBehalfBook book(Actor actor, Instant now) {
        return new OnBehalfBook(actor, now, intake);
    }

    private List<ProvisionalOrganisation> tidied(Actor actor, List<ProvisionalOrganisation> known) {
        if (!actor.is(Role.LIAISON) && !actor.is(Role.OPERATOR)) {
            throw new IllegalArgumentException("Only liaisons and operators enter organisations on behalf");
        }
        return known.stream().map(this::tidied).toList();
    }

    private ProvisionalOrganisation tidied(ProvisionalOrganisation known) {
        if (places.byCode(known.placeCode()).isEmpty()) {
            throw new IllegalArgumentException("No place has the code " + known.placeCode());
        }
        String name = Intake.tidy(known.name());
        if (!intake.checkName(name).isEmpty()) {
            throw new IllegalArgumentException("Not a name of an organisation: " + name);
        }
        return new ProvisionalOrganisation(
                name,
                known.nameEn(),
                known.placeCode(),
                Intake.tidy(known.makes()),
                known.source(),
                known.sourceDate());
    }

    private Place placeOf(Organisation organisation) {
        return places.byCode(organisation.placeCode()).orElseThrow();
    }
}
