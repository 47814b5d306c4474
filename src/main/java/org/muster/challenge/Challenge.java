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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.certificate.CertificateKind;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

@Entity
@Table(name = "challenge")
class Challenge {

    @Id
    private UUID id;

    @Column(name = "emergency_id")
    private @Nullable UUID emergencyId;

    private String title;

    @Column(name = "title_en")
    private String titleEn;

    @Column(name = "item_key")
    private String itemKey;

    private String specification;
    private BigDecimal amount;
    private String unit;

    @Column(name = "place_code")
    private String placeCode;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Column(name = "needed_by")
    private LocalDate neededBy;

    private String unlocks;

    @Column(name = "unlocks_en")
    private String unlocksEn;

    @Enumerated(EnumType.STRING)
    private ChallengeState state;

    @Column(name = "created_by_name")
    private String createdByName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "challenge_limit", joinColumns = @JoinColumn(name = "challenge_id"))
    @OrderColumn(name = "position")
    private List<LimitRow> limits = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "challenge_paper", joinColumns = @JoinColumn(name = "challenge_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<CertificateKind> papers = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Challenge() {}

    @SuppressWarnings("NullAway.Init") // what it says is filled in by says()
    Challenge(ChallengeId id, ChallengeRules.Checked checked, Actor by, Instant now) {
        this.id = id.value();
        this.state = ChallengeState.DRAFT;
        this.createdByName = by.name();
        this.createdAt = now;
        says(checked);
    }

    private void says(ChallengeRules.Checked checked) {
        emergencyId = checked.emergency().map(EmergencyId::value).orElse(null);
        title = checked.title();
        titleEn = checked.titleEn();
        itemKey = checked.item().key();
        specification = checked.specification();
        amount = checked.quantity().amount();
        unit = checked.quantity().unit().code();
        placeCode = checked.place().code();
        closesAt = checked.closesAt();
        neededBy = checked.neededBy();
        unlocks = checked.unlocks();
        unlocksEn = checked.unlocksEn();
        limits.clear();
        checked.limits().forEach(limit -> limits.add(new LimitRow(limit)));
        papers.clear();
        papers.addAll(checked.papers());
    }

    /** Until it ends it may be put right; claims that were made stay as they are. */
    boolean change(ChallengeRules.Checked checked) {
        if (!mayChange()) {
            return false;
        }
        says(checked);
        return true;
    }

    boolean publish(Instant now) {
        if (!mayPublish(now)) {
            return false;
        }
        state = ChallengeState.PUBLISHED;
        publishedAt = now;
        return true;
    }

    boolean end(ChallengeState how, Instant now) {
        boolean may = how == ChallengeState.CLOSED ? mayClose() : mayWithdraw();
        if (may) {
            state = how;
            endedAt = now;
        }
        return may;
    }

    boolean mayChange() {
        return state == ChallengeState.DRAFT || state == ChallengeState.PUBLISHED;
    }

    boolean mayPublish(Instant now) {
        return state == ChallengeState.DRAFT && now.isBefore(closesAt);
    }

    boolean mayClose() {
        return state == ChallengeState.PUBLISHED;
    }

    boolean mayWithdraw() {
        return mayChange();
    }

    boolean isOpen(Instant now) {
        return state == ChallengeState.PUBLISHED && now.isBefore(closesAt);
    }

    boolean wasPublished() {
        return publishedAt != null;
    }

    ChallengeId id() {
        return new ChallengeId(id);
    }

    String title() {
        return title;
    }

    String itemKey() {
        return itemKey;
    }

    int version() {
        return version;
    }

    LocalDate neededBy() {
        return neededBy;
    }

    Quantity quantity() {
        return new Quantity(amount, Unit.of(unit));
    }

    List<Limit> limits() {
        return limits.stream().map(LimitRow::limit).toList();
    }

    Set<CertificateKind> papers() {
        return Set.copyOf(papers);
    }

    Optional<EmergencyId> emergency() {
        return Optional.ofNullable(emergencyId).map(EmergencyId::new);
    }

    ChallengeView view(Quantity accepted, Instant now) {
        return new ChallengeView(
                id(),
                title,
                titleEn,
                itemKey,
                specification,
                limits(),
                quantity(),
                accepted,
                placeCode,
                closesAt,
                neededBy,
                unlocks,
                unlocksEn,
                papers,
                state,
                isOpen(now),
                Optional.ofNullable(publishedAt),
                version);
    }
}
