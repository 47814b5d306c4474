package org.muster.shortlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingCard;
import org.muster.identity.CurrentActor;
import org.muster.reference.Places;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.LocalPath;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shortlist.Shortlist;

/** What one keeps in sight. */
@Path("/my/shortlist")
class ShortlistResource {

    private static final String PATH = "/my/shortlist";

    @CheckedTemplate(basePath = "shortlist")
    static class Templates {
        static native TemplateInstance shortlist(ShortlistPage view);

        private Templates() {}
    }

    /**
     * @param card null when it is out of sight
     * @param refusals of its note
     */
    public record Row(
            ListingId id,
            @Nullable ListingCard card,
            String title,
            @Nullable String organisation,
            String place,
            String note,
            List<Refusal> refusals) {

        public String noteUrl() {
            return PATH + "/" + id + "/note";
        }

        public String dropUrl() {
            return PATH + "/" + id + "/remove";
        }
    }

    public record ShortlistPage(List<Row> rows, List<Refusal> refusals) {}

    private final Shortlist shortlist;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ShortlistResource(
            Shortlist shortlist, Places places, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.shortlist = shortlist;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show() {
        return Templates.shortlist(page(List.of(), Optional.empty(), ""));
    }

    @POST
    public Response keep(@RestForm List<String> id, @RestForm @Nullable String to) {
        return shortlist
                .keep(actor.get(), Choice.of(id), clock.instant())
                .fold(
                        kept -> {
                            flash.say("shortlist:kept");
                            return Redirect.to(LocalPath.in(to).orElse(PATH));
                        },
                        reasons -> Refused.page(Templates.shortlist(page(reasons, Optional.empty(), ""))));
    }

    @POST
    @Path("/{id}/note")
    public Response note(@RestPath String id, @RestForm @DefaultValue("") String note) {
        ListingId listing = one(id);
        return shortlist
                .note(actor.get(), listing, note)
                .fold(
                        done -> {
                            flash.say("shortlist:noted");
                            return Redirect.to(PATH);
                        },
                        reasons -> {
                            if (reasons.get(0).field().isEmpty()) {
                                throw new NotFound();
                            }
                            return Refused.page(Templates.shortlist(page(reasons, Optional.of(listing), note)));
                        });
    }

    @POST
    @Path("/{id}/remove")
    public Response drop(@RestPath String id) {
        if (!shortlist.drop(actor.get(), one(id))) {
            throw new NotFound();
        }
        flash.say("shortlist:dropped");
        return Redirect.to(PATH);
    }

    private static ListingId one(String id) {
        return Choice.of(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** @param at the row that was refused, with what was typed into it */
    private ShortlistPage page(List<Refusal> refusals, Optional<ListingId> at, String typed) {
        return new ShortlistPage(
                shortlist.of(actor.get(), clock.instant()).stream()
                        .map(kept -> {
                            boolean refused = at.filter(kept.listing()::equals).isPresent();
                            return row(kept, refused ? typed : kept.note(), refused ? refusals : List.of());
                        })
                        .toList(),
                refusals);
    }

    private Row row(Shortlist.Kept kept, String note, List<Refusal> refusals) {
        ListingCard card = kept.card().orElse(null);
        if (card == null) {
            return new Row(kept.listing(), null, "", null, "", note, refusals);
        }
        boolean english = !language.isChinese();
        String titleEn = card.titleEn();
        String nameEn = card.organisationNameEn();
        return new Row(
                kept.listing(),
                card,
                english && titleEn != null && !titleEn.isBlank() ? titleEn : card.title(),
                english && nameEn != null && !nameEn.isBlank() ? nameEn : card.organisationName(),
                places.byCode(card.placeCode())
                        .map(place -> places.wholeName(place, language.locale()))
                        .orElse(card.placeCode()),
                note,
                refusals);
    }
}
