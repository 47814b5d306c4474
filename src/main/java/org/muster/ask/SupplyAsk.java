package org.muster.ask;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.LegalBasis;
import org.muster.emergency.EmergencyId;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimId;
import org.muster.reservation.HoldId;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

@Entity
@Table(name = "ask")
class SupplyAsk {

    private enum Kind {
        TIME,
        AMOUNT,
        RATE
    }

    @Id
    private UUID id;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "emergency_id")
    private UUID emergency;

    @Column(name = "run_id")
    private @Nullable UUID run;

    private @Nullable Integer arc;

    @Column(name = "holder_id")
    private UUID holder;

    @Column(name = "organisation_id")
    private UUID organisation;

    @Column(name = "listing_id")
    private UUID listing;

    private String title;

    @Column(name = "thing_zh")
    private String thingZh;

    @Column(name = "thing_en")
    private String thingEn;

    @Enumerated(EnumType.STRING)
    @Column(name = "claim_kind")
    private Kind kind;

    private @Nullable BigDecimal amount;
    private @Nullable String unit;

    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Column(name = "place_code")
    private String place;

    @Column(name = "needed_by")
    private Instant neededBy;

    private @Nullable String price;

    @Enumerated(EnumType.STRING)
    private LegalBasis basis;

    private String authority;
    private String document;

    @Column(name = "asked_by_name")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "remind_minutes")
    private int remindMinutes;

    @Column(name = "answer_by")
    private Instant answerBy;

    @Column(name = "hold_until")
    private Instant holdUntil;

    @Column(name = "hold_id")
    private @Nullable UUID hold;

    @Column(name = "claim_id")
    private @Nullable UUID claim;

    @Enumerated(EnumType.STRING)
    private AskState state;

    private @Nullable String answering;

    @Column(name = "answering_since")
    private @Nullable Instant answeringSince;

    private int rung;

    @Column(name = "accepted_amount")
    private BigDecimal accepted = BigDecimal.ZERO;

    @Column(name = "rejected_amount")
    private BigDecimal rejected = BigDecimal.ZERO;

    @Column(name = "received_at")
    private @Nullable Instant receivedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SupplyAsk() {}

    /** Written down before the ledger is asked, so that a hold never stands without it. */
    SupplyAsk(
            UUID round,
            EmergencyId emergency,
            OrganisationId holder,
            AskLeg leg,
            String askedBy,
            Instant askedAt,
            Duration remindAfter,
            Instant answerBy,
            Instant holdUntil) {
        this.id = UUID.randomUUID();
        this.roundId = round;
        this.emergency = emergency.value();
        this.run = leg.run() == null ? null : leg.run().value();
        this.arc = leg.run() == null ? null : leg.arc();
        this.holder = holder.value();
        this.organisation = leg.supplier().value();
        this.listing = leg.listing().value();
        this.title = leg.title();
        this.thingZh = leg.thingZh();
        this.thingEn = leg.thingEn();
        if (leg.claim() instanceof Claim.Time time) {
            this.kind = Kind.TIME;
            during(time.during());
        } else if (leg.claim() instanceof Claim.Rate rate) {
            this.kind = Kind.RATE;
            amount(rate.quantity());
            during(rate.during());
        } else {
            this.kind = Kind.AMOUNT;
            amount(((Claim.Amount) leg.claim()).quantity());
        }
        this.place = leg.place();
        this.neededBy = leg.neededBy();
        this.price = leg.price().map(PriceText::write).orElse(null);
        this.basis = leg.basis();
        this.authority = leg.authority();
        this.document = leg.document();
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.remindMinutes = (int) remindAfter.toMinutes();
        this.answerBy = answerBy;
        this.holdUntil = holdUntil;
        this.state = AskState.HOLDING;
    }

    private void amount(Quantity wanted) {
        amount = wanted.amount();
        unit = wanted.unit().code();
    }

    private void during(TimeWindow window) {
        startsAt = window.from();
        endsAt = window.to();
    }

    Claim claim() {
        ListingId of = listing();
        return switch (kind) {
            case TIME -> new Claim.Time(of, window().orElseThrow());
            case AMOUNT -> new Claim.Amount(of, quantity().orElseThrow());
            case RATE -> new Claim.Rate(of, quantity().orElseThrow(), window().orElseThrow());
        };
    }

    void held(HoldId byHold, ClaimId byClaim) {
        hold = byHold.value();
        claim = byClaim.value();
        state = AskState.REQUESTED;
    }

    void notHeld() {
        state = AskState.NOT_HELD;
    }

    /** One answer at a time; whoever comes second sees the first. */
    boolean beginAnswer(String draft, Instant now) {
        if (answering != null || !state.isOpen() || !now.isBefore(answerBy)) {
            return false;
        }
        answering = draft;
        answeringSince = now;
        return true;
    }

    boolean beginStep(OfficeStep step, Instant now) {
        if (answering != null || !step.suits(state)) {
            return false;
        }
        answering = step.written();
        answeringSince = now;
        return true;
    }

    void endAnswer() {
        answering = null;
        answeringSince = null;
    }

    void become(AskState next) {
        state = next;
    }

    /** A counter made it smaller. */
    void reduceTo(Quantity less) {
        amount(less);
    }

    /** What has come was looked at. */
    void judged(BigDecimal good, BigDecimal bad) {
        accepted = accepted.add(good);
        rejected = rejected.add(bad);
    }

    /** The ledger knows that all of it came. */
    void received(Instant at) {
        receivedAt = at;
    }

    /** What of it the office has accepted; empty as long as that is nothing. */
    Optional<Quantity> accepted() {
        return quantity().filter(all -> accepted.signum() > 0).map(all -> new Quantity(accepted, all.unit()));
    }

    /** Whether all that was promised was accepted. */
    boolean cameWhole() {
        return accepted()
                .filter(some -> some.isAtLeast(quantity().orElseThrow()))
                .isPresent();
    }

    /** What can still be counted on: what was promised but for what was rejected. */
    Optional<Quantity> counted() {
        return quantity().map(all -> new Quantity(all.amount().subtract(rejected), all.unit()));
    }

    /** How much of it was rejected, without zeros at the end; empty where nothing was. */
    Optional<String> rejected() {
        return rejected.signum() == 0
                ? Optional.empty()
                : Optional.of(rejected.stripTrailingZeros().toPlainString());
    }

    boolean climb(int to) {
        boolean higher = to > rung;
        rung = Math.max(rung, to);
        return higher;
    }

    UUID id() {
        return id;
    }

    UUID round() {
        return roundId;
    }

    Optional<UUID> run() {
        return Optional.ofNullable(run);
    }

    /** Position of its leg in the plan; of what comes from no plan there is none. */
    int arc() {
        return Objects.requireNonNull(arc);
    }

    EmergencyId emergency() {
        return new EmergencyId(emergency);
    }

    OrganisationId holder() {
        return new OrganisationId(holder);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    ListingId listing() {
        return new ListingId(listing);
    }

    HoldId hold() {
        return new HoldId(Objects.requireNonNull(hold));
    }

    ClaimId claimId() {
        return new ClaimId(Objects.requireNonNull(claim));
    }

    AskState state() {
        return state;
    }

    Optional<String> answering() {
        return Optional.ofNullable(answering);
    }

    Optional<Quantity> quantity() {
        return Optional.ofNullable(amount).map(some -> new Quantity(some, Unit.of(Objects.requireNonNull(unit))));
    }

    Optional<TimeWindow> window() {
        return Optional.ofNullable(startsAt).map(from -> new TimeWindow(from, Objects.requireNonNull(endsAt)));
    }

    Optional<Price> price() {
        return Optional.ofNullable(price).map(PriceText::read);
    }

    String title() {
        return title;
    }

    String thingZh() {
        return thingZh;
    }

    String thingEn() {
        return thingEn;
    }

    String place() {
        return place;
    }

    Instant neededBy() {
        return neededBy;
    }

    LegalBasis basis() {
        return basis;
    }

    String authority() {
        return authority;
    }

    String document() {
        return document;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    Duration remindAfter() {
        return Duration.ofMinutes(remindMinutes);
    }

    Instant answerBy() {
        return answerBy;
    }

    Instant holdUntil() {
        return holdUntil;
    }

    /** When it ends by itself: without an answer at the deadline, else when what is held for it is given back. */
    Instant over() {
        return state().isOpen() ? answerBy() : holdUntil();
    }

    /** Which rung of the ladder is reached by now. */
    int rungAt(Instant now) {
        return Ladder.rung(askedAt(), answerBy(), remindAfter(), now);
    }

    int rung() {
        return rung;
    }
}
