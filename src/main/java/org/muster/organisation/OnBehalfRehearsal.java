package org.muster.organisation;

import java.util.List;

/** Foretells what entering many organisations on behalf comes to, batch after batch, each on top of those before; writes nothing. */
public final class OnBehalfRehearsal {

    private final Registering registering;
    private final OnBehalfBook book;

    OnBehalfRehearsal(Registering registering, OnBehalfBook book) {
        this.registering = registering;
        this.book = book;
    }

    public List<OnBehalf> foretell(List<ProvisionalOrganisation> next) {
        return registering.foretell(book, next);
    }
}
