package org.muster.shortlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingView;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reference.Places;
import org.muster.search.Search;
import org.muster.shared.ListingId;
import org.muster.shell.Language;

/** Up to four listings side by side, row for row; the address says which. */
@Path("/compare")
class CompareResource {

    static final int MOST = 4;
    private static final int SIMILAR = 6;

    @CheckedTemplate(basePath = "shortlist")
    static class Templates {
        static native TemplateInstance compare(Comparison view);

        private Templates() {}
    }

    private final Catalogue catalogue;
    private final Search search;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    CompareResource(
            Catalogue catalogue, Search search, Places places, CurrentActor actor, Language language, Clock clock) {
        this.catalogue = catalogue;
        this.search = search;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance compare(@RestQuery List<String> id) {
        Actor viewer = actor.get();
        Instant now = clock.instant();
        List<ListingId> asked = Choice.of(id);
        List<ListingId> first = asked.subList(0, Math.min(MOST, asked.size()));
        List<ListingView> seen = new ArrayList<>();
        first.forEach(one -> catalogue.view(viewer, one, now).ifPresent(seen::add));
        List<ListingId> compared = seen.stream().map(ListingView::id).toList();
        Columns columns = new Columns(seen, places, language, now);
        List<Comparison.Similar> similar = seen.size() == 1
                ? search.similar(viewer, seen.get(0), SIMILAR, now).stream()
                        .map(card -> new Comparison.Similar(
                                card.id(),
                                columns.title(card.title(), card.titleEn()),
                                columns.place(card.placeCode()),
                                Choice.compare(List.of(compared.get(0), card.id()))))
                        .toList()
                : List.of();
        return Templates.compare(new Comparison(
                columns.columns(),
                columns.specification(),
                columns.differing(),
                asked.size() > MOST ? Optional.of(MOST) : Optional.empty(),
                first.size() - seen.size(),
                similar,
                viewer.isSignedIn()));
    }
}
