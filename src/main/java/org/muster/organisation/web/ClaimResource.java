package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.AttachmentId;
import org.muster.attachment.Attachments;
import org.muster.identity.CurrentActor;
import org.muster.identity.Membership;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.Ownership;
import org.muster.organisation.OwnershipWish;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Saying, with evidence, that an organisation known from a list is one's own. */
@Path("/organisations/{id}/claim")
class ClaimResource {

    private static final String SAME = "SAME";
    private static final String OWN_ONE = "OWN_ONE";

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance claim(ClaimPage view);
    }

    /**
     * @param same SAME when it is the organisation acted for, OWN_ONE when it is another; nothing to choose for whoever acts for none
     * @param document kept by an earlier try
     */
    record ClaimPage(
            OrganisationCard organisation,
            String place,
            OwnershipWish wish,
            String same,
            List<Choice> choices,
            @Nullable AttachmentCard document,
            List<Refusal> refusals) {}

    private final Ownership ownership;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ClaimResource(
            Ownership ownership, CurrentActor actor, PlaceNames places, Language language, Flash flash, Clock clock) {
        this.ownership = ownership;
        this.actor = actor;
        this.places = places;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(claimable(id), new OwnershipWish(false, "", "", "", "", null), List.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response claim(
            @RestPath String id,
            @RestForm @DefaultValue("") String same,
            @RestForm @DefaultValue("") String job,
            @RestForm @DefaultValue("") String mobile,
            @RestForm @DefaultValue("") String creditCode,
            @RestForm @DefaultValue("") String evidence,
            @RestForm @DefaultValue("") String kept,
            @RestForm @Nullable FileUpload document) {
        Instant now = clock.instant();
        OrganisationCard organisation = claimable(id);
        Outcome<Optional<AttachmentId>> file = file(organisation.id(), document, kept, now);
        var wish = new OwnershipWish(
                same.equals(SAME),
                job,
                mobile,
                creditCode,
                evidence,
                file.fold(one -> one, no -> kept(kept)).orElse(null));
        Outcome<UUID> claimed = file.isAccepted()
                ? ownership.claim(actor.get(), organisation.id(), wish, now)
                : Outcome.refused(file.reasons());
        return claimed.fold(
                done -> {
                    flash.say("belonging:claim_sent");
                    return Redirect.to("/my/claims");
                },
                refusals -> Refused.page(page(organisation, wish, refusals)));
    }

    private OrganisationCard claimable(String id) {
        return ownership.claimable(OrganisationIds.organisation(id)).orElseThrow(NotFound::new);
    }

    private Outcome<Optional<AttachmentId>> file(
            OrganisationId organisation, @Nullable FileUpload document, String kept, Instant now) {
        if (document == null || document.fileName().isBlank()) {
            return Outcome.accepted(kept(kept));
        }
        try (InputStream in = Files.newInputStream(document.uploadedFile())) {
            // One byte too many is enough to tell that it is too large.
            byte[] bytes = in.readNBytes(Attachments.MOST_BYTES + 1);
            return ownership
                    .keepDocument(actor.get(), organisation, document.fileName(), bytes, now)
                    .map(card -> Optional.of(card.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<AttachmentId> kept(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(AttachmentId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private TemplateInstance page(OrganisationCard organisation, OwnershipWish wish, List<Refusal> refusals) {
        BelongingMessages words = language.messages(BelongingMessages.class);
        Optional<Membership> owned = actor.memberships().stream()
                .filter(membership -> membership.owner() && actor.get().actsFor(membership.organisation()))
                .findFirst();
        return Templates.claim(new ClaimPage(
                organisation,
                places.full(organisation.placeCode(), language.locale()),
                wish,
                wish.same() ? SAME : OWN_ONE,
                owned.map(membership -> List.of(
                                new Choice(OWN_ONE, words.claim_another()),
                                new Choice(SAME, words.claim_same(membership.organisationName()))))
                        .orElse(List.of()),
                wish.document() == null
                        ? null
                        : ownership.document(organisation.id(), wish.document()).orElse(null),
                refusals));
    }
}
