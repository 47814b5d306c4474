package org.muster.attachment;

import java.util.Objects;
import java.util.UUID;

/** Names one file. */
public record AttachmentId(UUID value) {

    public AttachmentId {
        Objects.requireNonNull(value, "attachment id");
    }

    static AttachmentId create() {
        return new AttachmentId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
