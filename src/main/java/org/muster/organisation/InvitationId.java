package org.muster.organisation;

import java.util.Objects;
import java.util.UUID;

/** Names one invitation of a colleague. */
public record InvitationId(UUID value) {

    public InvitationId {
        Objects.requireNonNull(value, "invitation id");
    }

    public static InvitationId create() {
        return new InvitationId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static InvitationId of(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
