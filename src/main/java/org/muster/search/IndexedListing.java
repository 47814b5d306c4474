package org.muster.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ComparablePrice;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDocument;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingProof;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.Dimension;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.TimeWindow;

/**
 * A listing in the shape the index holds: texts normalised, both languages beside each other, places by name, times exact for some and in whole weeks for others.
 *
 * @param quantity in the base unit of the dimension
 * @param price on the one basis on which prices compare; null when it cannot be put on it
 * @param priceUntil the last day of the price; null when it has none
 * @param spans free stretches, exact
 * @param taken stretches that are not free, exact
 * @param unknownEnd when the last window ends of which nobody knows whether it is free; null without such
 * @param windowsEnd when the last window of any kind ends, after which what was declared counts; null without windows
 */
public record IndexedListing(
        ListingId id,
        long revision,
        ListingKind kind,
        SupplyMode supplyMode,
        Confidentiality confidentiality,
        OrganisationId organisation,
        VerificationLevel level,
        List<String> title,
        List<String> products,
        List<String> convertible,
        List<String> operations,
        List<String> specification,
        List<String> organisationNames,
        List<String> location,
        List<String> description,
        @Nullable ServiceType serviceType,
        @Nullable CleanRoom cleanRoom,
        @Nullable String division,
        String province,
        String city,
        Point point,
        @Nullable BigDecimal quantity,
        @Nullable Dimension dimension,
        @Nullable ComparablePrice price,
        @Nullable LocalDate priceUntil,
        List<ListingProof> proofs,
        Availability declared,
        List<TimeWindow> spans,
        List<TimeWindow> taken,
        @Nullable Instant unknownEnd,
        @Nullable Instant windowsEnd,
        Instant confirmedAt,
        Instant createdAt) {

    static IndexedListing of(ListingDocument document, Places places) {
        boolean masked = document.confidentiality() == Confidentiality.ANONYMOUS;
        return new IndexedListing(
                document.id(),
                document.revision(),
                document.kind(),
                document.supplyMode(),
                document.confidentiality(),
                document.organisation(),
                document.level(),
                texts(Stream.of(document.title(), document.titleEn())),
                texts(document.products().stream()),
                texts(document.convertibleProducts().stream()),
                texts(document.operations().stream()),
                texts(document.specification().stream()),
                // The catalogue masks already; a name in the index would be found again by whoever guesses it, so it is
                // kept out here too.
                masked ? List.of() : texts(Stream.of(document.organisationName(), document.organisationNameEn())),
                names(
                        Stream.of(document.provinceCode(), document.cityCode(), masked ? null : document.countyCode()),
                        places),
                texts(Stream.of(document.description(), document.descriptionEn())),
                document.particulars().serviceType(),
                document.particulars() instanceof Particulars.Line line ? line.cleanRoom() : null,
                document.divisionCode(),
                document.provinceCode(),
                document.cityCode(),
                masked ? document.cityPoint() : document.point(),
                Optional.ofNullable(document.quantity())
                        .map(quantity -> quantity.inBase())
                        .orElse(null),
                Optional.ofNullable(document.quantity())
                        .map(quantity -> quantity.unit().dimension())
                        .orElse(null),
                Optional.ofNullable(document.price())
                        .flatMap(ComparablePrice::of)
                        .orElse(null),
                Optional.ofNullable(document.price())
                        .flatMap(price -> price.basis().validUntil())
                        .orElse(null),
                document.proofs(),
                document.declared(),
                TimeWindow.joined(document.freeWindows()),
                TimeWindow.joined(document.takenWindows()),
                document.unknownEnd(),
                document.windowsEnd(),
                document.lastConfirmedAt(),
                document.createdAt());
    }

    /** Stretches of time as visitors may ask for them. */
    public static List<TimeWindow> inWeeks(List<TimeWindow> stretches) {
        return TimeWindow.joined(stretches.stream().map(Weeks::around).toList());
    }

    /** A stretch, widened to the weeks it touches. */
    public static TimeWindow inWeeks(TimeWindow span) {
        return Weeks.around(span);
    }

    /** When the last free stretch ends; null without such. */
    public @Nullable Instant freeEnd() {
        return spans.isEmpty() ? null : spans.get(spans.size() - 1).to();
    }

    /** The end of the week in which something ends. */
    public static Instant inWeeks(Instant end) {
        return Weeks.endOf(end);
    }

    private static List<String> texts(Stream<@Nullable String> texts) {
        List<String> normalised = new ArrayList<>();
        texts.filter(text -> text != null && !text.isBlank()).forEach(text -> normalised.add(Words.normalised(text)));
        return normalised;
    }

    private static List<String> names(Stream<@Nullable String> codes, Places places) {
        List<String> names = new ArrayList<>();
        codes.forEach(code -> {
            if (code != null) {
                places.byCode(code).ifPresent(place -> names.addAll(namesOf(place)));
            }
        });
        return names;
    }

    private static List<String> namesOf(Place place) {
        return texts(Stream.of(place.nameZh(), place.nameEn()));
    }
}
