package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.Attachments;
import org.muster.catalogue.Album;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.PhotoId;
import org.muster.catalogue.PhotoLab;
import org.muster.catalogue.PhotoSubject;
import org.muster.identity.CurrentActor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The photos of one's own listings: put in, put first, taken out. */
@Path("/my/listings/{id}/photos")
class PhotosResource {

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance photos(PhotosPage view, ListingPhotos shown);

        private Templates() {}
    }

    private final Catalogue catalogue;
    private final Album album;
    private final PhotoLab lab;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    PhotosResource(
            Catalogue catalogue,
            Album album,
            PhotoLab lab,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.catalogue = catalogue;
        this.album = album;
        this.lab = lab;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(own(ListingIds.listing(id)), "", "", List.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @RestPath String id,
            @RestForm @Nullable FileUpload photo,
            @RestForm @Nullable String subject,
            @RestForm @Nullable String caption) {
        OwnListing own = own(ListingIds.listing(id));
        String shows = subject == null ? "" : subject;
        String words = caption == null ? "" : caption.strip();
        return added(own.id(), photo, shows, words)
                .fold(
                        done -> back(own.id(), "photos:photo_added"),
                        reasons -> Refused.page(page(own, shows, words, Found.orNotFound(reasons))));
    }

    private Outcome<PhotoId> added(ListingId listing, @Nullable FileUpload photo, String subject, String caption) {
        Optional<PhotoSubject> shows = Stream.of(PhotoSubject.values())
                .filter(one -> one.name().equals(subject))
                .findFirst();
        if (shows.isEmpty()) {
            return Outcome.refused(Refusal.at("subject", "catalogue.photo_subject_missing"));
        }
        return lab.develop("photo", bytes(photo))
                .fold(
                        developed -> album.add(actor.get(), listing, shows.get(), caption, developed, clock.instant()),
                        Outcome::refused);
    }

    /** One byte more than is taken says that it is too much; the rest need not be read. */
    private static byte[] bytes(@Nullable FileUpload photo) {
        if (photo == null) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(photo.uploadedFile())) {
            return in.readNBytes(Attachments.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("/{photo}/first")
    public Response first(@RestPath String id, @RestPath String photo) {
        ListingId listing = ListingIds.listing(id);
        return answer(
                listing,
                album.putFirst(actor.get(), listing, ListingIds.photo(photo), clock.instant()),
                "photos:photo_put_first");
    }

    @POST
    @Path("/{photo}/remove")
    public Response remove(@RestPath String id, @RestPath String photo) {
        ListingId listing = ListingIds.listing(id);
        return answer(
                listing,
                album.remove(actor.get(), listing, ListingIds.photo(photo), clock.instant()),
                "photos:photo_removed");
    }

    private Response answer(ListingId listing, Outcome<PhotoId> outcome, String done) {
        return outcome.fold(
                photo -> back(listing, done),
                reasons -> Refused.page(page(own(listing), "", "", Found.orNotFound(reasons))));
    }

    private Response back(ListingId listing, String done) {
        flash.say(done);
        return Redirect.to("/my/listings/" + listing + "/photos");
    }

    private OwnListing own(ListingId id) {
        return catalogue.own(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
    }

    private TemplateInstance page(OwnListing own, String subject, String caption, List<Refusal> refusals) {
        var photos = album.own(actor.get(), own.id()).orElseThrow(NotFound::new);
        return Templates.photos(
                new PhotosPage(
                        own.id(),
                        own.draft().title(),
                        own.draft().confidentiality() == Confidentiality.ANONYMOUS,
                        photos,
                        subject,
                        caption,
                        refusals,
                        language.locale()),
                ListingPhotos.of(own.id(), photos, language.locale()));
    }
}
