package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.catalogue.Catalogue;
import org.muster.identity.CurrentActor;
import org.muster.organisation.DuplicateCase;
import org.muster.organisation.DuplicateDesk;
import org.muster.organisation.Ground;
import org.muster.reservation.Reservations;
import org.muster.reservation.Stakes;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Organisations that may be one: the list, and each two side by side. */
@Path("/admin/duplicates")
class DuplicateResource {

    private static final String LIST = "/admin/duplicates";
    private static final String APART = "APART";

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance duplicates(ListPage view);

        static native TemplateInstance duplicate(CasePage view);
    }

    /** A pair, with its places in words. */
    record Line(DuplicateCase.Line pair, String firstPlace, String secondPlace, String grounds) {}

    record ListPage(
            List<Line> lines, List<DuplicateCase.Past> past, String first, String second, List<Refusal> refusals) {}

    /** One of the two, with what would follow it. */
    record SideView(
            DuplicateCase.Side side, String place, String division, List<String> sites, long listings, Stakes stakes) {}

    record CasePage(
            DuplicateCase facts,
            List<SideView> sides,
            String grounds,
            List<Choice> choices,
            String stays,
            String reason,
            List<Refusal> refusals) {}

    private final DuplicateDesk desk;
    private final Catalogue catalogue;
    private final Reservations reservations;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final DivisionNames divisions;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    DuplicateResource(
            DuplicateDesk desk,
            Catalogue catalogue,
            Reservations reservations,
            CurrentActor actor,
            PlaceNames places,
            DivisionNames divisions,
            Language language,
            Flash flash,
            Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.actor = actor;
        this.places = places;
        this.divisions = divisions;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return listPage("", "", List.of());
    }

    @POST
    public Response compare(@RestForm @DefaultValue("") String first, @RestForm @DefaultValue("") String second) {
        return desk.compare(actor.get(), first, second, clock.instant())
                .fold(id -> Redirect.to(LIST + "/" + id), refusals -> Refused.page(listPage(first, second, refusals)));
    }

    @POST
    @Path("/search")
    public Response search() {
        desk.lookThroughAll(actor.get());
        flash.say("belonging:duplicates_looked");
        return Redirect.to(LIST);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return casePage(facts(id), "", "", List.of());
    }

    @POST
    @Path("/{id}")
    public Response decide(
            @RestPath String id, @RestForm @DefaultValue("") String stays, @RestForm @DefaultValue("") String reason) {
        DuplicateCase facts = facts(id);
        Instant now = clock.instant();
        Outcome<?> decided;
        if (stays.equals(APART)) {
            decided = desk.keepApart(actor.get(), facts.id(), reason, now);
        } else if (stays.isEmpty()) {
            decided = Outcome.refused(Refusal.at("stays", "belonging.which_stays_missing"));
        } else {
            decided = desk.merge(actor.get(), facts.id(), OrganisationIds.organisation(stays), reason, now);
        }
        return decided.fold(
                done -> {
                    flash.say(stays.equals(APART) ? "belonging:kept_apart" : "belonging:merged");
                    return Redirect.to(stays.equals(APART) ? LIST : "/organisations/" + stays);
                },
                refusals -> Refused.page(casePage(facts, stays, reason, refusals)));
    }

    private DuplicateCase facts(String id) {
        return desk.byId(actor.get(), OrganisationIds.any(id)).orElseThrow(NotFound::new);
    }

    private TemplateInstance listPage(String first, String second, List<Refusal> refusals) {
        Locale locale = language.locale();
        return Templates.duplicates(new ListPage(
                desk.open(actor.get()).stream()
                        .map(pair -> new Line(
                                pair,
                                places.full(pair.firstPlace(), locale),
                                places.full(pair.secondPlace(), locale),
                                grounds(pair.grounds())))
                        .toList(),
                desk.past(actor.get()),
                first,
                second,
                refusals));
    }

    private TemplateInstance casePage(DuplicateCase facts, String stays, String reason, List<Refusal> refusals) {
        BelongingMessages words = language.messages(BelongingMessages.class);
        List<Choice> choices = Stream.concat(
                        Stream.of(facts.first(), facts.second())
                                .filter(DuplicateCase.Side::mayStay)
                                .map(side -> new Choice(
                                        side.card().id().toString(),
                                        words.one_and_stays(side.card().name()))),
                        Stream.of(new Choice(APART, words.two_apart())))
                .toList();
        return Templates.duplicate(new CasePage(
                facts,
                List.of(side(facts.first()), side(facts.second())),
                grounds(facts.grounds()),
                choices,
                stays,
                reason,
                refusals));
    }

    private SideView side(DuplicateCase.Side side) {
        Locale locale = language.locale();
        OrganisationId id = side.card().id();
        return new SideView(
                side,
                places.full(side.card().placeCode(), locale),
                divisions.full(side.card().divisionCode(), locale),
                side.sites().stream()
                        .map(site -> site.name() + " · " + places.full(site.placeCode(), locale))
                        .toList(),
                catalogue.countOf(actor.get(), id),
                reservations.stakes(actor.get(), id).orElseThrow(NotFound::new));
    }

    private String grounds(List<Ground> grounds) {
        BelongingMessages words = language.messages(BelongingMessages.class);
        return String.join(" · ", grounds.stream().map(words::ground).toList());
    }
}
