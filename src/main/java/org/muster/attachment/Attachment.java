package org.muster.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A file that was kept; its content never changes. */
@Entity
@Table(name = "attachment")
class Attachment {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private int size;
    private byte[] sha256;

    @Column(name = "kept_by")
    private @Nullable UUID keptBy;

    @Column(name = "kept_at")
    private Instant keptAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    Attachment(
            OrganisationId organisation,
            String fileName,
            FileType type,
            int size,
            byte[] sha256,
            @Nullable PersonId keptBy,
            Instant now) {
        this.id = AttachmentId.create().value();
        this.organisationId = organisation.value();
        this.fileName = fileName;
        this.mediaType = type.mediaType();
        this.size = size;
        this.sha256 = sha256.clone();
        this.keptBy = keptBy == null ? null : keptBy.value();
        this.keptAt = now;
    }

    /** From now on something refers to it. */
    void use(Instant now) {
        if (usedAt == null) {
            usedAt = now;
        }
    }

    AttachmentId id() {
        return new AttachmentId(id);
    }

    AttachmentCard card() {
        return new AttachmentCard(
                id(),
                new OrganisationId(organisationId),
                fileName,
                FileType.ofMediaType(mediaType),
                size,
                HexFormat.of().formatHex(sha256),
                keptAt);
    }
}
