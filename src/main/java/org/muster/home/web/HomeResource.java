package org.muster.home.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.MyListing;
import org.muster.challenge.ChallengeView;
import org.muster.challenge.Challenges;
import org.muster.home.Overview;
import org.muster.home.Overviews;
import org.muster.home.web.HomeView.Called;
import org.muster.home.web.HomeView.DevPerson;
import org.muster.home.web.HomeView.DevRole;
import org.muster.home.web.HomeView.Kind;
import org.muster.home.web.HomeView.Own;
import org.muster.home.web.HomeView.Shown;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reference.Places;
import org.muster.shell.Language;

/** The first page: one box, the doors, what is true now, and what waits for whoever looks. */
@Path("/")
class HomeResource {

    /** Rows of one's own that the first page looks through and shows. */
    private static final int LOOKED_THROUGH = 200;

    private static final int TO_CONFIRM = 5;

    private static final int CHALLENGES = 3;

    /** Of every person of the development realm, so that whoever has just cloned can sign in. */
    private static final String DEVELOPMENT_PASSWORD = "muster-dev";

    private static final List<DevPerson> PEOPLE = List.of(
            new DevPerson("supplier-wang", DevRole.SUPPLIER),
            new DevPerson("buyer-li", DevRole.BUYER),
            new DevPerson("liaison-zhao", DevRole.LIAISON),
            new DevPerson("operator-sun", DevRole.OPERATOR),
            new DevPerson("coordinator-chen", DevRole.COORDINATOR),
            new DevPerson("newcomer", DevRole.NEWCOMER));

    private static final List<Kind> KINDS = Arrays.stream(ListingKind.values())
            .map(kind -> new Kind(
                    kind,
                    icon(kind),
                    "/search?kind=" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .toList();

    private final Overviews overviews;
    private final Challenges challenges;
    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final Places places;
    private final CurrentActor currentActor;
    private final Language language;
    private final Clock clock;

    HomeResource(
            Overviews overviews,
            Challenges challenges,
            Catalogue catalogue,
            OrganisationRegistry registry,
            Places places,
            CurrentActor currentActor,
            Language language,
            Clock clock) {
        this.overviews = overviews;
        this.challenges = challenges;
        this.catalogue = catalogue;
        this.registry = registry;
        this.places = places;
        this.currentActor = currentActor;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(HomeView view);

        private Templates() {}
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        Instant now = clock.instant();
        Actor actor = currentActor.get();
        Overview overview = overviews.at(now);
        boolean operator = actor.is(Role.OPERATOR);
        return Templates.home(new HomeView(
                overview,
                KINDS,
                catalogue.cards(actor, overview.recent(), now).stream()
                        .map(this::shown)
                        .toList(),
                challenges.countOpen(now),
                challenges.open(CHALLENGES, now).stream().map(this::shown).toList(),
                toConfirm(actor, now),
                actor.is(Role.MEMBER),
                actor.is(Role.COORDINATOR) || operator,
                actor.is(Role.LIAISON) || operator,
                operator ? registry.countWaitingForVerification(actor) : null,
                ConfigUtils.isProfileActive("dev") ? PEOPLE : List.of(),
                DEVELOPMENT_PASSWORD));
    }

    private List<Own> toConfirm(Actor actor, Instant now) {
        if (!actor.is(Role.MEMBER)) {
            return List.of();
        }
        return catalogue.mine(actor, 0, LOOKED_THROUGH, now).stream()
                .filter(listing -> listing.canConfirm() && listing.freshness() != Freshness.FRESH)
                .limit(TO_CONFIRM)
                .map(this::own)
                .toList();
    }

    private Own own(MyListing listing) {
        String address = "/my/listings/" + listing.id();
        boolean english = speaksEnglish(listing.titleEn());
        return new Own(
                address,
                address + "/confirm",
                english && listing.titleEn() != null ? listing.titleEn() : listing.title(),
                english ? "en" : "zh-CN",
                listing.lastConfirmedAt());
    }

    private Shown shown(ListingCard card) {
        Locale locale = language.locale();
        boolean english = speaksEnglish(card.titleEn());
        String organisation = language.isChinese() || card.organisationNameEn() == null
                ? card.organisationName()
                : card.organisationNameEn();
        return new Shown(
                "/listings/" + card.id(),
                english && card.titleEn() != null ? card.titleEn() : card.title(),
                english ? "en" : "zh-CN",
                card.kind(),
                icon(card.kind()),
                places.byCode(card.placeCode())
                        .map(place -> places.wholeName(place, locale))
                        .orElse(""),
                card.masked() ? null : organisation,
                card.quantity(),
                card.availability(),
                card.freeFrom(),
                card.lastConfirmedAt());
    }

    private Called shown(ChallengeView challenge) {
        Locale locale = language.locale();
        boolean english = speaksEnglish(challenge.titleEn());
        return new Called(
                "/challenges/" + challenge.id(),
                english ? challenge.titleEn() : challenge.title(),
                english ? "en" : "zh-CN",
                challenge.wanted(),
                places.byCode(challenge.placeCode())
                        .map(place -> places.wholeName(place, locale))
                        .orElse(""),
                challenge.closesAt());
    }

    private boolean speaksEnglish(@Nullable String titleEn) {
        return !language.isChinese() && titleEn != null && !titleEn.isBlank();
    }

    private static String icon(ListingKind kind) {
        return switch (kind) {
            case PRODUCTION_LINE -> "line";
            case MATERIAL -> "material";
            case EQUIPMENT -> "equipment";
            case FINISHED_STOCK -> "stock";
            case SERVICE -> "service";
        };
    }
}
