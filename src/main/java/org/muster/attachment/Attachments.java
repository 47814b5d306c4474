package org.muster.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.identity.Actor;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Keeps files. A file belongs to an organisation; the feature that refers to it decides who else may read it.
 *
 * <p>{@link #keep} first, {@link #use} once the row that refers to it is written: a form that is refused for another reason does not lose its file,
 * and a file that nothing has referred to for a day is swept.
 */
@ApplicationScoped
@Transactional
public class Attachments {

    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Kept kept;
    private final AttachmentConfig config;

    Attachments(Kept kept, AttachmentConfig config) {
        this.kept = kept;
        this.config = config;
    }

    /**
     * Keeps a file for an organisation, when it is one of the types and sizes that are taken.
     *
     * @param field the form field that a refusal speaks of
     * @param file one byte more than {@link #MOST_BYTES} is enough of a file that is too large
     */
    public Outcome<AttachmentCard> keep(
            Actor actor, OrganisationId organisation, String field, String fileName, byte[] file, Instant now) {
        List<Refusal> broken =
                KeepingRules.broken(field, file, kept.bytesOf(organisation), config.bytesPerOrganisation());
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        FileType type = FileType.of(file).orElseThrow();
        var attachment = new Attachment(
                organisation,
                KeepingRules.fileName(fileName, type),
                type,
                file.length,
                sha256(file),
                actor.person().orElse(null),
                now);
        kept.putContent(attachment, file);
        return Outcome.accepted(attachment.card());
    }

    /** Something refers to it from now on, so it stays. Empty when the organisation has no such file. */
    public Optional<AttachmentCard> use(OrganisationId organisation, AttachmentId id, Instant now) {
        Optional<Attachment> found = kept.of(organisation, id);
        found.ifPresent(attachment -> attachment.use(now));
        return found.map(Attachment::card);
    }

    /** Two organisations turned out to be one: the files of the one are the other's from now on. Part of the transaction that merges them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(OrganisationId from, OrganisationId to) {
        kept.update("organisationId = ?1 where organisationId = ?2", to.value(), from.value());
    }

    /** Takes a file away, whatever referred to it before. */
    public void discard(OrganisationId organisation, AttachmentId id) {
        kept.of(organisation, id).ifPresent(kept::delete);
    }

    public Optional<AttachmentCard> card(OrganisationId organisation, AttachmentId id) {
        return kept.of(organisation, id).map(Attachment::card);
    }

    public Map<AttachmentId, AttachmentCard> cards(Collection<AttachmentId> ids) {
        return kept.byIds(ids).stream()
                .map(Attachment::card)
                .collect(Collectors.toMap(AttachmentCard::id, Function.identity()));
    }

    /** A file with what is in it; whether the one who asks may have it, the caller has decided. */
    public Optional<AttachmentContent> content(OrganisationId organisation, AttachmentId id) {
        return kept.of(organisation, id)
                .map(attachment -> new AttachmentContent(attachment.card(), kept.contentOf(attachment)));
    }

    /** Takes away files that nothing refers to; tells how many. */
    long sweep(Instant now) {
        return kept.sweepUnusedBefore(now.minus(config.unusedFor()));
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
