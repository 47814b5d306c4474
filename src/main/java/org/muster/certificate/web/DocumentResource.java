package org.muster.certificate.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.attachment.AttachmentContent;
import org.muster.attachment.AttachmentPages;
import org.muster.certificate.Certificates;
import org.muster.identity.CurrentActor;
import org.muster.shell.Download;
import org.muster.shell.NotFound;

/** The document of a certificate, whole or page by page, for whoever may have it. */
@Path("/certificates/{id}/document")
class DocumentResource {

    private final Certificates certificates;
    private final AttachmentPages pages;
    private final CurrentActor actor;

    DocumentResource(Certificates certificates, AttachmentPages pages, CurrentActor actor) {
        this.certificates = certificates;
        this.pages = pages;
        this.actor = actor;
    }

    @GET
    public Response download(@RestPath String id) {
        AttachmentContent document = document(id);
        return Download.of(
                document.bytes(),
                document.card().type().mediaType(),
                document.card().fileName(),
                document.card().sha256());
    }

    @GET
    @Path("pages/{number}")
    public Response page(@RestPath String id, @RestPath String number) {
        int page = CertificateIds.number(number);
        if (page < 1 || page > DocumentPreviews.SHOWN_AT_MOST) {
            throw new NotFound();
        }
        AttachmentContent document = document(id);
        AttachmentPages.Picture picture = pages.page(document, page).orElseThrow(NotFound::new);
        return Download.of(
                picture.bytes(),
                picture.mediaType(),
                document.card().fileName() + "-" + page + ".png",
                document.card().sha256() + "-" + page);
    }

    private AttachmentContent document(String id) {
        return certificates
                .document(actor.get(), CertificateIds.certificate(id))
                .orElseThrow(NotFound::new);
    }
}
