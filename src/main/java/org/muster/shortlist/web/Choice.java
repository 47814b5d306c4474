package org.muster.shortlist.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.muster.shared.ListingId;

/** Listings that an address or a form names; what is no id names none. */
final class Choice {

    private Choice() {}

    static List<ListingId> of(List<String> written) {
        Set<ListingId> ids = new LinkedHashSet<>();
        for (String id : written) {
            try {
                ids.add(new ListingId(UUID.fromString(id.strip())));
            } catch (IllegalArgumentException none) {
                continue;
            }
        }
        return new ArrayList<>(ids);
    }

    static String compare(List<ListingId> ids) {
        StringBuilder address = new StringBuilder("/compare");
        char next = '?';
        for (ListingId id : ids) {
            address.append(next).append("id=").append(id);
            next = '&';
        }
        return address.toString();
    }
}
