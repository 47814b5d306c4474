package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/**
 * A listing as one viewer may see it.
 *
 * @param mine the viewer acts for its supplier
 * @param masked the supplier stays unnamed for this viewer; organisation is null then, texts are cut, the place is a city
 * @param windows exact, empty for visitors who are not signed in
 * @param weeks this week and the seven after it, Mondays in Asia/Shanghai
 * @param contactAllowed whether the page may show how to reach the supplier
 */
public record ListingView(
        ListingId id,
        ListingKind kind,
        ListingState state,
        Confidentiality confidentiality,
        boolean mine,
        boolean masked,
        boolean contactAllowed,
        String title,
        @Nullable String titleEn,
        String description,
        @Nullable String descriptionEn,
        @Nullable String divisionCode,
        SupplyMode supplyMode,
        @Nullable Boolean crewIncluded,
        @Nullable Boolean materialIncluded,
        @Nullable Integer materialDays,
        String missing,
        List<Operation> operations,
        List<String> products,
        List<String> convertibleProducts,
        List<SpecificationValue> specification,
        Particulars particulars,
        @Nullable Quantity quantity,
        boolean quantityDerived,
        @Nullable BigDecimal hoursPerDay,
        @Nullable Integer changeoverMinutes,
        @Nullable Quantity minimumOrder,
        @Nullable Quantity orderMultiple,
        @Nullable LocalDate readyDate,
        @Nullable Money fixedCharge,
        @Nullable Price price,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        @Nullable String organisationNameEn,
        VerificationLevel level,
        boolean provisional,
        String placeCode,
        Point point,
        Availability availability,
        @Nullable Instant freeFrom,
        List<WeekState> weeks,
        List<CapacityWindow> windows,
        Instant lastConfirmedAt,
        Freshness freshness,
        Hearing hearing,
        @Nullable String source) {

    /** Whether its quantity is had anew each day. */
    public boolean daily() {
        return kind.isDaily(particulars.serviceType());
    }
}
