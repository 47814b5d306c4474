package org.muster.certificate.web;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.Attachments;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.CertificateId;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Certificates;
import org.muster.certificate.CheckState;
import org.muster.certificate.CheckView;
import org.muster.certificate.CitedStandard;
import org.muster.certificate.OwnCertificate;
import org.muster.certificate.Relation;
import org.muster.certificate.ShownCertificate;
import org.muster.certificate.ValidityState;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationCard;
import org.muster.reference.Term;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** An organisation's own certificates: shown, added, changed, withdrawn. */
@Path("/my/certificates")
class MyCertificatesResource {

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance my_certificates(ListPage view);

        static native TemplateInstance certificate_form(FormPage view);

        private Templates() {}
    }

    /**
     * One of the own certificates.
     *
     * @param lastRejection why it did not pass, as long as that still stands
     */
    record Line(OwnCertificate own, ShownCertificate shown, Optional<CheckView> lastRejection, long daysLeft) {}

    record ListPage(List<Line> lines, int ending, int expired, int rejected) {}

    /**
     * The form, blank, as it is or as typed and refused.
     *
     * @param action where it is sent to
     * @param document the file that is kept for it
     * @param onBehalf the organisation that nobody has claimed, for which somebody else fills it in
     */
    record FormPage(
            String action,
            CertificateDraft draft,
            int version,
            List<Choice> kinds,
            List<Choice> relations,
            @Nullable AttachmentCard document,
            @Nullable OwnCertificate own,
            @Nullable OrganisationCard onBehalf,
            List<Refusal> refusals) {}

    private final Certificates certificates;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    MyCertificatesResource(Certificates certificates, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.certificates = certificates;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        Instant now = clock.instant();
        List<OwnCertificate> mine = certificates.mine(actor.get());
        var byId = mine.stream().collect(Collectors.toMap(own -> own.card().id(), own -> own));
        List<Line> lines = new ArrayList<>();
        for (ShownCertificate shown :
                certificates.shown(mine.stream().map(OwnCertificate::card).toList(), now)) {
            OwnCertificate own = Objects.requireNonNull(byId.get(shown.card().id()));
            LocalDate today = now.atZone(language.zone()).toLocalDate();
            lines.add(new Line(
                    own,
                    shown,
                    shown.card().check() == CheckState.REJECTED
                            ? own.checks().stream().filter(CheckView::ofThis).findFirst()
                            : Optional.empty(),
                    shown.card().daysLeft(today).orElse(0L)));
        }
        return Templates.my_certificates(new ListPage(
                lines, count(lines, ValidityState.ENDING), count(lines, ValidityState.EXPIRED), (int) lines.stream()
                        .filter(line -> line.lastRejection().isPresent())
                        .count()));
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return form("/my/certificates/new", CertificateDraft.blank(), 0, null, null, List.of());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
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
        Outcome<String> file = file(document, kept, now);
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
        return taken(file, () -> certificates.add(actor.get(), draft, now))
                .fold(
                        added -> {
                            flash.say("certificate:added");
                            return Redirect.to("/my/certificates");
                        },
                        reasons -> Refused.page(form(
                                "/my/certificates/new",
                                draft,
                                0,
                                certificates
                                        .keptDocument(actor.get(), draft.document())
                                        .orElse(null),
                                null,
                                reasons)));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@RestPath String id) {
        OwnCertificate own = own(id);
        return form(path(own), draft(own), own.version(), own.document().orElse(null), own, List.of());
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response change(
            @RestPath String id,
            @RestForm @DefaultValue("") String version,
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
        OwnCertificate own = own(id);
        Outcome<String> file = file(document, kept, now);
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
        CertificateId known = own.card().id();
        return taken(file, () -> certificates.change(actor.get(), known, CertificateIds.number(version), draft, now))
                .fold(
                        changed -> {
                            flash.say("certificate:changed");
                            return Redirect.to("/my/certificates");
                        },
                        reasons -> Refused.page(form(
                                path(own),
                                draft,
                                CertificateIds.number(version),
                                certificates
                                        .keptDocument(actor.get(), draft.document())
                                        .orElse(null),
                                own,
                                reasons)));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@RestPath String id) {
        return certificates
                .withdraw(actor.get(), CertificateIds.certificate(id), clock.instant())
                .fold(
                        done -> {
                            flash.say("certificate:withdrawn");
                            return Redirect.to("/my/certificates");
                        },
                        reasons -> {
                            throw new NotFound();
                        });
    }

    /** The file of this form, or the one that an earlier try has brought; empty for none. */
    private Outcome<String> file(@Nullable FileUpload document, String kept, Instant now) {
        return file(document, kept, (name, bytes) -> certificates.keepDocument(actor.get(), name, bytes, now));
    }

    static Outcome<String> file(
            @Nullable FileUpload document, String kept, BiFunction<String, byte[], Outcome<AttachmentCard>> keep) {
        if (document == null || document.fileName().isBlank()) {
            return Outcome.accepted(kept);
        }
        try (InputStream in = Files.newInputStream(document.uploadedFile())) {
            // One byte too many is enough to tell that it is too large.
            byte[] bytes = in.readNBytes(Attachments.MOST_BYTES + 1);
            return keep.apply(document.fileName(), bytes).map(card -> card.id().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the form itself says counts only once its file was taken; else the file's refusal is told. */
    static Outcome<CertificateId> taken(Outcome<String> file, Supplier<Outcome<CertificateId>> form) {
        return file.isAccepted() ? form.get() : Outcome.refused(file.reasons());
    }

    private OwnCertificate own(String id) {
        return certificates.mine(actor.get(), CertificateIds.certificate(id)).orElseThrow(NotFound::new);
    }

    private TemplateInstance form(
            String action,
            CertificateDraft draft,
            int version,
            @Nullable AttachmentCard document,
            @Nullable OwnCertificate own,
            List<Refusal> refusals) {
        return form(language, action, draft, version, document, own, null, refusals);
    }

    static TemplateInstance form(
            Language language,
            String action,
            CertificateDraft draft,
            int version,
            @Nullable AttachmentCard document,
            @Nullable OwnCertificate own,
            @Nullable OrganisationCard onBehalf,
            List<Refusal> refusals) {
        CertificateMessages words = language.messages(CertificateMessages.class);
        return Templates.certificate_form(new FormPage(
                action,
                draft,
                version,
                Arrays.stream(CertificateKind.values())
                        .map(kind -> Choice.of(kind.name(), words.kind(kind)))
                        .toList(),
                Arrays.stream(Relation.values())
                        .map(relation -> Choice.of(relation.name(), words.relation(relation)))
                        .toList(),
                document,
                own,
                onBehalf,
                refusals));
    }

    private CertificateDraft draft(OwnCertificate own) {
        CertificateCard card = own.card();
        String separator = language.isChinese() ? "、" : ", ";
        List<Term> scope =
                certificates.shown(List.of(card), clock.instant()).get(0).scope();
        return new CertificateDraft(
                card.kind().name(),
                card.number(),
                card.issuer(),
                card.relation().name(),
                card.relation() == Relation.OWN ? "" : card.holder(),
                scope.stream()
                        .map(term -> language.isChinese() ? term.zh() : term.en())
                        .collect(Collectors.joining(separator)),
                card.scopeText(),
                card.standards().stream().map(CitedStandard::written).collect(Collectors.joining(separator)),
                card.validFrom() == null ? "" : card.validFrom().toString(),
                card.validTo() == null ? "" : card.validTo().toString(),
                own.document().map(document -> document.id().toString()).orElse(""));
    }

    private static int count(List<Line> lines, ValidityState state) {
        return (int)
                lines.stream().filter(line -> line.shown().state() == state).count();
    }

    private static String path(OwnCertificate own) {
        return "/my/certificates/" + own.card().id();
    }
}
