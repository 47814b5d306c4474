package org.muster.emergency;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Place;
import org.muster.reference.Term;
import org.muster.shared.FoldedText;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** One thing that somebody needs, as it was written and as it was understood. */
@Entity
@Table(name = "emergency_need")
class StatedNeed {

    @Id
    private UUID id;

    @Column(name = "emergency_id")
    private UUID emergencyId;

    @Column(name = "intake_id")
    private UUID intakeId;

    @Column(name = "row_number")
    private int rowNumber;

    private String written;
    private String institution;

    @Column(name = "institution_key")
    private String institutionKey;

    @Column(name = "place_written")
    private String placeWritten;

    @Column(name = "place_code")
    private @Nullable String placeCode;

    @Column(name = "item_written")
    private String itemWritten;

    @Column(name = "item_key")
    private @Nullable String itemKey;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> alternatives;

    private String specification;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> standards;

    private @Nullable BigDecimal amount;
    private @Nullable String unit;

    @Column(name = "needed_on")
    private @Nullable LocalDate neededOn;

    private @Nullable Integer staff;
    private @Nullable Integer days;

    @Column(name = "contact_name")
    private String contactName;

    @Column(name = "contact_mobile")
    private String contactMobile;

    @Enumerated(EnumType.STRING)
    private NeedState state;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    @Column(name = "judged_by")
    private @Nullable String judgedBy;

    @Column(name = "judged_at")
    private @Nullable Instant judgedAt;

    private @Nullable String reason;

    @ElementCollection
    @CollectionTable(name = "need_finding", joinColumns = @JoinColumn(name = "need_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<NoticedFinding> findings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected StatedNeed() {}

    StatedNeed(EmergencyId emergency, UUID intake, ReadNeed read) {
        this.id = UUID.randomUUID();
        this.emergencyId = emergency.value();
        this.intakeId = intake;
        this.rowNumber = read.written().row();
        this.written = read.written().whole();
        say(read);
    }

    /** Says something else from now on; what was written stays. */
    final void say(ReadNeed read) {
        institution = cut(read.institution(), 120);
        institutionKey = read.institutionKey();
        placeWritten = placeWritten(read.written());
        placeCode = read.place().map(Place::code).orElse(null);
        itemWritten = cut(NeedReader.tidy(read.written().item()), 200);
        itemKey = read.item().map(Term::key).orElse(null);
        alternatives = read.alternatives().stream().map(Term::key).toList();
        specification = cut(NeedReader.tidy(read.written().specification()), 500);
        standards = read.standards();
        amount = read.amount().map(Quantity::amount).orElse(null);
        unit = read.amount().map(one -> one.unit().code()).orElse(null);
        neededOn = read.neededOn().orElse(null);
        staff = read.staff().orElse(null);
        days = read.days().orElse(null);
        contactName = cut(NeedReader.tidy(read.written().contactName()), 60);
        contactMobile = cut(NeedReader.tidy(read.written().contactMobile()), 40);
        state = read.isFlagged() ? NeedState.FLAGGED : NeedState.COUNTED;
        mergedInto = null;
        findings.clear();
        read.findings().forEach(finding -> findings.add(new NoticedFinding(finding)));
    }

    static String placeWritten(WrittenNeed written) {
        String cells = NeedReader.tidy(
                written.province() + " " + written.city() + " " + written.county() + " " + written.place());
        return cut(cells, 200);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    boolean isFlagged() {
        return state == NeedState.FLAGGED;
    }

    /** It is so, whatever was noticed. */
    void keep(String by, Instant now) {
        judge(NeedState.KEPT, null, by, null, now);
    }

    /** Another says it already. */
    void merge(UUID into, String by, Instant now) {
        judge(NeedState.MERGED, into, by, null, now);
    }

    /** It does not count; its row stays, with the reason. */
    void setAside(String why, String by, Instant now) {
        judge(NeedState.SET_ASIDE, null, by, why, now);
    }

    private void judge(NeedState to, @Nullable UUID into, String by, @Nullable String why, Instant now) {
        state = to;
        mergedInto = into;
        judgedBy = by;
        judgedAt = now;
        reason = why;
    }

    /** The one that it seems to repeat. */
    Optional<UUID> repeated() {
        return findings.stream()
                .map(NoticedFinding::finding)
                .flatMap(finding -> finding.other().stream())
                .findFirst();
    }

    boolean has(NeedRule rule) {
        return findings.stream().anyMatch(one -> one.finding().rule() == rule);
    }

    /** As {@link ReadNeed#sameness()} of what it says. */
    String sameness() {
        return String.join(
                "|",
                institutionKey,
                placeCode == null ? FoldedText.fold(placeWritten) : placeCode,
                itemKey == null ? FoldedText.fold(itemWritten).strip() : itemKey,
                neededOn == null ? "" : neededOn.toString());
    }

    /** What it is, and in which measure. */
    String thing() {
        return (itemKey == null ? "" : itemKey)
                + amount().map(one -> one.unit().dimension().name()).orElse("");
    }

    /** How people find its row. */
    String rowName() {
        return institution + " #" + rowNumber;
    }

    UUID id() {
        return id;
    }

    NeedState state() {
        return state;
    }

    Optional<UUID> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    Optional<Quantity> amount() {
        return amount == null || unit == null ? Optional.empty() : Optional.of(new Quantity(amount, Unit.of(unit)));
    }

    Optional<String> itemKey() {
        return Optional.ofNullable(itemKey);
    }

    NeedView view() {
        return new NeedView(
                id,
                intakeId,
                rowNumber,
                written,
                institution,
                placeWritten,
                Optional.ofNullable(placeCode),
                itemWritten,
                Optional.ofNullable(itemKey),
                alternatives,
                specification,
                standards,
                amount(),
                Optional.ofNullable(neededOn),
                Optional.ofNullable(staff),
                Optional.ofNullable(days),
                contactName,
                contactMobile,
                state,
                Optional.ofNullable(mergedInto),
                Optional.ofNullable(judgedBy),
                Optional.ofNullable(reason),
                findings.stream().map(NoticedFinding::finding).toList());
    }
}
