package org.muster.catalogue.web;

import java.util.UUID;
import org.muster.catalogue.PhotoId;
import org.muster.shared.ListingId;
import org.muster.shell.Ids;

/** Ids in addresses: what is none leads nowhere. */
final class ListingIds {

    private ListingIds() {}

    static ListingId listing(String written) {
        return new ListingId(uuid(written));
    }

    static PhotoId photo(String written) {
        return new PhotoId(uuid(written));
    }

    static UUID uuid(String written) {
        return Ids.read(written, UUID::fromString);
    }
}
