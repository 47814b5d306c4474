package org.muster.organisation;

import org.muster.shared.OrganisationId;

/** What became of an organisation entered on behalf; entering the same twice leaves it unchanged. */
public record OnBehalf(Result result, OrganisationId id) {

    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Its own people have registered it, so nobody writes on its behalf any more; nothing was changed. */
        CLAIMED
    }
}
