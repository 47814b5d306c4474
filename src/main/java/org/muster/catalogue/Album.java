package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.Attachments;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Photos of listings: their suppliers keep them, others see them where they see the supplier.
 *
 * <p>A picture can show a name that no rule finds, so whoever does not learn who the supplier is sees no photo either.
 */
@ApplicationScoped
@Transactional
public class Album {

    public static final int MOST_PHOTOS = 8;
    private static final int LONGEST_CAPTION = 200;

    private final Photos photos;
    private final Listings listings;
    private final Blocking blocking;
    private final Attachments attachments;
    private final Outbox outbox;

    Album(Photos photos, Listings listings, Blocking blocking, Attachments attachments, Outbox outbox) {
        this.photos = photos;
        this.listings = listings;
        this.blocking = blocking;
        this.attachments = attachments;
        this.outbox = outbox;
    }

    /** The photos of one of the actor's own listings; empty when it is not theirs. */
    public Optional<List<PhotoCard>> own(Actor actor, ListingId id) {
        return listings.ownedBy(actor, id).map(listing -> cards(id));
    }

    /** The photos that this viewer may see. */
    public List<PhotoCard> of(Actor viewer, ListingId id) {
        return shownTo(viewer, id).map(listing -> cards(id)).orElseGet(List::of);
    }

    /** Adds a photo behind the others. */
    public Outcome<PhotoId> add(
            Actor actor,
            ListingId id,
            PhotoSubject subject,
            String caption,
            PhotoLab.Developed developed,
            Instant now) {
        Optional<Listing> found = listings.lockedBy(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        Listing listing = found.get();
        Optional<Refusal> refusal = listing.mayChange();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (caption.length() > LONGEST_CAPTION) {
            return Outcome.refused(Refusal.at("caption", "catalogue.too_long", caption.length(), LONGEST_CAPTION));
        }
        List<Photo> before = photos.of(id);
        if (before.size() >= MOST_PHOTOS) {
            return Outcome.refused(Refusal.at("photo", "catalogue.photos_full", MOST_PHOTOS));
        }
        return keep(actor, listing, "photo.jpg", developed.large(), now)
                .fold(
                        large -> keep(actor, listing, "photo-small.jpg", developed.small(), now)
                                .map(small -> {
                                    int position = before.isEmpty()
                                            ? 0
                                            : before.get(before.size() - 1).position() + 1;
                                    Photo photo = new Photo(
                                            listing,
                                            subject,
                                            caption,
                                            developed,
                                            large.id(),
                                            small.id(),
                                            position,
                                            now);
                                    photos.persist(photo);
                                    photos.flush();
                                    tell(listing, ListingStep.PHOTO_ADDED, now);
                                    return photo.id();
                                }),
                        Outcome::refused);
    }

    private Outcome<AttachmentCard> keep(Actor actor, Listing listing, String name, byte[] jpeg, Instant now) {
        return attachments
                .keep(actor, listing.organisation(), "photo", name, jpeg, now)
                .map(card ->
                        attachments.use(listing.organisation(), card.id(), now).orElseThrow());
    }

    /** Takes a photo away for good. */
    public Outcome<PhotoId> remove(Actor actor, ListingId id, PhotoId photo, Instant now) {
        return change(actor, id, photo, (listing, one) -> {
            photos.delete(one);
            photos.flush();
            attachments.discard(listing.organisation(), one.large());
            attachments.discard(listing.organisation(), one.small());
            tell(listing, ListingStep.PHOTO_REMOVED, now);
            return photo;
        });
    }

    /** The one that lists of hits show. */
    public Outcome<PhotoId> putFirst(Actor actor, ListingId id, PhotoId photo, Instant now) {
        return change(actor, id, photo, (listing, one) -> {
            int first = photos.of(id).get(0).position();
            if (one.position() != first) {
                one.moveTo(first - 1);
                photos.flush();
                tell(listing, ListingStep.PHOTOS_ORDERED, now);
            }
            return photo;
        });
    }

    private Outcome<PhotoId> change(
            Actor actor, ListingId id, PhotoId photo, BiFunction<Listing, Photo, PhotoId> change) {
        Optional<Listing> listing = listings.lockedBy(actor, id);
        Optional<Photo> one = photos.of(id, photo);
        if (listing.isEmpty() || one.isEmpty()) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        Optional<Refusal> refusal = listing.get().mayChange();
        return refusal.<Outcome<PhotoId>>map(Outcome::refused)
                .orElseGet(() -> Outcome.accepted(change.apply(listing.get(), one.get())));
    }

    /** A picture, large or small, where this viewer may see it. */
    public Optional<PhotoFile> file(Actor viewer, ListingId id, PhotoId photo, boolean small) {
        return shownTo(viewer, id)
                .flatMap(listing -> photos.of(id, photo)
                        .flatMap(one -> attachments.content(listing.organisation(), small ? one.small() : one.large()))
                        .map(content ->
                                new PhotoFile(content.bytes(), content.card().sha256())));
    }

    private Optional<Listing> shownTo(Actor viewer, ListingId id) {
        return listings.findByIdOptional(id.value())
                .filter(listing -> Visibility.of(
                                viewer,
                                blocking.hiding(viewer),
                                listing.organisation(),
                                listing.state(),
                                listing.confidentiality())
                        == Visibility.Sight.FULL);
    }

    private List<PhotoCard> cards(ListingId id) {
        return photos.of(id).stream().map(Photo::card).toList();
    }

    private void tell(Listing listing, ListingStep step, Instant now) {
        listing.photographed(
                photos.of(listing.id()).stream().findFirst().map(Photo::id).orElse(null), now);
        listings.flush();
        outbox.publish(new ListingChanged(listing.id(), listing.revision(), step));
    }
}
