package org.muster.importexport.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.identity.CurrentActor;
import org.muster.importexport.FileKind;
import org.muster.importexport.ListingSheets;
import org.muster.shell.Language;

/** One's own listings as a spreadsheet, to work on and to bring back. */
@Path("/my/export")
class ExportResource {

    private final ListingSheets sheets;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    ExportResource(ListingSheets sheets, CurrentActor actor, Language language, Clock clock) {
        this.sheets = sheets;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public Response listings(@RestQuery @Nullable String format) {
        FileKind kind = "csv".equals(format) ? FileKind.CSV : FileKind.XLSX;
        return Response.ok(sheets.ofMine(actor.get(), kind, language.locale(), clock.instant()), kind.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"listings." + kind.ending() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
