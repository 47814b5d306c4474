package org.muster.catalogue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.Dimension;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.SiteId;
import org.muster.shared.Unit;

/** One offer of one organisation: what it can do, when it was last confirmed, and which way it may still go. */
@Entity
@Table(name = "listing")
class Listing {

    private static final int LISTINGS_AT_ONCE = 500;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "site_id")
    private UUID siteId;

    @Column(name = "organisation_name")
    private String organisationName;

    @Column(name = "organisation_name_en")
    private @Nullable String organisationNameEn;

    @Column(name = "organisation_level")
    @Enumerated(EnumType.STRING)
    private VerificationLevel organisationLevel;

    @Column(name = "organisation_verified_until")
    private @Nullable LocalDate organisationVerifiedUntil;

    @Column(name = "organisation_provisional")
    private boolean organisationProvisional;

    @Column(name = "place_code")
    private String placeCode;

    @Column(name = "province_code")
    private String provinceCode;

    @Column(name = "city_code")
    private String cityCode;

    @Column(name = "county_code")
    private @Nullable String countyCode;

    @Column(name = "latitude")
    private double latitude;

    @Column(name = "longitude")
    private double longitude;

    @Column(name = "city_latitude")
    private double cityLatitude;

    @Column(name = "city_longitude")
    private double cityLongitude;

    @Column(name = "kind", updatable = false)
    @Enumerated(EnumType.STRING)
    private ListingKind kind;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    private ListingState state;

    @Column(name = "confidentiality")
    @Enumerated(EnumType.STRING)
    private Confidentiality confidentiality;

    @Column(name = "title")
    private String title;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    @Column(name = "description")
    private String description;

    @Column(name = "description_en")
    private @Nullable String descriptionEn;

    @Column(name = "division_code")
    private @Nullable String divisionCode;

    @Column(name = "template")
    private @Nullable String template;

    @Column(name = "supply_mode")
    @Enumerated(EnumType.STRING)
    private SupplyMode supplyMode;

    @Column(name = "crew_included")
    private @Nullable Boolean crewIncluded;

    @Column(name = "material_included")
    private @Nullable Boolean materialIncluded;

    @Column(name = "material_days")
    private @Nullable Integer materialDays;

    @Column(name = "missing")
    private String missing;

    @Column(name = "quantity_amount")
    private @Nullable BigDecimal quantityAmount;

    @Column(name = "quantity_unit")
    private @Nullable String quantityUnit;

    @Column(name = "quantity_derived")
    private boolean quantityDerived;

    @Column(name = "quantity_base")
    private @Nullable BigDecimal quantityBase;

    @Column(name = "quantity_dimension")
    private @Nullable String quantityDimension;

    @Column(name = "hours_per_day")
    private @Nullable BigDecimal hoursPerDay;

    @Column(name = "changeover_minutes")
    private @Nullable Integer changeoverMinutes;

    @Column(name = "minimum_amount")
    private @Nullable BigDecimal minimumAmount;

    @Column(name = "minimum_unit")
    private @Nullable String minimumUnit;

    @Column(name = "multiple_amount")
    private @Nullable BigDecimal multipleAmount;

    @Column(name = "multiple_unit")
    private @Nullable String multipleUnit;

    @Column(name = "ready_date")
    private @Nullable LocalDate readyDate;

    @Column(name = "fixed_charge_minor")
    private @Nullable Long fixedChargeMinor;

    @Column(name = "fixed_charge_currency")
    private @Nullable String fixedChargeCurrency;

    @Column(name = "price_minor")
    private @Nullable Long priceMinor;

    @Column(name = "price_currency")
    private @Nullable String priceCurrency;

    @Column(name = "price_per_amount")
    private @Nullable BigDecimal pricePerAmount;

    @Column(name = "price_per_unit")
    private @Nullable String pricePerUnit;

    @Column(name = "price_tax_included")
    private @Nullable Boolean priceTaxIncluded;

    @Column(name = "price_tax_rate")
    private @Nullable BigDecimal priceTaxRate;

    @Column(name = "price_invoice")
    @Enumerated(EnumType.STRING)
    private PriceBasis.@Nullable Invoice priceInvoice;

    @Column(name = "price_delivery")
    @Enumerated(EnumType.STRING)
    private PriceBasis.@Nullable Delivery priceDelivery;

    @Column(name = "price_valid_until")
    private @Nullable LocalDate priceValidUntil;

    @Column(name = "specification")
    @Convert(converter = SpecificationColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<SpecificationValue> specification;

    @Column(name = "declared_availability")
    @Enumerated(EnumType.STRING)
    private Availability declared;

    @Column(name = "last_confirmed_at")
    private Instant lastConfirmedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "source")
    private @Nullable String source;

    @Column(name = "external_key")
    private @Nullable String externalKey;

    @Column(name = "cover_photo_id")
    private @Nullable UUID coverPhotoId;

    @Column(name = "own_text")
    private String ownText;

    @Column(name = "revision")
    private long revision;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "version")
    private int version;

    @Embedded
    private ParticularsColumns particulars;

    @ElementCollection
    @CollectionTable(name = "listing_operation", joinColumns = @JoinColumn(name = "listing_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = LISTINGS_AT_ONCE)
    private List<OperationRow> operations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "listing_product", joinColumns = @JoinColumn(name = "listing_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = LISTINGS_AT_ONCE)
    private List<ProductRow> products = new ArrayList<>();

    /** For the mapper. */
    @SuppressWarnings("NullAway.Init")
    protected Listing() {}

    /** A new listing, which nobody else sees before it is published. */
    @SuppressWarnings("NullAway.Init")
    Listing(ListingId id, Supplier supplier, ListingKind kind, String createdBy, Instant now) {
        this.id = id.value();
        this.organisationId = supplier.id().value();
        this.kind = kind;
        this.state = ListingState.DRAFT;
        this.revision = 1;
        this.createdAt = now;
        this.updatedAt = now;
        this.lastConfirmedAt = now;
        this.confirmedBy = createdBy;
        organisationName = supplier.name();
        organisationNameEn = supplier.nameEn();
        organisationLevel = supplier.level();
        organisationVerifiedUntil = supplier.verifiedUntil();
        organisationProvisional = supplier.provisional();
    }

    /** Says anew all that a draft says; the draft's rules have been kept, its site and division found. */
    void say(
            ListingDraft draft,
            Spot spot,
            Map<String, String> termKeys,
            java.util.function.Supplier<Anonymity> anonymity,
            Instant now) {
        siteId = spot.site().value();
        placeCode = spot.placeCode();
        provinceCode = spot.provinceCode();
        cityCode = spot.cityCode();
        countyCode = spot.countyCode();
        latitude = spot.point().latitude();
        longitude = spot.point().longitude();
        cityLatitude = spot.cityPoint().latitude();
        cityLongitude = spot.cityPoint().longitude();
        confidentiality = draft.confidentiality();
        title = draft.title();
        titleEn = draft.titleEn();
        description = draft.description();
        descriptionEn = draft.descriptionEn();
        divisionCode = draft.divisionCode();
        template = draft.template();
        supplyMode = draft.supplyMode();
        crewIncluded = draft.crewIncluded();
        materialIncluded = draft.materialIncluded();
        materialDays = draft.materialDays();
        missing = draft.missing();
        hoursPerDay = draft.hoursPerDay();
        changeoverMinutes = draft.changeoverMinutes();
        readyDate = draft.readyDate();
        specification = draft.specification();
        declared = draft.declared();
        sayQuantities(draft);
        sayMoney(draft);
        particulars = ParticularsColumns.of(draft.particulars());
        operations.clear();
        draft.operations().forEach(operation -> operations.add(new OperationRow(operation)));
        products.clear();
        draft.products()
                .forEach(name -> products.add(new ProductRow(name, ProductRow.Relation.MAKES, termKeys.get(name))));
        draft.convertibleProducts()
                .forEach(name ->
                        products.add(new ProductRow(name, ProductRow.Relation.CONVERTIBLE, termKeys.get(name))));
        draft.particulars()
                .handled()
                .forEach(name -> products.add(new ProductRow(name, ProductRow.Relation.HANDLES, termKeys.get(name))));
        ownText = searchable(anonymity);
        changed(now);
    }

    /** What a draft says of its quantity, stated or worked out: from the rates of a line, from the heads of a crew. */
    static @Nullable Quantity quantityOf(ListingDraft draft) {
        if (draft.particulars() instanceof Particulars.Crew crew) {
            Integer people = crew.headcount();
            return people == null ? draft.quantity() : Quantity.of(people, Unit.of("person"));
        }
        return draft.quantity() != null || draft.kind() != ListingKind.PRODUCTION_LINE
                ? draft.quantity()
                : DailyOutput.of(draft.operations(), draft.hoursPerDay()).orElse(null);
    }

    private void sayQuantities(ListingDraft draft) {
        Quantity stated = draft.quantity();
        Quantity quantity = quantityOf(draft);
        quantityDerived = stated == null && quantity != null;
        quantityAmount = quantity == null ? null : quantity.amount();
        quantityUnit = quantity == null ? null : quantity.unit().code();
        quantityBase = quantity == null ? null : quantity.inBase();
        quantityDimension =
                quantity == null ? null : quantity.unit().dimension().name();
        Quantity minimum = draft.minimumOrder();
        minimumAmount = minimum == null ? null : minimum.amount();
        minimumUnit = minimum == null ? null : minimum.unit().code();
        Quantity multiple = draft.orderMultiple();
        multipleAmount = multiple == null ? null : multiple.amount();
        multipleUnit = multiple == null ? null : multiple.unit().code();
    }

    private void sayMoney(ListingDraft draft) {
        Money charge = draft.fixedCharge();
        fixedChargeMinor = charge == null ? null : charge.minor();
        fixedChargeCurrency = charge == null ? null : charge.currency().getCurrencyCode();
        Price price = draft.price();
        priceMinor = price == null ? null : price.money().minor();
        priceCurrency = price == null ? null : price.money().currency().getCurrencyCode();
        pricePerAmount = price == null ? null : price.per().amount();
        pricePerUnit = price == null ? null : price.per().unit().code();
        priceTaxIncluded = price == null ? null : price.basis().taxIncluded();
        priceTaxRate = price == null ? null : price.basis().taxRate().orElse(null);
        priceInvoice = price == null ? null : price.basis().invoice();
        priceDelivery = price == null ? null : price.basis().delivery();
        priceValidUntil = price == null ? null : price.basis().validUntil().orElse(null);
    }

    /** What it says now, as a draft that could be changed; a derived quantity is not part of it. */
    ListingDraft asDraft() {
        return ListingDraft.of(kind, title)
                .at(new SiteId(siteId))
                .confidentiality(confidentiality)
                .titleEn(titleEn)
                .description(description)
                .descriptionEn(descriptionEn)
                .division(divisionCode)
                .template(template)
                .supplyMode(supplyMode)
                .crewIncluded(crewIncluded)
                .materialIncluded(materialIncluded)
                .materialDays(materialDays)
                .missing(missing)
                .operations(operations())
                .products(makes())
                .convertibleProducts(convertible())
                .specification(specification)
                .quantity(quantityDerived ? null : quantity())
                .hoursPerDay(hoursPerDay)
                .changeoverMinutes(changeoverMinutes)
                .minimumOrder(quantity(minimumAmount, minimumUnit))
                .orderMultiple(quantity(multipleAmount, multipleUnit))
                .readyDate(readyDate)
                .fixedCharge(fixedCharge())
                .price(price())
                .declared(declared)
                .particulars(particulars())
                .build();
    }

    // ── Transitions: each refuses by itself ─────────────────────────────────────

    Optional<Refusal> publish(Instant now) {
        if (state != ListingState.DRAFT) {
            return refused("publish");
        }
        become(ListingState.PUBLISHED, now);
        return Optional.empty();
    }

    Optional<Refusal> pause(Instant now) {
        if (state != ListingState.PUBLISHED) {
            return refused("pause");
        }
        become(ListingState.PAUSED, now);
        return Optional.empty();
    }

    /** Coming back says that it still stands. */
    Optional<Refusal> resume(String by, Instant now) {
        if (state != ListingState.PAUSED) {
            return refused("resume");
        }
        become(ListingState.PUBLISHED, now);
        confirmed(by, now);
        return Optional.empty();
    }

    Optional<Refusal> withdraw(Instant now) {
        if (state == ListingState.WITHDRAWN) {
            return refused("withdraw");
        }
        become(ListingState.WITHDRAWN, now);
        return Optional.empty();
    }

    /** Somebody said that it is still free: what was unknown is free from now on, what is taken is not freed by a tap. */
    Optional<Refusal> confirmStillFree(Schedule schedule, Hearing hearing, String by, Instant now) {
        if (state != ListingState.PUBLISHED) {
            return refused("confirm");
        }
        // What has fallen silent comes back as it is, also when it is taken; else nothing new would be said by it.
        if (schedule.availability(now) == Availability.NOT_FREE && hearing.isHeard()) {
            return Optional.of(Refusal.of("catalogue.confirm_not_free"));
        }
        if (declared == Availability.UNKNOWN) {
            declared = Availability.FREE;
        }
        confirmed(by, now);
        changed(now);
        return Optional.empty();
    }

    Optional<Refusal> mayChange() {
        return state == ListingState.WITHDRAWN ? refused("change") : Optional.empty();
    }

    /** Its windows are other now: the index must see it, and its supplier has just looked after it. */
    void rescheduled(String by, Instant now) {
        confirmed(by, now);
        changed(now);
    }

    /** Its photos are other now; which one comes first, if any. */
    void photographed(@Nullable PhotoId cover, Instant now) {
        coverPhotoId = cover == null ? null : cover.value();
        changed(now);
    }

    @Nullable PhotoId cover() {
        return coverPhotoId == null ? null : new PhotoId(coverPhotoId);
    }

    /** Its pattern's windows reach further now, by themselves. */
    void extended(Instant now) {
        changed(now);
    }

    /** Entered from a public list, it can be found at once, and is as fresh as the list. */
    void publishedOnBehalf(String fromSource, String key, Instant saidAt, Instant now) {
        state = ListingState.PUBLISHED;
        source = fromSource;
        externalKey = key;
        lastConfirmedAt = saidAt;
        confirmedBy = fromSource;
        updatedAt = now;
    }

    /** Found again by this when the same list comes once more. */
    void knownAs(String key) {
        externalKey = key;
    }

    void confirmed(String by, Instant now) {
        lastConfirmedAt = now;
        confirmedBy = by;
    }

    /** Takes over what its supplier is called and where it sits now. */
    void supplierRenamed(java.util.function.Supplier<Anonymity> anonymity) {
        ownText = searchable(anonymity);
    }

    private void become(ListingState next, Instant now) {
        state = next;
        changed(now);
    }

    private void changed(Instant now) {
        revision++;
        updatedAt = now;
    }

    private Optional<Refusal> refused(String step) {
        return Optional.of(Refusal.of("catalogue." + step + "_" + state.name().toLowerCase(java.util.Locale.ROOT)));
    }

    // ── What it is ──────────────────────────────────────────────────────────────

    ListingId id() {
        return new ListingId(id);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    Supplier supplier() {
        return new Supplier(
                organisation(),
                organisationName,
                organisationNameEn,
                organisationLevel,
                organisationVerifiedUntil,
                organisationProvisional);
    }

    Spot spot() {
        return new Spot(
                new SiteId(siteId),
                placeCode,
                provinceCode,
                cityCode,
                countyCode,
                new Point(latitude, longitude),
                new Point(cityLatitude, cityLongitude));
    }

    Words words() {
        return new Words(
                title,
                titleEn,
                description,
                descriptionEn,
                missing,
                makes(),
                convertible(),
                operations().stream().map(Operation::name).toList(),
                Stream.concat(
                                specification.stream().map(SpecificationValue::written),
                                ParticularsWords.of(particulars()).stream())
                        .toList());
    }

    ListingKind kind() {
        return kind;
    }

    ListingState state() {
        return state;
    }

    Confidentiality confidentiality() {
        return confidentiality;
    }

    String title() {
        return title;
    }

    @Nullable String titleEn() {
        return titleEn;
    }

    List<Operation> operations() {
        return operations.stream().map(OperationRow::asOperation).toList();
    }

    /** For one that no session knows: what it does and makes, as it is stored. */
    void withLists(List<OperationRow> does, List<ProductRow> says) {
        operations = does;
        products = says;
    }

    /** As they are stored. */
    List<List<@Nullable Object>> operationRows() {
        return operations.stream().map(OperationRow::columns).toList();
    }

    /** As they are stored. */
    List<List<@Nullable Object>> productRows() {
        return products.stream().map(ProductRow::columns).toList();
    }

    List<String> makes() {
        return named(ProductRow.Relation.MAKES);
    }

    List<String> convertible() {
        return named(ProductRow.Relation.CONVERTIBLE);
    }

    /** As its particulars say it, but without reading any list. */
    @Nullable ServiceType serviceType() {
        return particulars.asParticulars(kind, List.of()).serviceType();
    }

    Particulars particulars() {
        return particulars.asParticulars(kind, named(ProductRow.Relation.HANDLES));
    }

    List<SpecificationValue> specification() {
        return specification;
    }

    @Nullable String divisionCode() {
        return divisionCode;
    }

    SupplyMode supplyMode() {
        return supplyMode;
    }

    /** In what measure it is had, as the ledger's rows refer to it. */
    String sells() {
        return sells(particulars.serviceType(), supplyMode, quantity());
    }

    /** In what measure it would be had, saying this. */
    String sells(ListingDraft draft) {
        return sells(draft.particulars().serviceType(), draft.supplyMode(), quantityOf(draft));
    }

    private String sells(@Nullable ServiceType service, SupplyMode mode, @Nullable Quantity quantity) {
        Dimension dimension = quantity == null ? null : quantity.unit().dimension();
        return Sale.of(state, kind, service, mode, dimension).written(dimension);
    }

    /** Whether saying this would change what others may have been promised. */
    boolean sellsOtherwise(ListingDraft draft) {
        Quantity quantity = quantityOf(draft);
        BigDecimal base = quantity == null ? null : quantity.inBase();
        return !sells().equals(sells(draft))
                || (base == null ? quantityBase != null : quantityBase == null || base.compareTo(quantityBase) != 0);
    }

    @Nullable Quantity quantity() {
        return quantity(quantityAmount, quantityUnit);
    }

    boolean quantityDerived() {
        return quantityDerived;
    }

    @Nullable Money fixedCharge() {
        return fixedChargeMinor == null || fixedChargeCurrency == null
                ? null
                : new Money(fixedChargeMinor, Currency.getInstance(fixedChargeCurrency));
    }

    @Nullable Price price() {
        if (priceMinor == null
                || priceCurrency == null
                || pricePerAmount == null
                || pricePerUnit == null
                || priceInvoice == null
                || priceDelivery == null) {
            return null;
        }
        return new Price(
                new Money(priceMinor, Currency.getInstance(priceCurrency)),
                new Quantity(pricePerAmount, Unit.of(pricePerUnit)),
                new PriceBasis(
                        Boolean.TRUE.equals(priceTaxIncluded),
                        Optional.ofNullable(priceTaxRate).map(BigDecimal::stripTrailingZeros),
                        priceInvoice,
                        priceDelivery,
                        Optional.ofNullable(priceValidUntil)));
    }

    Availability declared() {
        return declared;
    }

    Instant lastConfirmedAt() {
        return lastConfirmedAt;
    }

    @Nullable String source() {
        return source;
    }

    @Nullable String externalKey() {
        return externalKey;
    }

    boolean saysTheSame(ListingDraft draft, String fromSource) {
        return asDraft().equals(draft) && Objects.equals(source, fromSource);
    }

    long revision() {
        return revision;
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    private String searchable(java.util.function.Supplier<Anonymity> anonymity) {
        return SearchText.of(confidentiality == Confidentiality.ANONYMOUS ? words().masked(anonymity.get()) : words());
    }

    private List<String> named(ProductRow.Relation relation) {
        return products.stream()
                .filter(product -> product.is(relation))
                .map(ProductRow::name)
                .toList();
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal amount, @Nullable String unit) {
        return amount == null || unit == null ? null : new Quantity(amount, Unit.of(unit));
    }
}
