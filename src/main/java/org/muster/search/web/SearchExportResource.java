package org.muster.search.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.importexport.FileKind;
import org.muster.importexport.ListingSheets;
import org.muster.reference.Divisions;
import org.muster.reference.Places;
import org.muster.reference.Standards;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.SearchResult;
import org.muster.shared.ListingId;
import org.muster.shell.Language;

/** What a search found, as a spreadsheet: the same hits, in the same order, with no more of them than the page shows. */
@Path("/search/export")
class SearchExportResource {

    /** A file to work on, not a copy of the market. */
    static final int MOST_HITS = 1_000;

    private final Search search;
    private final ListingSheets sheets;
    private final CurrentActor currentActor;
    private final Places places;
    private final Divisions divisions;
    private final Standards standards;
    private final Language language;
    private final Clock clock;

    SearchExportResource(
            Search search,
            ListingSheets sheets,
            CurrentActor currentActor,
            Places places,
            Divisions divisions,
            Standards standards,
            Language language,
            Clock clock) {
        this.search = search;
        this.sheets = sheets;
        this.currentActor = currentActor;
        this.places = places;
        this.divisions = divisions;
        this.standards = standards;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public Response found(@Context UriInfo uri) {
        Instant now = clock.instant();
        Actor viewer = currentActor.get();
        SearchQuery query = SearchParameters.read(
                        uri.getQueryParameters(), places, divisions, standards, language.zone(), now)
                .query();
        List<ListingId> found = new ArrayList<>();
        if (!query.unknownOnly()) {
            collect(viewer, query, now, found);
        }
        collect(viewer, query.amongUnknown(true), now, found);
        FileKind kind = "csv".equals(uri.getQueryParameters().getFirst("format")) ? FileKind.CSV : FileKind.XLSX;
        return Response.ok(sheets.of(viewer, found, kind, language.locale(), now), kind.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"search." + kind.ending() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private void collect(Actor viewer, SearchQuery query, Instant now, List<ListingId> found) {
        for (int page = 1; found.size() < MOST_HITS && page <= Search.LAST_PAGE; page++) {
            SearchResult result = search.search(viewer, query.onPage(page), now);
            SearchResult.Part part = query.unknownOnly() ? result.unknown() : result.known();
            for (SearchResult.Hit hit : part.hits()) {
                if (found.size() < MOST_HITS) {
                    found.add(hit.card().id());
                }
            }
            if ((long) page * Search.PAGE >= part.total()) {
                return;
            }
        }
    }
}
