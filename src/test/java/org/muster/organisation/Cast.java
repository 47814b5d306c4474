package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;

/** Who plays in the tests of this package: newcomers, owners, colleagues, operators. */
@ApplicationScoped
class Cast {

    private final People people;
    private final OrganisationRegistry registry;
    private final Clock clock;

    Cast(People people, OrganisationRegistry registry, Clock clock) {
        this.people = people;
        this.registry = registry;
        this.clock = clock;
    }

    /** Somebody who has just signed in and belongs nowhere. */
    Actor aNewcomer(String name) {
        PersonId person = people.signedIn(UUID.randomUUID().toString(), name, null, null, clock.instant());
        return new Actor(Optional.of(person), name, Set.of(), Optional.empty(), false);
    }

    Actor anOperator() {
        return with(aNewcomer("审核员小孙"), Role.OPERATOR);
    }

    Actor aLiaison() {
        return with(aNewcomer("联络员小赵"), Role.LIAISON);
    }

    /** An owner who registered an organisation of a name that nobody else has. */
    Actor anOwner() {
        return anOwnerOf(aName());
    }

    Actor anOwnerOf(String name) {
        Actor newcomer = aNewcomer("王厂长");
        return actingFor(newcomer, theIdOf(registry.register(newcomer, named(name), now())));
    }

    Actor anOwnerWithACreditCode() {
        Actor newcomer = aNewcomer("王厂长");
        Registration typed = named(aName());
        return actingFor(
                newcomer,
                theIdOf(registry.register(
                        newcomer,
                        new Registration(
                                typed.name(),
                                typed.mobile(),
                                "",
                                typed.place(),
                                "",
                                typed.makes(),
                                "",
                                CreditCodes.fresh()),
                        now())));
    }

    /** Somebody who joined the owner's organisation by a link. */
    Actor aColleagueOf(Actor owner) {
        Actor newcomer = aNewcomer("小周");
        return actingFor(newcomer, theIdOf(registry.join(newcomer, aLinkFrom(owner), now())));
    }

    /** The token of a fresh invitation. */
    String aLinkFrom(Actor owner) {
        InvitationId invitation = registry.invite(owner, new Invite("小周", "", "", false), now())
                .fold(id -> id, reasons -> {
                    throw new AssertionError(reasons);
                });
        return theLinkOf(owner, invitation);
    }

    /** The token of an invitation that is still open. */
    String theLinkOf(Actor owner, InvitationId invitation) {
        return Objects.requireNonNull(
                registry.invitation(owner, invitation, now()).orElseThrow().token());
    }

    static Registration named(String name) {
        return new Registration(name, "138 1234 5678", "", "江阴", "", "口罩", "", "");
    }

    static String aName() {
        return "测试" + UUID.randomUUID().toString().substring(0, 8) + "有限公司";
    }

    static Judgement aGrant(VerificationCase facts, LocalDate until) {
        return new Judgement(
                Verdict.GRANT_DOCUMENTS,
                "营业执照与公示系统一致",
                Optional.of(until),
                facts.request().map(VerificationCase.Request::id));
    }

    static Actor actingFor(Actor person, OrganisationId organisation) {
        return new Actor(person.person(), person.name(), Set.of(Role.MEMBER), Optional.of(organisation), false);
    }

    static <T> T theIdOf(Outcome<T> outcome) {
        return outcome.fold(id -> id, reasons -> {
            throw new AssertionError(reasons.toString());
        });
    }

    private static Actor with(Actor person, Role role) {
        return new Actor(person.person(), person.name(), Set.of(role), Optional.empty(), false);
    }

    private Instant now() {
        return clock.instant();
    }
}
