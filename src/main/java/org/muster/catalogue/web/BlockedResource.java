package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Blocking;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reference.Places;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Whom one's organisation shows nothing of what it lists. */
@Path("/my/blocked")
class BlockedResource {

    private static final String PATH = "/my/blocked";
    private static final int MOST_FOUND = 12;

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance blocked(BlockedPage view);

        private Templates() {}
    }

    /** An organisation found by its name. */
    public record Candidate(OrganisationId id, String name, String place) {}

    /** One that is blocked, with its name in the reader's language. */
    public record Row(Blocking.Blocked block, String name) {
        public String unblockUrl() {
            return PATH + "/" + block.organisation().id() + "/remove";
        }
    }

    /** @param asked whether a name was looked up */
    public record BlockedPage(
            List<Row> rows,
            String name,
            String reason,
            boolean asked,
            List<Candidate> candidates,
            List<Refusal> refusals) {}

    private final Blocking blocking;
    private final OrganisationRegistry registry;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    BlockedResource(
            Blocking blocking,
            OrganisationRegistry registry,
            Places places,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.blocking = blocking;
        this.registry = registry;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String name, @RestQuery @DefaultValue("") String reason) {
        return Templates.blocked(page(name.strip(), reason.strip(), List.of()));
    }

    @POST
    public Response block(
            @RestForm @Nullable String organisation,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String reason) {
        if (organisation == null || organisation.isBlank()) {
            return refused(name, reason, List.of(Refusal.at("name", "catalogue.block_name_missing")));
        }
        return blocking.block(actor.get(), new OrganisationId(ListingIds.uuid(organisation)), reason, clock.instant())
                .fold(
                        done -> {
                            flash.say("reach:block_done");
                            return Redirect.to(PATH);
                        },
                        reasons -> refused(name, reason, reasons));
    }

    @POST
    @Path("/{id}/remove")
    public Response unblock(@RestPath String id) {
        return blocking.unblock(actor.get(), new OrganisationId(ListingIds.uuid(id)))
                .fold(
                        done -> {
                            flash.say("reach:unblock_done");
                            return Redirect.to(PATH);
                        },
                        reasons -> {
                            Found.orNotFound(reasons);
                            return refused("", "", reasons);
                        });
    }

    private Response refused(String name, String reason, List<Refusal> reasons) {
        return Refused.page(Templates.blocked(page(name.strip(), reason.strip(), reasons)));
    }

    private BlockedPage page(String name, String reason, List<Refusal> reasons) {
        Actor who = actor.get();
        List<Row> rows = blocking.of(who).stream()
                .map(block -> new Row(block, name(block.organisation())))
                .toList();
        Set<OrganisationId> not = new HashSet<>();
        rows.forEach(row -> not.add(row.block().organisation().id()));
        who.organisation().ifPresent(not::add);
        List<Candidate> found = registry.named(name, MOST_FOUND + not.size()).stream()
                .filter(card -> !not.contains(card.id()))
                .limit(MOST_FOUND)
                .map(card -> new Candidate(
                        card.id(),
                        name(card),
                        places.byCode(card.placeCode())
                                .map(place -> places.wholeName(place, language.locale()))
                                .orElse("")))
                .toList();
        return new BlockedPage(rows, name, reason, !name.isEmpty(), found, reasons);
    }

    private String name(OrganisationCard card) {
        String english = card.nameEn();
        return !language.isChinese() && english != null && !english.isBlank() ? english : card.name();
    }
}
