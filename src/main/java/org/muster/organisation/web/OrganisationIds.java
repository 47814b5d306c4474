package org.muster.organisation.web;

import java.util.UUID;
import org.muster.organisation.InvitationId;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shell.NotFound;

/** Ids out of addresses; what is no id names nothing, so it is not found. */
final class Ids {

    private Ids() {}

    static OrganisationId organisation(String text) {
        try {
            return OrganisationId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static UUID any(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static PersonId person(String text) {
        try {
            return PersonId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static InvitationId invitation(String text) {
        try {
            return InvitationId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }
}
