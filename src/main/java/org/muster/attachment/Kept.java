package org.muster.attachment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;

/** The files that are kept. */
@ApplicationScoped
class Kept implements PanacheRepositoryBase<Attachment, UUID> {

    Optional<Attachment> of(OrganisationId organisation, AttachmentId id) {
        return find("organisationId = ?1 and id = ?2", organisation.value(), id.value())
                .firstResultOptional();
    }

    List<Attachment> byIds(Collection<AttachmentId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1", ids.stream().map(AttachmentId::value).toList());
    }

    long bytesOf(OrganisationId organisation) {
        Long sum = find("select sum(a.size) from Attachment a where a.organisationId = ?1", organisation.value())
                .project(Long.class)
                .firstResult();
        return sum == null ? 0 : sum;
    }

    void putContent(Attachment attachment, byte[] bytes) {
        persist(attachment);
        flush();
        getEntityManager()
                .createNativeQuery("insert into attachment_content (attachment_id, bytes) values (?1, ?2)")
                .setParameter(1, attachment.id().value())
                .setParameter(2, bytes)
                .executeUpdate();
    }

    byte[] contentOf(Attachment attachment) {
        return (byte[]) getEntityManager()
                .createNativeQuery("select bytes from attachment_content where attachment_id = ?1", byte[].class)
                .setParameter(1, attachment.id().value())
                .getSingleResult();
    }

    /** Takes away what was kept before that moment and what nothing has referred to since. */
    long sweepUnusedBefore(Instant moment) {
        return delete("usedAt is null and keptAt < ?1", moment);
    }
}
