package org.muster.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Particulars.Crew;
import org.muster.catalogue.Particulars.Finance;
import org.muster.catalogue.Particulars.KnowHow;
import org.muster.catalogue.Particulars.Line;
import org.muster.catalogue.Particulars.Machine;
import org.muster.catalogue.Particulars.Sterilisation;
import org.muster.catalogue.Particulars.Stock;
import org.muster.catalogue.Particulars.Testing;
import org.muster.catalogue.Particulars.Transport;
import org.muster.shared.Money;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Particulars as they are stored, a column each, so that the database can check them. What a line handles stands in rows of its own. */
@Embeddable
class ParticularsColumns {

    @Column(name = "clean_room")
    @Enumerated(EnumType.STRING)
    private @Nullable CleanRoom cleanRoom;

    @Column(name = "for_sale", nullable = false)
    private boolean forSale;

    @Column(name = "for_lease", nullable = false)
    private boolean forLease;

    @Column(name = "on_site", nullable = false)
    private boolean onSite;

    @Column(name = "lead_days")
    private @Nullable Integer leadDays;

    @Column(name = "installation_days")
    private @Nullable Integer installationDays;

    @Column(name = "service_type")
    @Enumerated(EnumType.STRING)
    private @Nullable ServiceType serviceType;

    @Column(name = "sterilisation_method")
    @Enumerated(EnumType.STRING)
    private @Nullable SterilisationMethod sterilisationMethod;

    @Column(name = "cycle_minutes")
    private @Nullable Integer cycleMinutes;

    @Column(name = "aeration_minutes")
    private @Nullable Integer aerationMinutes;

    @Column(name = "chamber_amount")
    private @Nullable BigDecimal chamberAmount;

    @Column(name = "chamber_unit")
    private @Nullable String chamberUnit;

    @Column(name = "turnaround_hours")
    private @Nullable Integer turnaroundHours;

    @Column(name = "vehicle")
    private @Nullable String vehicle;

    @Column(name = "payload_amount")
    private @Nullable BigDecimal payloadAmount;

    @Column(name = "payload_unit")
    private @Nullable String payloadUnit;

    @Column(name = "cargo_amount")
    private @Nullable BigDecimal cargoAmount;

    @Column(name = "cargo_unit")
    private @Nullable String cargoUnit;

    @Column(name = "coldest")
    private @Nullable BigDecimal coldest;

    @Column(name = "warmest")
    private @Nullable BigDecimal warmest;

    @Column(name = "headcount")
    private @Nullable Integer headcount;

    @Column(name = "limit_minor")
    private @Nullable Long limitMinor;

    @Column(name = "limit_currency")
    private @Nullable String limitCurrency;

    @Column(name = "yearly_rate")
    private @Nullable BigDecimal yearlyRate;

    @Column(name = "term_days")
    private @Nullable Integer termDays;

    @Column(name = "handed_over")
    private @Nullable String handedOver;

    @Column(name = "batch")
    private @Nullable String batch;

    @Column(name = "best_before")
    private @Nullable LocalDate bestBefore;

    /** For the mapper. */
    protected ParticularsColumns() {}

    static ParticularsColumns of(Particulars said) {
        ParticularsColumns columns = new ParticularsColumns();
        columns.serviceType = said.serviceType();
        if (said instanceof Line line) {
            columns.cleanRoom = line.cleanRoom();
        } else if (said instanceof Machine machine) {
            columns.forSale = machine.forSale();
            columns.forLease = machine.forLease();
            columns.onSite = machine.onSite();
            columns.leadDays = machine.leadDays();
            columns.installationDays = machine.installationDays();
        } else if (said instanceof Stock stock) {
            columns.batch = stock.batch();
            columns.bestBefore = stock.bestBefore();
        } else if (said instanceof Sterilisation sterilisation) {
            Quantity chamber = sterilisation.chamber();
            columns.sterilisationMethod = sterilisation.method();
            columns.cycleMinutes = sterilisation.cycleMinutes();
            columns.aerationMinutes = sterilisation.aerationMinutes();
            columns.chamberAmount = amount(chamber);
            columns.chamberUnit = unit(chamber);
        } else if (said instanceof Testing testing) {
            columns.turnaroundHours = testing.turnaroundHours();
        } else if (said instanceof Transport transport) {
            columns.vehicle = transport.vehicle();
            columns.payloadAmount = amount(transport.payload());
            columns.payloadUnit = unit(transport.payload());
            columns.cargoAmount = amount(transport.cargo());
            columns.cargoUnit = unit(transport.cargo());
            columns.coldest = transport.coldest();
            columns.warmest = transport.warmest();
        } else if (said instanceof Crew crew) {
            columns.headcount = crew.headcount();
        } else if (said instanceof Finance finance) {
            Money limit = finance.limit();
            columns.limitMinor = limit == null ? null : limit.minor();
            columns.limitCurrency = limit == null ? null : limit.currency().getCurrencyCode();
            columns.yearlyRate = finance.yearlyRate();
            columns.termDays = finance.termDays();
        } else if (said instanceof KnowHow knowHow) {
            columns.handedOver = knowHow.handedOver();
            columns.termDays = knowHow.termDays();
        }
        return columns;
    }

    Particulars asParticulars(ListingKind kind, List<String> handles) {
        return switch (kind) {
            case PRODUCTION_LINE -> new Line(handles, cleanRoom);
            case EQUIPMENT -> new Machine(forSale, forLease, onSite, leadDays, installationDays);
            case MATERIAL -> Particulars.NONE;
            case FINISHED_STOCK -> new Stock(batch, bestBefore);
            case SERVICE -> service();
        };
    }

    private Particulars service() {
        return switch (serviceType == null ? ServiceType.OTHER : serviceType) {
            case STERILISATION ->
                new Sterilisation(
                        sterilisationMethod, cycleMinutes, aerationMinutes, quantity(chamberAmount, chamberUnit));
            case TESTING -> new Testing(turnaroundHours);
            case TRANSPORT ->
                new Transport(
                        vehicle,
                        quantity(payloadAmount, payloadUnit),
                        quantity(cargoAmount, cargoUnit),
                        coldest,
                        warmest);
            case CREW -> new Crew(headcount);
            case FINANCE ->
                new Finance(
                        limitMinor == null || limitCurrency == null
                                ? null
                                : new Money(limitMinor, Currency.getInstance(limitCurrency)),
                        yearlyRate,
                        termDays);
            case KNOW_HOW -> new KnowHow(handedOver, termDays);
            case OTHER -> new Particulars.OtherService();
        };
    }

    @Nullable ServiceType serviceType() {
        return serviceType;
    }

    private static @Nullable BigDecimal amount(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.amount();
    }

    private static @Nullable String unit(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.unit().code();
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal amount, @Nullable String unit) {
        return amount == null || unit == null ? null : new Quantity(amount, Unit.of(unit));
    }
}
