package org.muster.certificate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.IntStream;
import org.muster.attachment.AttachmentPages;
import org.muster.certificate.CertificateCase;
import org.muster.certificate.Certificates;
import org.muster.identity.Actor;

/** Where the pages of a certificate's document are, for a page that shows them. */
@ApplicationScoped
class DocumentPreviews {

    /** The paper itself has one or two pages; a report of two hundred is downloaded. */
    static final int SHOWN_AT_MOST = 6;

    private final Certificates certificates;
    private final AttachmentPages pages;

    DocumentPreviews(Certificates certificates, AttachmentPages pages) {
        this.certificates = certificates;
        this.pages = pages;
    }

    DocumentPages of(Actor viewer, CertificateCase facts) {
        return facts.document()
                .flatMap(card -> certificates.document(viewer, facts.card().id()))
                .map(document -> {
                    int all = pages.count(document);
                    return new DocumentPages(
                            true,
                            IntStream.rangeClosed(1, Math.min(all, SHOWN_AT_MOST))
                                    .mapToObj(page ->
                                            "/certificates/" + facts.card().id() + "/document/pages/" + page)
                                    .toList(),
                            all);
                })
                .orElse(DocumentPages.NONE);
    }
}
