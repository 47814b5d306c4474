package org.muster.search.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reference.Divisions;
import org.muster.reference.Places;
import org.muster.reference.Standards;
import org.muster.search.LandMass;
import org.muster.search.MapBox;
import org.muster.search.MapResult;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.SearchResult;
import org.muster.search.Viewpoint;
import org.muster.shell.Language;

/** The same search on a map: the address holds the whole query and the part of the map that is shown. */
@Path("/search/map")
class MapResource {

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance map(MapView view);

        private Templates() {}
    }

    private final Search search;
    private final LandMass land;
    private final CurrentActor currentActor;
    private final OrganisationRegistry organisations;
    private final Places places;
    private final Divisions divisions;
    private final Standards standards;
    private final Language language;
    private final Clock clock;

    MapResource(
            Search search,
            LandMass land,
            CurrentActor currentActor,
            OrganisationRegistry organisations,
            Places places,
            Divisions divisions,
            Standards standards,
            Language language,
            Clock clock) {
        this.search = search;
        this.land = land;
        this.currentActor = currentActor;
        this.organisations = organisations;
        this.places = places;
        this.divisions = divisions;
        this.standards = standards;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance map(@Context UriInfo uri) {
        Instant now = clock.instant();
        Actor viewer = currentActor.get();
        var asked = SearchParameters.read(uri.getQueryParameters(), places, divisions, standards, language.zone(), now);
        SearchQuery query = asked.query().onPage(1).amongUnknown(false);
        String at = Optional.ofNullable(uri.getQueryParameters().getFirst("at")).orElse("");
        Optional<MapBox> read = MapBox.read(at);
        MapBox box = read.orElseGet(MapBox::whole);
        MapResult result = search.map(viewer, query, box, now);
        return Templates.map(
                new MapPage(query, box, result, language.messages(MapMessages.class), language.locale(), places)
                        .view(
                                asked,
                                chips(asked, viewer, box, now),
                                at.isEmpty() || read.isPresent() ? Optional.empty() : Optional.of(at),
                                land));
    }

    /** What is in force, as on the list, each leading to the same part of the map without it. */
    private List<SearchView.Link> chips(SearchParameters.Asked asked, Actor viewer, MapBox box, Instant now) {
        return new SearchPage(
                        asked,
                        SearchResult.none(),
                        Viewpoint.exactTimes(viewer),
                        asked.query()
                                .organisation()
                                .flatMap(organisations::card)
                                .map(card -> card.name()),
                        language.messages(SearchMessages.class),
                        language.locale(),
                        language.zone(),
                        places,
                        divisions,
                        now)
                .chips(query -> MapPage.address(query, box));
    }
}
