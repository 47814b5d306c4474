package org.muster.catalogue.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.catalogue.Album;
import org.muster.catalogue.PhotoFile;
import org.muster.identity.CurrentActor;
import org.muster.shell.NotFound;

/** The pictures themselves, for whoever may see them. */
@Path("/listings/{id}/photos/{photo}")
class PhotoFilesResource {

    private final Album album;
    private final CurrentActor actor;

    PhotoFilesResource(Album album, CurrentActor actor) {
        this.album = album;
        this.actor = actor;
    }

    @GET
    public Response large(@RestPath String id, @RestPath String photo, @Context Request request) {
        return file(id, photo, false, request);
    }

    @GET
    @Path("/small")
    public Response small(@RestPath String id, @RestPath String photo, @Context Request request) {
        return file(id, photo, true, request);
    }

    private Response file(String id, String photo, boolean small, Request request) {
        PhotoFile file = album.file(actor.get(), ListingIds.listing(id), ListingIds.photo(photo), small)
                .orElseThrow(NotFound::new);
        EntityTag tag = new EntityTag(file.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(file.jpeg(), "image/jpeg") : unchanged)
                .tag(tag)
                // Only the browser that was shown it keeps it, and only for a while: who may see it can change.
                .header("Cache-Control", "private, max-age=600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"photo.jpg\"")
                .build();
    }
}
