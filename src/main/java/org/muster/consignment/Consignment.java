package org.muster.consignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.ask.AskView;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

@Entity
@Table(name = "consignment")
class Consignment {

    @Id
    private UUID id;

    private String number;

    @Column(name = "ask_id")
    private UUID ask;

    @Column(name = "emergency_id")
    private UUID emergency;

    @Column(name = "sending_key")
    private String sendingKey;

    private String item;
    private BigDecimal amount;
    private String unit;
    private String vehicle;
    private String driver;

    @Column(name = "driver_mobile")
    private String driverMobile;

    @Column(name = "from_place")
    private String from;

    @Column(name = "to_place_code")
    private String toPlace;

    @Column(name = "planned_departure")
    private Instant plannedDeparture;

    @Column(name = "planned_arrival")
    private Instant plannedArrival;

    @Column(name = "expected_arrival")
    private Instant expectedArrival;

    @Column(name = "delay_reason")
    private @Nullable String delayReason;

    @Column(name = "departed_at")
    private @Nullable Instant departedAt;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    private @Nullable BigDecimal accepted;
    private @Nullable BigDecimal rejected;

    @Enumerated(EnumType.STRING)
    private ConsignmentState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Consignment() {}

    Consignment(String number, AskView ask, DispatchRules.Checked checked, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.ask = ask.id();
        this.emergency = ask.emergency().value();
        this.sendingKey = checked.key();
        this.item = ask.title();
        this.amount = checked.quantity().amount();
        this.unit = checked.quantity().unit().code();
        this.vehicle = checked.vehicle();
        this.driver = checked.driver();
        this.driverMobile = checked.driverMobile();
        this.from = checked.from();
        this.toPlace = ask.place();
        this.plannedDeparture = checked.departure();
        this.plannedArrival = checked.arrival();
        this.expectedArrival = checked.arrival();
        this.departedAt = checked.departed().orElse(null);
        this.state = checked.departed().isPresent() ? ConsignmentState.DISPATCHED : ConsignmentState.COMMITTED;
        this.createdAt = now;
    }

    void depart(Instant at) {
        departedAt = at;
        state = ConsignmentState.DISPATCHED;
    }

    void delay(Instant until, String reason) {
        expectedArrival = until;
        delayReason = reason;
    }

    void arrive(Instant at) {
        arrivedAt = at;
        state = ConsignmentState.ARRIVED;
    }

    void judge(BigDecimal good, BigDecimal bad) {
        accepted = good;
        rejected = bad;
        state = good.signum() > 0 ? ConsignmentState.ACCEPTED : ConsignmentState.REJECTED;
    }

    UUID id() {
        return id;
    }

    UUID ask() {
        return ask;
    }

    UUID emergency() {
        return emergency;
    }

    ConsignmentState state() {
        return state;
    }

    Quantity quantity() {
        return new Quantity(amount, Unit.of(unit));
    }

    Instant departedAt() {
        return Objects.requireNonNull(departedAt);
    }

    private Optional<Quantity> judged(@Nullable BigDecimal some) {
        return Optional.ofNullable(some).map(one -> new Quantity(one, Unit.of(unit)));
    }

    ConsignmentView view(AskView leg, List<Batch> batches, List<ConsignmentEntry> history, List<IssuedPaper> papers) {
        return new ConsignmentView(
                id,
                number,
                leg,
                item,
                quantity(),
                vehicle,
                driver,
                driverMobile,
                from,
                toPlace,
                plannedDeparture,
                plannedArrival,
                expectedArrival,
                delayReason == null ? "" : delayReason,
                Optional.ofNullable(departedAt),
                Optional.ofNullable(arrivedAt),
                judged(accepted),
                judged(rejected),
                state,
                batches,
                history,
                papers);
    }
}
