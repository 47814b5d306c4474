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
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** All imports; a liaison finds only their own, a member those of the organisation acted for, an operator everybody's. */
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJob, UUID> {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String THEIRS =
            "(enteredBy = ?1 and purpose = 'ON_BEHALF' or organisationId = ?2 and purpose = 'OWN')";

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
                : find("id = ?3 and " + THEIRS, personOf(actor), organisationOf(actor), id.value());
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
                        "state <> ?3 and " + THEIRS + " order by createdAt desc, id",
                        personOf(actor),
                        organisationOf(actor),
                        ImportState.RECEIVED);
    }

    /** How this person, or anybody of the same organisation, mapped a list with these headings the last time. */
    Optional<ImportJob> lastMapped(ImportJob like, PersonId person) {
        return find(
                        "(enteredBy = ?1 or organisationId = ?2) and headersKey = ?3 and purpose = ?4 and mapping is"
                                + " not null order by createdAt desc",
                        person.value(),
                        like.organisation().map(OrganisationId::value).orElse(NOBODY),
                        Headings.key(like.headers()),
                        like.purpose())
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

    private static UUID organisationOf(Actor actor) {
        return actor.organisation().map(OrganisationId::value).orElse(NOBODY);
    }

    private static UUID personOf(Actor actor) {
        return actor.person().map(PersonId::value).orElse(NOBODY);
    }
}
