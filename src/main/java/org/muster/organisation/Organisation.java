package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A legal entity. Registered by its own people, or provisional: known from a list, without a code, nobody of its own having spoken. */
@Entity
@Table(name = "organisation")
class Organisation {

    private static final int MAKES_LENGTH = 2000;

    @Id
    private UUID id;

    private String name;

    @Column(name = "name_en")
    private @Nullable String nameEn;

    @Column(name = "name_key")
    private String nameKey;

    /** Of one that a list brings; otherwise {@link Duplicates} writes it, and keeps it up to date. */
    @Column(name = "name_core", updatable = false)
    private @Nullable String nameCore;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Column(name = "credit_code")
    private @Nullable String creditCode;

    private String makes;

    @Column(name = "division_code")
    private @Nullable String divisionCode;

    @Column(name = "division_corrected")
    private boolean divisionCorrected;

    private @Nullable String mobile;
    private @Nullable String email;

    @Column(name = "place_code")
    private String placeCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "verification_level")
    private VerificationLevel verificationLevel;

    @Column(name = "verified_until")
    private @Nullable LocalDate verifiedUntil;

    private @Nullable String source;

    @Column(name = "source_date")
    private @Nullable LocalDate sourceDate;

    @Column(name = "entered_by")
    private @Nullable UUID enteredBy;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    private Organisation(String name, Standing standing, VerificationLevel level, Facts facts, Instant now) {
        this.id = OrganisationId.create().value();
        this.name = name;
        this.nameKey = NameKey.of(name).value();
        this.standing = standing;
        this.verificationLevel = level;
        this.makes = facts.makes();
        this.divisionCode = facts.division();
        this.divisionCorrected = facts.divisionCorrected();
        this.mobile = facts.mobile();
        this.email = facts.email();
        this.placeCode = facts.placeCode();
        this.creditCode = facts.creditCode();
        this.nameEn = facts.nameEn();
        this.createdAt = now;
    }

    /** What the organisation says of itself, checked. */
    record Facts(
            @Nullable String nameEn,
            @Nullable String mobile,
            @Nullable String email,
            String placeCode,
            String makes,
            @Nullable String division,
            boolean divisionCorrected,
            @Nullable String creditCode) {}

    static Organisation registered(String name, Facts facts, Instant now) {
        return new Organisation(name, Standing.REGISTERED, VerificationLevel.REGISTERED, facts, now);
    }

    static Organisation provisional(
            ProvisionalOrganisation known, @Nullable String division, Optional<PersonId> enteredBy, Instant now) {
        var facts = new Facts(known.nameEn(), null, null, known.placeCode(), known.makes(), division, false, null);
        var organisation =
                new Organisation(known.name(), Standing.PROVISIONAL, VerificationLevel.UNCLAIMED, facts, now);
        organisation.source = known.source();
        organisation.sourceDate = known.sourceDate();
        organisation.enteredBy = enteredBy.map(PersonId::value).orElse(null);
        return organisation;
    }

    /** Takes over what its owner says now; tells whether anything that others see is different. */
    boolean change(Facts facts) {
        boolean visible = !Objects.equals(nameEn, facts.nameEn())
                || !Objects.equals(divisionCode, facts.division())
                || !placeCode.equals(facts.placeCode())
                || !makes.equals(facts.makes());
        nameEn = facts.nameEn();
        mobile = facts.mobile();
        email = facts.email();
        placeCode = facts.placeCode();
        makes = facts.makes();
        divisionCode = facts.division();
        divisionCorrected = facts.divisionCorrected();
        creditCode = facts.creditCode();
        return visible;
    }

    /**
     * Takes over what a list knows of a provisional organisation: what it makes is added up over rows and lists; the place and the source follow
     * the newest list. Tells whether anything is different.
     */
    boolean learn(ProvisionalOrganisation known) {
        boolean newer = sourceDate == null || known.sourceDate().isAfter(sourceDate);
        boolean different = false;
        String together = together(makes, known.makes());
        if (!together.equals(makes)) {
            makes = together;
            different = true;
        }
        if (newer) {
            different = true;
            placeCode = known.placeCode();
            source = known.source();
            sourceDate = known.sourceDate();
        }
        if (known.nameEn() != null
                && (nameEn == null || newer && !known.nameEn().equals(nameEn))) {
            nameEn = known.nameEn();
            different = true;
        }
        return different;
    }

    /** The division follows what it makes as long as nobody corrected it. */
    void derive(String division) {
        if (!divisionCorrected) {
            divisionCode = division;
        }
    }

    void grant(VerificationLevel level, LocalDate until) {
        verificationLevel = level;
        verifiedUntil = until;
    }

    void fallBack() {
        verificationLevel = VerificationLevel.REGISTERED;
        verifiedUntil = null;
    }

    /** Its own people have come: it is registered from now on. What the list said of it stands until they say something else. */
    void claimed(String itsMobile, @Nullable String code) {
        standing = Standing.REGISTERED;
        verificationLevel = VerificationLevel.REGISTERED;
        mobile = itsMobile;
        creditCode = code;
    }

    /** Its own people have left: what stays is what a list would know of it, and nobody speaks for it. */
    void closed(String from, LocalDate day) {
        standing = Standing.PROVISIONAL;
        verificationLevel = VerificationLevel.UNCLAIMED;
        verifiedUntil = null;
        mobile = null;
        email = null;
        creditCode = null;
        source = from;
        sourceDate = day;
    }

    /** Takes a code only where it had none. */
    void learnCode(@Nullable String code) {
        creditCode = creditCode == null ? code : creditCode;
    }

    /** From now on it is the other one; its code goes there, its checks count for nobody. */
    void mergeInto(OrganisationId other) {
        standing = Standing.MERGED;
        mergedInto = other.value();
        verificationLevel = VerificationLevel.REGISTERED;
        verifiedUntil = null;
        creditCode = null;
    }

    /** Takes over what a duplicate knew and this one does not; what its own people said stands. */
    void takeOver(Organisation duplicate, @Nullable String code) {
        nameEn = nameEn == null ? duplicate.nameEn : nameEn;
        mobile = mobile == null ? duplicate.mobile : mobile;
        email = email == null ? duplicate.email : email;
        divisionCode = divisionCode == null ? duplicate.divisionCode : divisionCode;
        if (standing == Standing.REGISTERED) {
            creditCode = creditCode == null ? code : creditCode;
        } else {
            makes = together(makes, duplicate.makes);
        }
    }

    boolean isMerged() {
        return standing == Standing.MERGED;
    }

    Optional<OrganisationId> mergedInto() {
        return Optional.ofNullable(mergedInto).map(OrganisationId::new);
    }

    /** The level that stands on a day: a check that has run out counts no more, even before anybody has written so. */
    VerificationLevel levelOn(LocalDate day) {
        return verifiedUntil != null && verifiedUntil.isBefore(day) ? VerificationLevel.REGISTERED : verificationLevel;
    }

    /** The check rests on the code, so the code stays as long as the check does. */
    boolean isCodeFixedOn(LocalDate day) {
        return levelOn(day).isAtLeast(VerificationLevel.DOCUMENTS_CHECKED);
    }

    OrganisationCard card(LocalDate today) {
        VerificationLevel level = levelOn(today);
        return new OrganisationCard(
                id(),
                name,
                nameEn,
                standing == Standing.PROVISIONAL,
                level,
                level.isAtLeast(VerificationLevel.DOCUMENTS_CHECKED)
                        ? Optional.ofNullable(verifiedUntil)
                        : Optional.empty(),
                divisionCode,
                placeCode,
                source,
                sourceDate);
    }

    OrganisationProfile.Contacts contacts() {
        return new OrganisationProfile.Contacts(mobile, email, creditCode);
    }

    OrganisationId id() {
        return new OrganisationId(id);
    }

    String name() {
        return name;
    }

    @Nullable String source() {
        return source;
    }

    @Nullable LocalDate sourceDate() {
        return sourceDate;
    }

    boolean isRegistered() {
        return standing == Standing.REGISTERED;
    }

    /** @param core what its name is compared by */
    void comparedBy(String core) {
        nameCore = core;
    }

    String nameKey() {
        return nameKey;
    }

    @Nullable String nameEn() {
        return nameEn;
    }

    @Nullable String creditCode() {
        return creditCode;
    }

    String makes() {
        return makes;
    }

    @Nullable String divisionCode() {
        return divisionCode;
    }

    boolean divisionCorrected() {
        return divisionCorrected;
    }

    @Nullable String mobile() {
        return mobile;
    }

    @Nullable String email() {
        return email;
    }

    String placeCode() {
        return placeCode;
    }

    @Nullable LocalDate verifiedUntil() {
        return verifiedUntil;
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    private static String together(String before, String more) {
        var items = new java.util.LinkedHashSet<String>();
        for (String text : new String[] {before, more}) {
            Arrays.stream(text.split("[、,，;；]"))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .forEach(items::add);
        }
        String together = String.join("、", items);
        return together.length() <= MAKES_LENGTH ? together : before;
    }
}
