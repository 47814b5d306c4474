package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.organisation.Registration;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/** Who sells and who looks in the tests of this package. */
@ApplicationScoped
class Suppliers {

    private final People people;
    private final OrganisationRegistry registry;
    private final Catalogue catalogue;
    private final Clock clock;

    Suppliers(People people, OrganisationRegistry registry, Catalogue catalogue, Clock clock) {
        this.people = people;
        this.registry = registry;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Somebody who sells for an organisation of a name nobody else has, in Jiangyin. */
    Actor aSupplier() {
        return aSupplierCalled("测试" + aWord() + "有限公司");
    }

    Actor aSupplierCalled(String name) {
        PersonId person = people.signedIn(UUID.randomUUID().toString(), "王厂长", null, null, clock.instant());
        Actor newcomer = new Actor(Optional.of(person), "王厂长", Set.of(), Optional.empty(), false);
        OrganisationId organisation = accepted(registry.register(
                newcomer, new Registration(name, "138 1234 5678", "", "江阴", "", "口罩", "", ""), clock.instant()));
        return new Actor(Optional.of(person), "王厂长", Set.of(Role.MEMBER), Optional.of(organisation), false);
    }

    /** The same person, as if the organisation's documents had been checked. */
    static Actor verified(Actor member) {
        return new Actor(member.person(), member.name(), member.roles(), member.organisation(), true);
    }

    static Actor with(Actor member, Role role) {
        return new Actor(member.person(), member.name(), Set.of(role), Optional.empty(), false);
    }

    Actor aLiaison() {
        return with(aSupplier(), Role.LIAISON);
    }

    OrganisationId aProvisionalOrganisation(String name, LocalDate sourceDate) {
        return registry.enterOnBehalf(
                        aLiaison(),
                        new ProvisionalOrganisation(name, null, "420100", "口罩", "测试名录", sourceDate),
                        clock.instant())
                .id();
    }

    ListingId aDraft(Actor supplier, ListingDraft draft) {
        return accepted(catalogue.create(supplier, supplier.organisation().orElseThrow(), draft, clock.instant()));
    }

    ListingId published(Actor supplier, ListingDraft draft) {
        ListingId id = aDraft(supplier, draft);
        accepted(catalogue.publish(supplier, id, clock.instant()));
        return id;
    }

    static ListingDraft.Builder aMaskLine(String title) {
        return ListingDraft.line(title)
                .products(List.of("医用口罩"))
                .quantity(Quantity.of("200000", "zhi"))
                .supplyMode(SupplyMode.ALL_IN);
    }

    TimeWindow daysFromNow(int from, int to) {
        Instant midnight = clock.instant()
                .atZone(Weeks.ZONE)
                .toLocalDate()
                .atStartOfDay(Weeks.ZONE)
                .toInstant();
        return new TimeWindow(midnight.plus(Duration.ofDays(from)), midnight.plus(Duration.ofDays(to)));
    }

    static String aWord() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static <T> T accepted(Outcome<T> outcome) {
        return outcome.fold(value -> value, reasons -> {
            throw new AssertionError(reasons.toString());
        });
    }

    static List<String> refused(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of("accepted " + value),
                reasons -> reasons.stream().map(Refusal::key).toList());
    }
}
