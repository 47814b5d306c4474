package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.SiteId;

/**
 * Everything a supplier says of a listing, typed but not yet judged; {@link Catalogue#check} tells what is wrong with it.
 *
 * @param site where it stands; null takes the organisation's first site
 * @param title the main title, Chinese as a rule
 * @param divisionCode GB/T 4754 division; null derives it from what the listing is about
 * @param quantity a line's output a day (null derives it from the operations), else what is on hand; null says "no figure"
 * @param hoursPerDay how long the line runs a day; null counts as 24
 * @param fixedCharge what it costs to start at all: moulds, set-up, line clearance
 * @param declared what holds as long as no window says otherwise
 * @param particulars what only a listing of its kind says
 */
public record ListingDraft(
        ListingKind kind,
        @Nullable SiteId site,
        Confidentiality confidentiality,
        String title,
        @Nullable String titleEn,
        String description,
        @Nullable String descriptionEn,
        @Nullable String divisionCode,
        @Nullable String template,
        SupplyMode supplyMode,
        @Nullable Boolean crewIncluded,
        @Nullable Boolean materialIncluded,
        @Nullable Integer materialDays,
        String missing,
        List<Operation> operations,
        List<String> products,
        List<String> convertibleProducts,
        List<SpecificationValue> specification,
        @Nullable Quantity quantity,
        @Nullable BigDecimal hoursPerDay,
        @Nullable Integer changeoverMinutes,
        @Nullable Quantity minimumOrder,
        @Nullable Quantity orderMultiple,
        @Nullable LocalDate readyDate,
        @Nullable Money fixedCharge,
        @Nullable Price price,
        Availability declared,
        Particulars particulars) {

    public ListingDraft {
        if (!particulars.suits(kind)) {
            throw new IllegalArgumentException("No " + kind + " says " + particulars);
        }
        operations = List.copyOf(operations);
        products = List.copyOf(products);
        convertibleProducts = List.copyOf(convertibleProducts);
        specification = List.copyOf(specification);
        // One form for one value, so that a draft equals what was stored of it.
        hoursPerDay = hoursPerDay == null ? null : plain(hoursPerDay);
        // A crew's heads are its quantity.
        quantity = particulars instanceof Particulars.Crew crew && crew.headcount() != null ? null : quantity;
        price = price == null ? null : new Price(price.money(), price.per(), canonical(price.basis()));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static PriceBasis canonical(PriceBasis basis) {
        return new PriceBasis(
                basis.taxIncluded(),
                basis.taxRate().map(BigDecimal::stripTrailingZeros),
                basis.invoice(),
                basis.delivery(),
                basis.validUntil());
    }

    /** Begins a draft that says the same, to say some things differently. */
    public Builder but() {
        return new Builder(this);
    }

    /** Begins the draft of a line: public, availability unknown, nothing else said. */
    public static Builder line(String title) {
        return new Builder(ListingKind.PRODUCTION_LINE, title);
    }

    /** Begins the draft of a material: public, availability unknown, nothing else said. */
    public static Builder material(String title) {
        return new Builder(ListingKind.MATERIAL, title);
    }

    public static Builder of(ListingKind kind, String title) {
        return new Builder(kind, title);
    }

    /** Says one thing after another of a draft. */
    public static final class Builder {
        private final ListingKind kind;
        private String title;
        private @Nullable SiteId site;
        private Confidentiality confidentiality = Confidentiality.PUBLIC;
        private @Nullable String titleEn;
        private String description = "";
        private @Nullable String descriptionEn;
        private @Nullable String divisionCode;
        private @Nullable String template;
        private SupplyMode supplyMode = SupplyMode.UNSAID;
        private @Nullable Boolean crewIncluded;
        private @Nullable Boolean materialIncluded;
        private @Nullable Integer materialDays;
        private String missing = "";
        private List<Operation> operations = List.of();
        private List<String> products = List.of();
        private List<String> convertibleProducts = List.of();
        private List<SpecificationValue> specification = List.of();
        private @Nullable Quantity quantity;
        private @Nullable BigDecimal hoursPerDay;
        private @Nullable Integer changeoverMinutes;
        private @Nullable Quantity minimumOrder;
        private @Nullable Quantity orderMultiple;
        private @Nullable LocalDate readyDate;
        private @Nullable Money fixedCharge;
        private @Nullable Price price;
        private Availability declared = Availability.UNKNOWN;
        private Particulars particulars;

        private Builder(ListingKind kind, String title) {
            this.kind = kind;
            this.title = title;
            this.particulars = Particulars.unsaid(kind);
        }

        private Builder(ListingDraft draft) {
            this(draft.kind, draft.title);
            site = draft.site;
            confidentiality = draft.confidentiality;
            titleEn = draft.titleEn;
            description = draft.description;
            descriptionEn = draft.descriptionEn;
            divisionCode = draft.divisionCode;
            template = draft.template;
            supplyMode = draft.supplyMode;
            crewIncluded = draft.crewIncluded;
            materialIncluded = draft.materialIncluded;
            materialDays = draft.materialDays;
            missing = draft.missing;
            operations = draft.operations;
            products = draft.products;
            convertibleProducts = draft.convertibleProducts;
            specification = draft.specification;
            quantity = draft.quantity;
            hoursPerDay = draft.hoursPerDay;
            changeoverMinutes = draft.changeoverMinutes;
            minimumOrder = draft.minimumOrder;
            orderMultiple = draft.orderMultiple;
            readyDate = draft.readyDate;
            fixedCharge = draft.fixedCharge;
            price = draft.price;
            declared = draft.declared;
            particulars = draft.particulars;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder at(@Nullable SiteId value) {
            site = value;
            return this;
        }

        public Builder confidentiality(Confidentiality value) {
            confidentiality = value;
            return this;
        }

        public Builder titleEn(@Nullable String value) {
            titleEn = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder descriptionEn(@Nullable String value) {
            descriptionEn = value;
            return this;
        }

        public Builder division(@Nullable String value) {
            divisionCode = value;
            return this;
        }

        public Builder template(@Nullable String value) {
            template = value;
            return this;
        }

        public Builder supplyMode(SupplyMode value) {
            supplyMode = value;
            return this;
        }

        public Builder crewIncluded(@Nullable Boolean value) {
            crewIncluded = value;
            return this;
        }

        public Builder materialIncluded(@Nullable Boolean value) {
            materialIncluded = value;
            return this;
        }

        public Builder materialDays(@Nullable Integer value) {
            materialDays = value;
            return this;
        }

        public Builder missing(String value) {
            missing = value;
            return this;
        }

        public Builder operations(List<Operation> value) {
            operations = value;
            return this;
        }

        public Builder products(List<String> value) {
            products = value;
            return this;
        }

        public Builder convertibleProducts(List<String> value) {
            convertibleProducts = value;
            return this;
        }

        public Builder specification(List<SpecificationValue> value) {
            specification = value;
            return this;
        }

        public Builder quantity(@Nullable Quantity value) {
            quantity = value;
            return this;
        }

        public Builder hoursPerDay(@Nullable BigDecimal value) {
            hoursPerDay = value;
            return this;
        }

        public Builder changeoverMinutes(@Nullable Integer value) {
            changeoverMinutes = value;
            return this;
        }

        public Builder minimumOrder(@Nullable Quantity value) {
            minimumOrder = value;
            return this;
        }

        public Builder orderMultiple(@Nullable Quantity value) {
            orderMultiple = value;
            return this;
        }

        public Builder readyDate(@Nullable LocalDate value) {
            readyDate = value;
            return this;
        }

        public Builder fixedCharge(@Nullable Money value) {
            fixedCharge = value;
            return this;
        }

        public Builder price(@Nullable Price value) {
            price = value;
            return this;
        }

        public Builder declared(Availability value) {
            declared = value;
            return this;
        }

        public Builder particulars(Particulars value) {
            particulars = value;
            return this;
        }

        public ListingDraft build() {
            return new ListingDraft(
                    kind,
                    site,
                    confidentiality,
                    title,
                    titleEn,
                    description,
                    descriptionEn,
                    divisionCode,
                    template,
                    supplyMode,
                    crewIncluded,
                    materialIncluded,
                    materialDays,
                    missing,
                    operations,
                    products,
                    convertibleProducts,
                    specification,
                    quantity,
                    hoursPerDay,
                    changeoverMinutes,
                    minimumOrder,
                    orderMultiple,
                    readyDate,
                    fixedCharge,
                    price,
                    declared,
                    particulars);
        }
    }
}
