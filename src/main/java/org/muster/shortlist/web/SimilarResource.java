package org.muster.shortlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingView;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reference.Places;
import org.muster.search.Search;
import org.muster.shared.ListingId;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** What others list that is like a listing; its page fetches it when somebody scrolls so far. */
@Path("/listings/{id}/similar")
class SimilarResource {

    private static final int MOST = 6;

    @CheckedTemplate(basePath = "shortlist")
    static class Templates {
        static native TemplateInstance similar(SimilarPage view);

        private Templates() {}
    }

    public record Similar(ListingId id, String title, String place, Availability availability, String compare) {}

    public record SimilarPage(ListingId listing, String title, List<Similar> similar) {}

    private final Catalogue catalogue;
    private final Search search;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    SimilarResource(
            Catalogue catalogue, Search search, Places places, CurrentActor actor, Language language, Clock clock) {
        this.catalogue = catalogue;
        this.search = search;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance similar(@RestPath String id) {
        Actor viewer = actor.get();
        Instant now = clock.instant();
        ListingView listing = Choice.of(List.of(id)).stream()
                .findFirst()
                .flatMap(one -> catalogue.view(viewer, one, now))
                .orElseThrow(NotFound::new);
        Columns words = new Columns(List.of(), places, language, now);
        return Templates.similar(new SimilarPage(
                listing.id(),
                words.title(listing.title(), listing.titleEn()),
                search.similar(viewer, listing, MOST, now).stream()
                        .map(card -> new Similar(
                                card.id(),
                                words.title(card.title(), card.titleEn()),
                                words.place(card.placeCode()),
                                card.availability(),
                                Choice.compare(List.of(listing.id(), card.id()))))
                        .toList()));
    }
}
