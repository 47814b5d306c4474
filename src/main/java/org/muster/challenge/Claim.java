package org.muster.challenge;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.AttachmentId;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

@Entity
@Table(name = "challenge_claim")
class Claim {

    @Id
    private UUID id;

    @Column(name = "challenge_id")
    private UUID challengeId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "listing_id")
    private @Nullable UUID listingId;

    /** Opened for what was accepted of it. */
    @Column(name = "offer_listing_id")
    private @Nullable UUID offerListingId;

    private BigDecimal amount;
    private String unit;

    @Column(name = "accepted_amount")
    private @Nullable BigDecimal acceptedAmount;

    @Column(name = "price_minor")
    private long priceMinor;

    @Column(name = "price_per")
    private BigDecimal pricePer;

    @Column(name = "tax_included")
    private boolean taxIncluded;

    @Enumerated(EnumType.STRING)
    private PriceBasis.Delivery delivery;

    @Column(name = "ready_by")
    private LocalDate readyBy;

    @Enumerated(EnumType.STRING)
    private ClaimWay way;

    private String certificates;
    private String notes;

    @Enumerated(EnumType.STRING)
    private ClaimState state;

    @Column(name = "claimed_by_name")
    private String claimedByName;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by_name")
    private @Nullable String decidedByName;

    private @Nullable String reason;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "challenge_claim_figure", joinColumns = @JoinColumn(name = "claim_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "figure")
    private Map<String, BigDecimal> figures = new HashMap<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "challenge_claim_evidence", joinColumns = @JoinColumn(name = "claim_id"))
    @Column(name = "attachment_id")
    private Set<UUID> evidence = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    @SuppressWarnings("NullAway.Init") // what it says is filled in by says()
    Claim(ChallengeId challenge, OrganisationId organisation, ClaimRules.Checked checked, Actor by, Instant now) {
        this.id = UUID.randomUUID();
        this.challengeId = challenge.value();
        this.organisationId = organisation.value();
        this.state = ClaimState.MADE;
        this.claimedByName = by.name();
        this.claimedAt = now;
        says(checked, now);
    }

    private void says(ClaimRules.Checked checked, Instant now) {
        listingId = checked.listing().map(ListingId::value).orElse(null);
        amount = checked.quantity().amount();
        unit = checked.quantity().unit().code();
        priceMinor = checked.price().money().minor();
        // A price for another unit of the same dimension would be read wrong later.
        pricePer = checked.price().per().in(checked.quantity().unit()).amount();
        taxIncluded = checked.price().basis().taxIncluded();
        delivery = checked.price().basis().delivery();
        readyBy = checked.readyBy();
        way = checked.way();
        certificates = checked.certificates();
        notes = checked.notes();
        changedAt = now;
        figures.clear();
        figures.putAll(checked.figures());
        evidence.clear();
        checked.evidence().forEach(one -> evidence.add(one.value()));
    }

    /** Until it is decided on, it may say something else. */
    boolean change(ClaimRules.Checked checked, Instant now) {
        if (state != ClaimState.MADE) {
            return false;
        }
        says(checked, now);
        return true;
    }

    boolean withdraw(Instant now) {
        if (!state.stands()) {
            return false;
        }
        state = ClaimState.WITHDRAWN;
        acceptedAmount = null;
        changedAt = now;
        return true;
    }

    boolean accept(Quantity so, Actor by, Instant now) {
        if (state != ClaimState.MADE) {
            return false;
        }
        state = ClaimState.ACCEPTED;
        acceptedAmount = so.in(Unit.of(unit)).amount();
        decidedAt = now;
        decidedByName = by.name();
        return true;
    }

    boolean decline(String why, Actor by, Instant now) {
        if (state != ClaimState.MADE) {
            return false;
        }
        state = ClaimState.DECLINED;
        reason = why;
        decidedAt = now;
        decidedByName = by.name();
        return true;
    }

    void isOfferedAs(ListingId offer) {
        offerListingId = offer.value();
    }

    ClaimId id() {
        return new ClaimId(id);
    }

    ChallengeId challenge() {
        return new ChallengeId(challengeId);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    ClaimState state() {
        return state;
    }

    Quantity quantity() {
        return new Quantity(amount, Unit.of(unit));
    }

    Optional<Quantity> accepted() {
        return Optional.ofNullable(acceptedAmount).map(some -> new Quantity(some, Unit.of(unit)));
    }

    Optional<ListingId> listing() {
        return Optional.ofNullable(listingId).map(ListingId::new);
    }

    String claimedBy() {
        return claimedByName;
    }

    Optional<ListingId> offer() {
        return Optional.ofNullable(offerListingId).map(ListingId::new);
    }

    LocalDate readyBy() {
        return readyBy;
    }

    String notes() {
        return notes;
    }

    Map<String, BigDecimal> figures() {
        return Map.copyOf(figures);
    }

    List<AttachmentId> evidence() {
        return evidence.stream().sorted().map(AttachmentId::new).toList();
    }

    Price price() {
        return new Price(
                new Money(priceMinor, Money.YUAN),
                new Quantity(pricePer, Unit.of(unit)),
                new PriceBasis(taxIncluded, Optional.empty(), PriceBasis.Invoice.UNSAID, delivery, Optional.empty()));
    }

    ClaimView view(Map<AttachmentId, AttachmentCard> files, List<ClaimWord> words) {
        return new ClaimView(
                id(),
                challenge(),
                organisation(),
                listing(),
                offer(),
                quantity(),
                accepted(),
                price(),
                readyBy,
                way,
                certificates,
                notes,
                figures,
                evidence().stream()
                        .flatMap(one -> Optional.ofNullable(files.get(one)).stream())
                        .toList(),
                state,
                claimedByName,
                claimedAt,
                changedAt,
                Optional.ofNullable(decidedByName),
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(reason),
                words);
    }
}
