package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.bulk.Copies;
import org.muster.bulk.Reads;
import org.muster.shared.OrganisationId;

@ApplicationScoped
class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    private final Copies copies;
    private final Reads reads;

    Organisations(Copies copies, Reads reads) {
        this.copies = copies;
        this.reads = reads;
    }

    /** New ones, many at once; they are not known to the session afterwards. */
    void copyIn(Collection<Organisation> fresh) {
        copies.insert(Organisation.class, fresh);
    }

    Optional<Organisation> byId(OrganisationId id) {
        return findByIdOptional(id.value());
    }

    List<Organisation> byIds(Collection<OrganisationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1", ids.stream().map(OrganisationId::value).toList());
    }

    /** To be looked at only: the session knows nothing of them. */
    List<Organisation> readByIds(Collection<OrganisationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : reads.entities(Organisation.class, "where id = any (?)", (Object)
                        ids.stream().map(OrganisationId::value).toArray(UUID[]::new));
    }

    /** All of these names, wherever they are, and those that were merged too; to be looked at only. */
    List<Organisation> readNamed(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : reads.entities(Organisation.class, "where name_key = any (?)", (Object) keys.toArray(String[]::new));
    }

    /** The same, and nobody else decides on it or changes it before this transaction ends. */
    Optional<Organisation> lockedById(OrganisationId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    long countStanding() {
        return count("standing <> ?1", Standing.MERGED);
    }

    Optional<Organisation> withCode(CreditCode code) {
        return find("creditCode", code.value()).firstResultOptional();
    }

    /** The registered one of a name, else one that nobody has claimed. */
    Optional<Organisation> named(NameKey key) {
        return find("nameKey = ?1 and standing <> ?2 order by standing desc, createdAt", key.value(), Standing.MERGED)
                .firstResultOptional();
    }

    long countUnclaimed() {
        return count("standing = ?1", Standing.PROVISIONAL);
    }

    boolean isNameRegistered(NameKey key) {
        return count("nameKey = ?1 and standing = ?2", key.value(), Standing.REGISTERED) > 0;
    }

    boolean isCodeRegisteredElsewhere(CreditCode code, Optional<OrganisationId> self) {
        return self.map(own -> count("creditCode = ?1 and id <> ?2", code.value(), own.value()) > 0)
                .orElseGet(() -> count("creditCode = ?1", code.value()) > 0);
    }

    List<Organisation> withInName(NameKey key, int atMost) {
        return find(
                        "nameKey like ?1 and standing <> ?2 order by length(nameKey), nameKey, id",
                        "%" + key.value() + "%",
                        Standing.MERGED)
                .page(0, atMost)
                .list();
    }

    List<Organisation> provisionalNamed(NameKey key) {
        return list("nameKey = ?1 and standing = ?2 order by sourceDate desc", key.value(), Standing.PROVISIONAL);
    }

    /** Those whose check ran out before the day and of whom nobody has written so yet. */
    List<Organisation> lapsedBefore(LocalDate day, int atMost) {
        return find("verifiedUntil < ?1 order by verifiedUntil, id", day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, atMost)
                .list();
    }

    /** Two who register one name, or one code, at the same moment wait for each other here, so that the second is refused in words. */
    void serialise(String what) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('organisation'), hashtext(:what)) as text)")
                .setParameter("what", what)
                .getSingleResult();
    }

    /** The same for many, always in one order, so that two who enter many never wait for each other in a circle. */
    void serialiseAll(Collection<String> what) {
        getEntityManager()
                .createNativeQuery("""
                    select cast(count(pg_advisory_xact_lock(k.h, k.w)) as integer) from (
                        select distinct hashtext('organisation') as h, hashtext(w) as w
                        from unnest(cast(:what as text[])) as w order by 2 offset 0) k
                    """)
                .setParameter("what", what.toArray(String[]::new))
                .getSingleResult();
    }

    /** Itself, or the one that it was merged into. */
    Organisation standing(Organisation organisation) {
        return organisation.mergedInto().flatMap(this::byId).orElse(organisation);
    }

    /** All of these names, wherever they are, and those that were merged too. */
    List<Organisation> named(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery(
                                "select * from organisation where name_key = any (cast(:keys as text[]))",
                                Organisation.class)
                        .setParameter("keys", keys.toArray(String[]::new))
                        .getResultList();
    }
}
