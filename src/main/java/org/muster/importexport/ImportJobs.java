package org.muster.importexport;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.PersonId;

/** All imports; a liaison finds only their own, an operator everybody's. */
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJob, UUID> {

    Optional<ImportJob> visibleTo(Actor actor, ImportId id) {
        return find(actor, id).firstResultOptional();
    }

    /** The same, locked: a step waits for the batch that is being worked, and the next batch for the step. */
    Optional<ImportJob> lockedFor(Actor actor, ImportId id) {
        return find(actor, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<ImportJob> find(Actor actor, ImportId id) {
        return seesAll(actor)
                ? find("id", id.value())
                : find("id = ?1 and enteredBy = ?2", id.value(), personOf(actor));
    }

    /** Newest first, without those whose upload was never completed. */
    List<ImportJob> newest(Actor actor, int page, int size) {
        return listed(actor).page(Page.of(page - 1, size)).list();
    }

    long countListed(Actor actor) {
        return listed(actor).count();
    }

    private PanacheQuery<ImportJob> listed(Actor actor) {
        return seesAll(actor)
                ? find("state <> ?1 order by createdAt desc, id", ImportState.RECEIVED)
                : find(
                        "state <> ?1 and enteredBy = ?2 order by createdAt desc, id",
                        ImportState.RECEIVED,
                        personOf(actor));
    }

    /** How this person mapped a list with these headings the last time. */
    Optional<ImportJob> lastMapped(PersonId person, String headersKey) {
        return find(
                        "enteredBy = ?1 and headersKey = ?2 and mapping is not null order by createdAt desc",
                        person.value(),
                        headersKey)
                .firstResultOptional();
    }

    /** Where there is work, oldest first. */
    List<ImportId> working() {
        return find("state in ?1 order by createdAt", List.of(ImportState.CHECKING, ImportState.RUNNING)).stream()
                .map(ImportJob::id)
                .toList();
    }

    /**
     * The job for one batch of work, unless another worker or a person has it at this moment. The lock is the transaction's: it ends with a killed
     * application, and any worker goes on from the rows as they were committed.
     */
    Optional<ImportJob> takeForWork(ImportId id) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from import_job where id = :id and state in ('CHECKING', 'RUNNING') for update skip"
                                + " locked",
                        ImportJob.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(ImportJob.class::cast)
                .findFirst();
    }

    /** Uploads whose form was never completed. */
    long forgetReceivedBefore(Instant moment) {
        return delete("state = ?1 and createdAt < ?2", ImportState.RECEIVED, moment);
    }

    private static boolean seesAll(Actor actor) {
        return actor.is(Role.OPERATOR);
    }

    private static UUID personOf(Actor actor) {
        return actor.person().map(PersonId::value).orElse(new UUID(0, 0));
    }
}
