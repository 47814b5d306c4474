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
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reference.Divisions;
import org.muster.reference.Places;
import org.muster.reference.Standards;
import org.muster.search.Search;
import org.muster.search.SearchResult;
import org.muster.search.Viewpoint;
import org.muster.shell.Htmx;
import org.muster.shell.Language;

/** One box, many filters; the address holds the whole query. */
@Path("/search")
class SearchResource {

    private final Search search;
    private final CurrentActor currentActor;
    private final OrganisationRegistry organisations;
    private final Places places;
    private final Divisions divisions;
    private final Standards standards;
    private final Language language;
    private final Htmx htmx;
    private final Clock clock;

    SearchResource(
            Search search,
            CurrentActor currentActor,
            OrganisationRegistry organisations,
            Places places,
            Divisions divisions,
            Standards standards,
            Language language,
            Htmx htmx,
            Clock clock) {
        this.search = search;
        this.currentActor = currentActor;
        this.organisations = organisations;
        this.places = places;
        this.divisions = divisions;
        this.standards = standards;
        this.language = language;
        this.htmx = htmx;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance search(@Context UriInfo uri) {
        Instant now = clock.instant();
        Actor viewer = currentActor.get();
        var asked = SearchParameters.read(uri.getQueryParameters(), places, divisions, standards, language.zone(), now);
        asked = asked.meaning(search.understood(asked.query()));
        SearchResult result = search.search(viewer, asked.query(), now);
        Optional<String> organisationName =
                asked.query().organisation().flatMap(organisations::card).map(card -> card.name());
        SearchView view = new SearchPage(
                        asked,
                        result,
                        Viewpoint.exactTimes(viewer),
                        organisationName,
                        language.messages(SearchMessages.class),
                        language.locale(),
                        language.zone(),
                        places,
                        divisions,
                        now)
                .view();
        if (htmx.isRequest() && asked.refusals().isEmpty()) {
            htmx.pushUrl(view.address());
        }
        return Templates.search(view);
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance search(SearchView view);

        private Templates() {}
    }
}
