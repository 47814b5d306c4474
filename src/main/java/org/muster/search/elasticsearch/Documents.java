package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;
import static org.muster.search.elasticsearch.Json.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingProof;
import org.muster.search.IndexedListing;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/** A listing as a document of the index; the fields are those of {@code search/listings.json}. */
final class Documents {

    /** As long as nobody says otherwise. */
    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String ALWAYS_DAY = "1900-01-01";
    private static final String FOR_EVER_DAY = "9999-01-01";

    private Documents() {}

    static Map<String, Object> of(IndexedListing listing) {
        Map<String, Object> document = object(
                "tie_break", tieBreak(listing.id()), "kind", listing.kind().name());
        with(document, "supply_mode", listing.supplyMode().name());
        with(document, "confidentiality", listing.confidentiality().name());
        with(document, "organisation", listing.organisation().toString());
        with(document, "level", listing.level().name());
        with(document, "title", listing.title());
        with(document, "products", listing.products());
        with(document, "convertible", listing.convertible());
        with(document, "operations", listing.operations());
        with(document, "specification", listing.specification());
        with(document, "organisation_names", listing.organisationNames());
        with(document, "location", listing.location());
        with(document, "description", listing.description());
        if (listing.serviceType() != null) {
            with(document, "service_type", listing.serviceType().name());
        }
        if (listing.cleanRoom() != null) {
            with(document, "clean_room", listing.cleanRoom().name());
        }
        if (listing.division() != null) {
            with(document, "division", listing.division());
        }
        with(document, "province", listing.province());
        with(document, "city", listing.city());
        with(document, "point", Clauses.point(listing.point()));
        if (listing.quantity() != null && listing.dimension() != null) {
            with(document, "quantity", listing.quantity());
            with(document, "dimension", listing.dimension().name());
        }
        if (listing.price() != null) {
            with(document, "price", PriceSteps.micros(listing.price().yuan()));
            with(document, "price_dimension", listing.price().dimension().name());
            with(document, "price_step", PriceSteps.key(listing.price()));
            with(
                    document,
                    "price_until",
                    listing.priceUntil() == null
                            ? FOR_EVER_DAY
                            : listing.priceUntil().toString());
        }
        with(document, "proofs", listing.proofs().stream().map(Documents::proof).toList());
        with(document, "declared", listing.declared().name());
        with(document, "free", ranges(listing.spans()));
        with(document, "free_weeks", ranges(IndexedListing.inWeeks(listing.spans())));
        with(document, "taken", ranges(listing.taken()));
        with(document, "taken_weeks", ranges(IndexedListing.inWeeks(listing.taken())));
        with(document, "spans", spans(listing));
        end(document, "free_end", listing.freeEnd());
        end(document, "unknown_end", listing.unknownEnd());
        end(document, "windows_end", listing.windowsEnd());
        with(document, "confirmed_at", Clauses.moment(listing.confirmedAt()));
        with(document, "created_at", Clauses.moment(listing.createdAt()));
        return document;
    }

    /** Any number will do that stays the same: the random half of the id, as a number is cheaper to keep and to sort by than a name that is nobody else's. */
    private static long tieBreak(ListingId id) {
        return id.value().getLeastSignificantBits();
    }

    private static Object proof(ListingProof proof) {
        Map<String, Object> document = object("kind", proof.kind().name(), "standards", proof.standards());
        with(document, "from", proof.from() == null ? ALWAYS_DAY : proof.from().toString());
        with(document, "to", proof.to() == null ? FOR_EVER_DAY : proof.to().toString());
        return document;
    }

    private static void end(Map<String, Object> document, String field, @Nullable Instant end) {
        if (end != null) {
            with(document, field, Clauses.moment(end));
            with(document, field + "_week", Clauses.moment(IndexedListing.inWeeks(end)));
        }
    }

    private static List<Object> ranges(List<TimeWindow> windows) {
        return windows.stream()
                .map(window -> (Object) object("gte", Clauses.moment(window.from()), "lt", Clauses.moment(window.to())))
                .toList();
    }

    /** For sorting by the first free moment; what was declared free is so once its windows are over. */
    private static List<Object> spans(IndexedListing listing) {
        List<Object> spans = new ArrayList<>();
        for (TimeWindow span : listing.spans()) {
            TimeWindow weeks = IndexedListing.inWeeks(span);
            spans.add(span(span.from(), span.to(), weeks.from(), weeks.to()));
        }
        if (listing.declared() == Availability.FREE) {
            Instant end = listing.windowsEnd();
            Instant from = end == null ? listing.createdAt() : end;
            spans.add(span(from, FOR_EVER, end == null ? from : IndexedListing.inWeeks(end), FOR_EVER));
        }
        return spans;
    }

    private static Object span(Instant from, Instant to, Instant fromWeek, Instant toWeek) {
        return object(
                "from",
                Clauses.moment(from),
                "to",
                Clauses.moment(to),
                "from_week",
                Clauses.moment(fromWeek),
                "to_week",
                Clauses.moment(toWeek));
    }
}
