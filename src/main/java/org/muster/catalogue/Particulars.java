package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Money;
import org.muster.shared.Quantity;

/** What one kind of listing says and others do not. Whatever is null, empty or false was not said. */
public sealed interface Particulars {

    /** Nothing particular. */
    Particulars NONE = new Plain();

    /** A kind without anything of its own to say, such as material. */
    record Plain() implements Particulars {}

    /**
     * What decides whether a line can be changed over to something else, beside its operations.
     *
     * @param handles materials it can work with
     */
    record Line(List<String> handles, @Nullable CleanRoom cleanRoom) implements Particulars {
        public Line {
            handles = List.copyOf(handles);
        }
    }

    /**
     * A machine.
     *
     * @param onSite used where it stands, by whoever brings the work
     * @param leadDays from the order to the delivery
     * @param installationDays from the delivery to the first good piece
     */
    record Machine(
            boolean forSale,
            boolean forLease,
            boolean onSite,
            @Nullable Integer leadDays,
            @Nullable Integer installationDays)
            implements Particulars {}

    /** Goods that are ready. */
    record Stock(@Nullable String batch, @Nullable LocalDate bestBefore) implements Particulars {}

    /** Of a service, of which sort it is. */
    sealed interface Service extends Particulars {
        ServiceType type();
    }

    /**
     * @param cycleMinutes one load, from closing the chamber to opening it
     * @param aerationMinutes how long it airs out afterwards before it may be released
     * @param chamber what goes in at once
     */
    record Sterilisation(
            @Nullable SterilisationMethod method,
            @Nullable Integer cycleMinutes,
            @Nullable Integer aerationMinutes,
            @Nullable Quantity chamber)
            implements Service {
        @Override
        public ServiceType type() {
            return ServiceType.STERILISATION;
        }
    }

    /** @param turnaroundHours from the sample to the report */
    record Testing(@Nullable Integer turnaroundHours) implements Service {
        @Override
        public ServiceType type() {
            return ServiceType.TESTING;
        }
    }

    /**
     * @param vehicle what drives, in the words of the trade: 17.5 米平板车
     * @param payload what one of them carries
     * @param cargo how much room is in one of them
     * @param coldest in degrees Celsius, said together with {@code warmest}
     */
    record Transport(
            @Nullable String vehicle,
            @Nullable Quantity payload,
            @Nullable Quantity cargo,
            @Nullable BigDecimal coldest,
            @Nullable BigDecimal warmest)
            implements Service {
        public Transport {
            coldest = plain(coldest);
            warmest = plain(warmest);
        }

        @Override
        public ServiceType type() {
            return ServiceType.TRANSPORT;
        }
    }

    /** People who come; what they can do are the listing's operations. */
    record Crew(@Nullable Integer headcount) implements Service {
        @Override
        public ServiceType type() {
            return ServiceType.CREW;
        }
    }

    /**
     * @param limit the most that is lent, insured or advanced
     * @param yearlyRate 0.0435 is 4.35 % a year
     */
    record Finance(
            @Nullable Money limit,
            @Nullable BigDecimal yearlyRate,
            @Nullable Integer termDays) implements Service {
        public Finance {
            yearlyRate = plain(yearlyRate);
        }

        @Override
        public ServiceType type() {
            return ServiceType.FINANCE;
        }
    }

    /**
     * @param handedOver drawings, process papers, training …
     * @param termDays how long that takes
     */
    record KnowHow(@Nullable String handedOver, @Nullable Integer termDays) implements Service {
        @Override
        public ServiceType type() {
            return ServiceType.KNOW_HOW;
        }
    }

    /** Any other service. */
    record OtherService() implements Service {
        @Override
        public ServiceType type() {
            return ServiceType.OTHER;
        }
    }

    /** What a listing of this kind says when it says nothing. */
    static Particulars unsaid(ListingKind kind) {
        return switch (kind) {
            case PRODUCTION_LINE -> new Line(List.of(), null);
            case EQUIPMENT -> new Machine(false, false, false, null, null);
            case MATERIAL -> NONE;
            case FINISHED_STOCK -> new Stock(null, null);
            case SERVICE -> new OtherService();
        };
    }

    /** Of which sort a service is; null for what is none. */
    default @Nullable ServiceType serviceType() {
        return this instanceof Service service ? service.type() : null;
    }

    /** What a line can work with; nothing for others. */
    default List<String> handled() {
        return this instanceof Line line ? line.handles() : List.of();
    }

    /** Whether a listing of this kind may say this. */
    default boolean suits(ListingKind kind) {
        return switch (kind) {
            case PRODUCTION_LINE -> this instanceof Line;
            case EQUIPMENT -> this instanceof Machine;
            case MATERIAL -> this instanceof Plain;
            case FINISHED_STOCK -> this instanceof Stock;
            case SERVICE -> this instanceof Service;
        };
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
