package org.muster.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;

/** The certificates that are shown. */
@ApplicationScoped
class Papers implements PanacheRepositoryBase<Certificate, UUID> {

    Optional<Certificate> lockedOf(OrganisationId organisation, CertificateId id) {
        return find("organisationId = ?1 and id = ?2 and withdrawnAt is null", organisation.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Certificate> locked(CertificateId id) {
        return find("id = ?1 and withdrawnAt is null", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Certificate> byId(CertificateId id) {
        return find("id = ?1 and withdrawnAt is null", id.value()).firstResultOptional();
    }

    List<Certificate> of(Collection<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery("""
                                select * from certificate where organisation_id = any (cast(:organisations as uuid[])) and withdrawn_at is null
                                order by organisation_id, kind, created_at, id
                                """, Certificate.class)
                        .setParameter(
                                "organisations",
                                organisations.stream()
                                        .map(OrganisationId::value)
                                        .toArray(UUID[]::new))
                        .getResultList();
    }

    /** One at a time for an organisation, so that a form sent twice at once is not two certificates. */
    void lockFor(OrganisationId organisation) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))", Object.class)
                .setParameter(1, "certificate " + organisation)
                .getSingleResult();
    }

    Optional<Certificate> sameNumber(OrganisationId organisation, CertificateKind kind, String number) {
        return find(
                        "organisationId = ?1 and kind = ?2 and number = ?3 and withdrawnAt is null",
                        organisation.value(),
                        kind,
                        number)
                .firstResultOptional();
    }

    /** Shown by others under the same number. */
    List<Certificate> elsewhere(Certificate certificate) {
        return certificate.facts().number().isEmpty()
                ? List.of()
                : list(
                        "kind = ?1 and number = ?2 and organisationId <> ?3 and withdrawnAt is null order by createdAt",
                        certificate.facts().kind(),
                        certificate.facts().number(),
                        certificate.organisation().value());
    }

    List<Certificate> waiting(int atMost) {
        return find("checkState = ?1 and withdrawnAt is null order by statedAt, id", CheckState.STATED)
                .page(0, atMost)
                .list();
    }

    long countWaiting() {
        return count("checkState = ?1 and withdrawnAt is null", CheckState.STATED);
    }

    /** Whose end lies at most so many days ahead, and that was not warned of so closely yet; negative days are past it. */
    List<Certificate> endingBy(LocalDate day, int threshold, int atMost) {
        return find(
                        "withdrawnAt is null and validTo is not null and validTo <= ?1 and (warnedDays is null or warnedDays > ?2)"
                                + " order by validTo, id",
                        day,
                        threshold)
                .page(0, atMost)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
