package org.muster.catalogue.web;

import java.util.List;
import org.muster.catalogue.Catalogue;
import org.muster.shared.Refusal;
import org.muster.shell.NotFound;

/** What is not there, or not yours, is the same 404 page. */
final class Found {

    private Found() {}

    static List<Refusal> orNotFound(List<Refusal> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.key().equals(Catalogue.NOT_FOUND))) {
            throw new NotFound();
        }
        return reasons;
    }
}
