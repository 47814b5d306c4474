package org.muster.certificate;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;

/**
 * What others may know of a certificate.
 *
 * @param organisation who shows it
 * @param holder whom it names; the organisation itself when the relation is {@link Relation#OWN}
 * @param scope keys of glossary terms, each with all that is narrower; empty for the whole organisation
 * @param scopeText the scope in the words of the paper
 * @param validTo last day; null when it has none
 * @param checkedOn the day of the check that made it what {@code check} says
 */
public record CertificateCard(
        CertificateId id,
        OrganisationId organisation,
        CertificateKind kind,
        String number,
        Optional<NumberRule> rule,
        String issuer,
        Relation relation,
        String holder,
        List<String> scope,
        String scopeText,
        List<CitedStandard> standards,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        CheckState check,
        @Nullable LocalDate checkedOn,
        boolean documented) {

    /** Renewing takes authorities some weeks; who learns of it later is without one. */
    public static final Period WARNED_BEFORE = Period.ofDays(60);

    public CertificateCard {
        scope = List.copyOf(scope);
        standards = List.copyOf(standards);
    }

    public ValidityState on(LocalDate day) {
        if (validFrom != null && day.isBefore(validFrom)) {
            return ValidityState.NOT_YET;
        }
        if (validTo == null) {
            return ValidityState.VALID;
        }
        if (day.isAfter(validTo)) {
            return ValidityState.EXPIRED;
        }
        return day.plus(WARNED_BEFORE).isAfter(validTo) ? ValidityState.ENDING : ValidityState.VALID;
    }

    public boolean isValidOn(LocalDate day) {
        ValidityState state = on(day);
        return state == ValidityState.VALID || state == ValidityState.ENDING;
    }

    /** Days from that one to the last; nothing when it has no last day. */
    public Optional<Long> daysLeft(LocalDate day) {
        return Optional.ofNullable(validTo).map(last -> ChronoUnit.DAYS.between(day, last));
    }
}
