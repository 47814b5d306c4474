package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;

/** Which supplier shows its listings to whom not. */
@ApplicationScoped
class Blocks {

    private final EntityManager entityManager;

    Blocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    record Block(OrganisationId blocked, String reason, String by, Instant at) {}

    /**
     * The suppliers of whose listings this viewer sees nothing. Whoever belongs to a blocked organisation is kept out also while acting for
     * another one; coordinators and operators see everything; visitors are nobody in particular.
     */
    @SuppressWarnings("unchecked")
    Set<OrganisationId> hiding(Actor viewer) {
        if (!viewer.isSignedIn() || viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR)) {
            return Set.of();
        }
        List<UUID> suppliers = entityManager
                .createNativeQuery("""
                    select supplier_id from blocked_organisation where blocked_id = cast(:organisation as uuid)
                    union select b.supplier_id from blocked_organisation b
                        join membership m on m.organisation_id = b.blocked_id where m.person_id = cast(:person as uuid)
                    """)
                .unwrap(NativeQuery.class)
                .addScalar("supplier_id", UUID.class)
                .setParameter(
                        "organisation",
                        viewer.organisation().map(OrganisationId::toString).orElse(null),
                        String.class)
                .setParameter("person", viewer.person().map(Object::toString).orElse(null), String.class)
                .getResultList();
        Set<OrganisationId> hiding = new HashSet<>();
        suppliers.forEach(supplier -> hiding.add(new OrganisationId(supplier)));
        viewer.organisation().ifPresent(hiding::remove);
        return hiding;
    }

    /** Says it once; a second time changes nothing. */
    boolean add(OrganisationId supplier, OrganisationId blocked, String reason, String by, Instant now) {
        return entityManager
                        .createNativeQuery("""
                            insert into blocked_organisation (supplier_id, blocked_id, reason, blocked_by, blocked_at)
                            values (:supplier, :blocked, :reason, :by, :at) on conflict do nothing
                            """)
                        .setParameter("supplier", supplier.value())
                        .setParameter("blocked", blocked.value())
                        .setParameter("reason", reason)
                        .setParameter("by", by)
                        .setParameter("at", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                > 0;
    }

    boolean remove(OrganisationId supplier, OrganisationId blocked) {
        return entityManager
                        .createNativeQuery(
                                "delete from blocked_organisation where supplier_id = :supplier and blocked_id ="
                                        + " :blocked")
                        .setParameter("supplier", supplier.value())
                        .setParameter("blocked", blocked.value())
                        .executeUpdate()
                > 0;
    }

    /** Whom a duplicate kept out, and who kept it out, holds for the one that stays; nobody keeps out themselves. */
    void follow(OrganisationId merged, OrganisationId stays) {
        entityManager
                .createNativeQuery("""
                    insert into blocked_organisation (supplier_id, blocked_id, reason, blocked_by, blocked_at)
                    select case supplier_id when :merged then :stays else supplier_id end,
                        case blocked_id when :merged then :stays else blocked_id end, reason, blocked_by, blocked_at
                    from blocked_organisation
                    where :merged in (supplier_id, blocked_id) and :stays not in (supplier_id, blocked_id)
                    on conflict do nothing
                    """)
                .setParameter("merged", merged.value())
                .setParameter("stays", stays.value())
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from blocked_organisation where :merged in (supplier_id, blocked_id)")
                .setParameter("merged", merged.value())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<Block> of(OrganisationId supplier) {
        List<Object[]> rows = entityManager
                .createNativeQuery("""
                    select blocked_id, reason, blocked_by, blocked_at from blocked_organisation
                    where supplier_id = :supplier order by blocked_at desc, blocked_id
                    """)
                .unwrap(NativeQuery.class)
                .addScalar("blocked_id", UUID.class)
                .addScalar("reason", String.class)
                .addScalar("blocked_by", String.class)
                .addScalar("blocked_at", Instant.class)
                .setParameter("supplier", supplier.value())
                .getResultList();
        return rows.stream()
                .map(row -> new Block(
                        new OrganisationId((UUID) row[0]), (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }
}
