package org.muster.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.MyListing;
import org.muster.certificate.CertificateId;
import org.muster.certificate.Certificates;
import org.muster.certificate.CheckDecision;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Memberships;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.Judgement;
import org.muster.organisation.OnBehalf;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.OwnOrganisation;
import org.muster.organisation.ProfileChange;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.organisation.Verdict;
import org.muster.organisation.VerificationCase;
import org.muster.organisation.VerificationLevel;
import org.muster.organisation.VerificationWish;
import org.muster.reservation.Change;
import org.muster.reservation.HoldView;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;

/**
 * Fills an empty market through the facades, each deed in the name of a person of the demo and at the moment it is said to have happened.
 *
 * <p>One transaction makes one organisation with all it lists, so a seeding that was killed leaves whole organisations, and the next one
 * makes the rest. What people have changed since is left alone.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class DemoSeeder {

    /** How much a seeding made; nothing when all was there. */
    public record Seeded(int organisations, int listings) {}

    private static final int PAGE = 100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String SOURCE = "防护物资企业摸排表（演示）";

    /** The day the list of unclaimed organisations speaks of: a list has its date printed on it. */
    private static final LocalDate SOURCE_DATE = LocalDate.of(2026, 10, 12);

    private static final Duration UNTIL_ASKED = Duration.ofDays(2);
    private static final Duration UNTIL_DECIDED = Duration.ofDays(4);
    private static final Duration WAITING_AT_MOST = Duration.ofDays(6);

    /** Nobody confirms forty listings at one stroke of the clock. */
    private static final Duration SPREAD = Duration.ofMinutes(170);

    private final OrganisationRegistry registry;
    private final Certificates certificates;
    private final Catalogue catalogue;
    private final Reservations reservations;
    private final People people;
    private final Memberships memberships;
    private final CurrentActor currentActor;
    private final Clock clock;

    @Inject
    DemoSeeder(
            OrganisationRegistry registry,
            Certificates certificates,
            Catalogue catalogue,
            Reservations reservations,
            People people,
            Memberships memberships,
            CurrentActor currentActor,
            Clock clock) {
        this.registry = registry;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.people = people;
        this.memberships = memberships;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Makes what is not there yet. */
    public Seeded seed() {
        return seed(DemoData.read());
    }

    Seeded seed(DemoData data) {
        Instant now = clock.instant();
        List<DemoOrganisation> awaited = QuarkusTransaction.requiringNew()
                .call(() ->
                        data.registered().stream().filter(one -> !isHere(one)).toList());
        if (awaited.isEmpty()) {
            return new Seeded(0, 0);
        }
        Actor operator = staff(DemoStaff.OPERATOR, now);
        Actor liaison = staff(DemoStaff.LIAISON, now);
        staff(DemoStaff.COORDINATOR, now);
        int organisations = 0;
        int listings = 0;
        // Unclaimed ones first: where the last registered one is, all are.
        for (DemoOrganisation one : data.unclaimed()) {
            int made = QuarkusTransaction.requiringNew().call(() -> enter(one, data, liaison, now));
            organisations += made > 0 ? 1 : 0;
            listings += made;
        }
        for (DemoOrganisation one : awaited) {
            listings += QuarkusTransaction.requiringNew().call(() -> make(one, data, operator, now));
            organisations++;
        }
        data.holds().forEach(hold -> hold(hold, data, now));
        return new Seeded(organisations, listings);
    }

    /** The ledger opens its own transactions. What was held by a seeding that was killed then stays as it is. */
    private void hold(DemoHold hold, DemoData data, Instant now) {
        DemoListing listing = data.listing(hold.listing());
        Optional<Actor> holder = member(data.organisation(hold.holder()));
        Optional<Actor> supplier = member(data.organisation(listing.organisation()));
        if (holder.isEmpty() || supplier.isEmpty() || isHeld(hold, holder.get(), now)) {
            return;
        }
        LocalDate today = now.atZone(CHINA).toLocalDate();
        String title = listing.draft(today).title();
        ListingId id = QuarkusTransaction.requiringNew()
                .call(() -> catalogue.mine(supplier.get(), 0, PAGE, now).stream()
                        .filter(one -> one.title().equals(title))
                        .map(MyListing::id)
                        .findFirst()
                        .orElseThrow());
        HoldView held = as(
                holder.get(),
                () -> done(hold.key(), reservations.hold(holder.get(), hold.request(id, now, today, CHINA), now)));
        hold.confirmed()
                .ifPresent(answer -> as(
                        supplier.get(),
                        () -> done(
                                hold.key(),
                                reservations.commit(
                                        supplier.get(), held.id(), new Change("demo-" + hold.key(), answer), now))));
    }

    private boolean isHeld(DemoHold hold, Actor holder, Instant now) {
        return reservations.held(holder, 0, PAGE, now).stream()
                .anyMatch(one -> one.reason().equals(hold.reason()));
    }

    /** Its owner, acting for it as it stands after its verification. */
    private Optional<Actor> member(DemoOrganisation one) {
        boolean checked = one.standing() == DemoOrganisation.Standing.DOCUMENTS_CHECKED
                || one.standing() == DemoOrganisation.Standing.VISITED;
        return QuarkusTransaction.requiringNew()
                .call(() -> people.bySubject(one.subject())
                        .flatMap(owner -> memberships.of(owner).stream()
                                .filter(membership ->
                                        membership.organisationName().equals(one.name()))
                                .findFirst()
                                .map(membership -> new Actor(
                                        Optional.of(owner),
                                        one.owner(),
                                        Set.of(Role.MEMBER),
                                        Optional.of(membership.organisation()),
                                        checked))));
    }

    private boolean isHere(DemoOrganisation one) {
        return people.bySubject(one.subject())
                .filter(owner -> memberships.of(owner).stream()
                        .anyMatch(membership -> membership.organisationName().equals(one.name())))
                .isPresent();
    }

    private int enter(DemoOrganisation one, DemoData data, Actor liaison, Instant now) {
        return as(liaison, () -> {
            OnBehalf entered = registry.enterOnBehalf(
                    liaison,
                    new ProvisionalOrganisation(
                            one.name(), one.nameEn(), one.placeCode(), one.makes(), SOURCE, SOURCE_DATE),
                    now);
            if (entered.result() != OnBehalf.Result.CREATED) {
                return 0;
            }
            List<DemoData.OnBehalfListing> known = data.onBehalfOf(one);
            for (DemoData.OnBehalfListing listing : known) {
                String key = listing.row().text("key");
                done(key, catalogue.listOnBehalf(liaison, entered.id(), key, draft(listing), SOURCE, now));
            }
            return known.size();
        });
    }

    private static ListingDraft draft(DemoData.OnBehalfListing listing) {
        return ListingDraft.of(ListingKind.PRODUCTION_LINE, listing.row().text("title"))
                .titleEn(listing.row().text("title_en"))
                .products(listing.row().list("makes"))
                .quantity(listing.row().quantity("quantity").orElse(null))
                .declared(Availability.UNKNOWN)
                .build();
    }

    private int make(DemoOrganisation one, DemoData data, Actor operator, Instant now) {
        Instant registered = daysBefore(now, one.daysAgo(), one.key());
        PersonId owner = people.signedIn(one.subject(), one.owner(), null, null, registered);
        Actor newcomer = new Actor(Optional.of(owner), one.owner(), Set.of(), Optional.empty(), false);
        OrganisationId id =
                as(newcomer, () -> done(one.key(), registry.register(newcomer, one.registration(), registered)));
        Actor member = new Actor(Optional.of(owner), one.owner(), Set.of(Role.MEMBER), Optional.of(id), false);
        as(member, () -> {
            giveEnglishName(one, member, registered);
            return id;
        });
        verify(one, id, member, operator, registered, now);
        data.certificatesOf(one).forEach(paper -> show(paper, member, operator, now));
        List<DemoListing> listings = data.listingsOf(one);
        as(member, () -> {
            listings.forEach(listing -> list(listing, id, member, now));
            return id;
        });
        return listings.size();
    }

    private void show(DemoCertificate paper, Actor member, Actor operator, Instant now) {
        LocalDate today = now.atZone(CHINA).toLocalDate();
        CertificateId shown = as(member, () -> {
            String document = paper.documented()
                    ? done(
                                    paper.number(),
                                    certificates.keepDocument(member, paper.number() + ".pdf", paper.document(), now))
                            .id()
                            .toString()
                    : "";
            return done(paper.number(), certificates.add(member, paper.draft(today, document), now));
        });
        paper.verdict()
                .ifPresent(verdict -> as(
                        operator,
                        () -> done(
                                paper.number(),
                                certificates.check(
                                        operator, shown, new CheckDecision(verdict, paper.proof(), 1), now))));
    }

    private void giveEnglishName(DemoOrganisation one, Actor member, Instant registered) {
        OwnOrganisation own = registry.own(member, registered).orElseThrow();
        done(
                one.key(),
                registry.changeProfile(
                        member,
                        new ProfileChange(
                                own.version(),
                                one.nameEn(),
                                one.mobile(),
                                "",
                                one.place(),
                                one.placeCode(),
                                one.makes(),
                                one.division(),
                                one.creditCode()),
                        registered));
    }

    private void verify(
            DemoOrganisation one, OrganisationId id, Actor member, Actor operator, Instant registered, Instant now) {
        switch (one.standing()) {
            case UNCLAIMED, REGISTERED -> {}
            case ASKED ->
                ask(
                        one,
                        id,
                        member,
                        VerificationLevel.DOCUMENTS_CHECKED,
                        now.minus(scatter(one.key(), WAITING_AT_MOST)));
            case DOCUMENTS_CHECKED, LAPSED -> {
                ask(one, id, member, VerificationLevel.DOCUMENTS_CHECKED, registered.plus(UNTIL_ASKED));
                decide(one, id, operator, Verdict.GRANT_DOCUMENTS, "营业执照与统一社会信用代码相符（演示）", registered);
            }
            case VISITED -> {
                ask(one, id, member, VerificationLevel.VISITED, registered.plus(UNTIL_ASKED));
                Actor second = staff(DemoStaff.SECOND_OPERATOR, now);
                decide(one, id, second, Verdict.PROPOSE_VISITED, "已到厂核验产线与证照（演示）", registered);
                decide(one, id, operator, Verdict.GRANT_VISITED, "到厂记录与证照一致（演示）", registered);
            }
        }
    }

    private void ask(DemoOrganisation one, OrganisationId id, Actor member, VerificationLevel wanted, Instant at) {
        as(
                member,
                () -> done(
                        one.key(), registry.requestVerification(member, new VerificationWish(wanted, "请核验（演示）"), at)));
    }

    private void decide(
            DemoOrganisation one,
            OrganisationId id,
            Actor operator,
            Verdict verdict,
            String reason,
            Instant registered) {
        Instant at = registered.plus(UNTIL_DECIDED);
        as(operator, () -> {
            var open = registry.verificationCase(operator, id, at)
                    .flatMap(VerificationCase::request)
                    .map(VerificationCase.Request::id);
            var until = Optional.of(at.atZone(CHINA).toLocalDate().plus(Period.ofYears(1)));
            return done(one.key(), registry.decide(operator, id, new Judgement(verdict, reason, until, open), at));
        });
    }

    /** Listed, published and looked after since, each at its time; the last of these says how fresh it is. */
    private void list(DemoListing listing, OrganisationId organisation, Actor member, Instant now) {
        LocalDate today = now.atZone(CHINA).toLocalDate();
        Instant confirmed = daysBefore(now, listing.confirmedDaysAgo(), listing.key());
        List<DemoWindow> windows = listing.windows();
        // Where no window is opened later, the listing itself is the last thing said.
        Instant listed = windows.isEmpty() ? confirmed : daysBefore(now, listing.listedDaysAgo(), listing.key());
        ListingId id = done(listing.key(), catalogue.create(member, organisation, listing.draft(today), listed));
        if (listing.state() != ListingState.DRAFT) {
            done(listing.key(), catalogue.publish(member, id, listed));
        }
        for (DemoWindow window : windows) {
            done(
                    listing.key(),
                    catalogue.openWindow(
                            member, id, window.during(today, CHINA), window.availability(), window.note(), confirmed));
        }
        if (listing.state() == ListingState.PAUSED) {
            done(listing.key(), catalogue.pause(member, id, confirmed));
        }
    }

    private Actor staff(DemoStaff who, Instant now) {
        PersonId person = QuarkusTransaction.requiringNew()
                .call(() -> people.signedIn(who.subject(), who.personName(), null, null, now));
        return new Actor(Optional.of(person), who.personName(), Set.of(who.role()), Optional.empty(), false);
    }

    private <T> T as(Actor actor, Supplier<T> deed) {
        var result = new AtomicReference<T>();
        currentActor.runAs(actor, () -> result.set(deed.get()));
        return Objects.requireNonNull(result.get());
    }

    private static Instant daysBefore(Instant now, int days, String key) {
        return now.minus(Duration.ofDays(days)).minus(scatter(key, SPREAD));
    }

    /** The same part of a stretch of time for the same key on every start. */
    private static Duration scatter(String key, Duration stretch) {
        return Duration.ofSeconds(Math.floorMod(key.hashCode(), stretch.toSeconds()));
    }

    /** The demo keeps the rules; a refusal means that its files are wrong. */
    private static <T> T done(String key, Outcome<T> outcome) {
        return outcome.fold(value -> value, reasons -> {
            throw new IllegalStateException("The demo's " + key + " is refused: " + reasons);
        });
    }
}
