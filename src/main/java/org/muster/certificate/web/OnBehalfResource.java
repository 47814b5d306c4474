package org.muster.certificate.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.Certificates;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationCard;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Certificates of organisations that nobody has claimed, entered by the liaison of their area. */
@Path("/admin/certificates/of/{organisation}")
class OnBehalfResource {

    private final Certificates certificates;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    OnBehalfResource(Certificates certificates, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.certificates = certificates;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance blank(@RestPath String organisation) {
        return form(unclaimed(organisation), CertificateDraft.blank(), null, List.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @RestPath String organisation,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String number,
            @RestForm @DefaultValue("") String issuer,
            @RestForm @DefaultValue("") String relation,
            @RestForm @DefaultValue("") String holder,
            @RestForm @DefaultValue("") String scope,
            @RestForm @DefaultValue("") String scopeText,
            @RestForm @DefaultValue("") String standards,
            @RestForm @DefaultValue("") String validFrom,
            @RestForm @DefaultValue("") String validTo,
            @RestForm @DefaultValue("") String kept,
            @RestForm @Nullable FileUpload document) {
        Instant now = clock.instant();
        OrganisationCard unclaimed = unclaimed(organisation);
        Outcome<String> file = MyCertificatesResource.file(
                document,
                kept,
                (name, bytes) -> certificates.keepDocumentOnBehalf(actor.get(), unclaimed.id(), name, bytes, now));
        var draft = new CertificateDraft(
                kind,
                number,
                issuer,
                relation,
                holder,
                scope,
                scopeText,
                standards,
                validFrom,
                validTo,
                file.isAccepted() ? file.orElseThrow() : kept);
        return MyCertificatesResource.taken(
                        file, () -> certificates.addOnBehalf(actor.get(), unclaimed.id(), draft, now))
                .fold(
                        added -> {
                            flash.say("certificate:added");
                            return Redirect.to("/organisations/" + unclaimed.id());
                        },
                        reasons -> Refused.page(form(
                                unclaimed,
                                draft,
                                certificates
                                        .keptDocumentOnBehalf(actor.get(), unclaimed.id(), draft.document())
                                        .orElse(null),
                                reasons)));
    }

    private OrganisationCard unclaimed(String id) {
        return certificates
                .unclaimed(actor.get(), Ids.read(id, OrganisationId::of))
                .orElseThrow(NotFound::new);
    }

    private TemplateInstance form(
            OrganisationCard unclaimed,
            CertificateDraft draft,
            @Nullable AttachmentCard document,
            List<Refusal> refusals) {
        return MyCertificatesResource.form(
                language, "/admin/certificates/of/" + unclaimed.id(), draft, 0, document, null, unclaimed, refusals);
    }
}
