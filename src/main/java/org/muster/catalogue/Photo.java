package org.muster.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.muster.attachment.AttachmentId;

/** A photo of one listing; its pictures are kept as attachments. */
@Entity
@Table(name = "listing_photo")
class Photo {

    @Id
    private UUID id;

    @Column(name = "listing_id", updatable = false)
    private UUID listingId;

    @Enumerated(EnumType.STRING)
    private PhotoSubject subject;

    private String caption;

    @Column(name = "large_id", updatable = false)
    private UUID largeId;

    @Column(name = "small_id", updatable = false)
    private UUID smallId;

    private int width;
    private int height;
    private int position;

    @Column(name = "added_at", updatable = false)
    private Instant addedAt;

    /** For the mapper. */
    @SuppressWarnings("NullAway.Init")
    protected Photo() {}

    Photo(
            Listing listing,
            PhotoSubject subject,
            String caption,
            PhotoLab.Developed developed,
            AttachmentId large,
            AttachmentId small,
            int position,
            Instant now) {
        this.id = PhotoId.create().value();
        this.listingId = listing.id().value();
        this.subject = subject;
        this.caption = caption;
        this.largeId = large.value();
        this.smallId = small.value();
        this.width = developed.width();
        this.height = developed.height();
        this.position = position;
        this.addedAt = now;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    PhotoId id() {
        return new PhotoId(id);
    }

    int position() {
        return position;
    }

    AttachmentId large() {
        return new AttachmentId(largeId);
    }

    AttachmentId small() {
        return new AttachmentId(smallId);
    }

    PhotoCard card() {
        return new PhotoCard(id(), subject, caption, width, height);
    }
}
