package org.muster.organisation.web;

import java.util.UUID;
import org.muster.organisation.InvitationId;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shell.Ids;

/** Ids out of addresses; what is no id names nothing, so it is not found. */
final class OrganisationIds {

    private OrganisationIds() {}

    static OrganisationId organisation(String text) {
        return Ids.read(text, OrganisationId::of);
    }

    static UUID any(String text) {
        return Ids.read(text, UUID::fromString);
    }

    static PersonId person(String text) {
        return Ids.read(text, PersonId::of);
    }

    static InvitationId invitation(String text) {
        return Ids.read(text, InvitationId::of);
    }
}
