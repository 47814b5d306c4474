package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.certificate.Certificates;
import org.muster.certificate.ShownCertificate;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.organisation.Judgement;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Verdict;
import org.muster.organisation.VerificationCase;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** What waits for the operators, and the case in which they decide. */
@Path("/admin/verification")
class VerificationResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance verification_queue(QueuePage view);

        static native TemplateInstance verification_case(CasePage view);
    }

    /** One who waits, with the place in words. */
    record WaitingLine(VerificationCase.Waiting waiting, String place, boolean current) {}

    record QueuePage(List<WaitingLine> lines, long total) {}

    /** What the decision form shows: proposed, or typed and refused. */
    record DecisionForm(String verdict, String reason, String validUntil, String request) {}

    record CasePage(
            VerificationCase facts,
            DecisionForm form,
            List<Refusal> refusals,
            List<WaitingLine> queue,
            List<Choice> verdicts,
            List<ShownCertificate> certificates,
            String place,
            String division,
            String registeringDivision) {}

    private final OrganisationRegistry registry;
    private final Certificates certificates;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final DivisionNames divisions;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    VerificationResource(
            OrganisationRegistry registry,
            Certificates certificates,
            CurrentActor actor,
            PlaceNames places,
            DivisionNames divisions,
            Language language,
            Flash flash,
            Clock clock) {
        this.registry = registry;
        this.certificates = certificates;
        this.actor = actor;
        this.places = places;
        this.divisions = divisions;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance queue() {
        List<WaitingLine> lines = lines(Optional.empty(), clock.instant());
        long total = actor.get().is(Role.OPERATOR) ? registry.countWaitingForVerification(actor.get()) : lines.size();
        return Templates.verification_queue(new QueuePage(lines, total));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        Instant now = clock.instant();
        VerificationCase facts = facts(id, now);
        var proposed = new DecisionForm(
                facts.request()
                        .map(request -> proposed(facts, request))
                        .map(Verdict::name)
                        .orElse(""),
                "",
                facts.proposedValidUntil().toString(),
                requestOf(facts));
        return Templates.verification_case(page(facts, proposed, List.of(), now));
    }

    @POST
    @Path("/{id}")
    public Response decide(
            @RestPath String id,
            @RestForm @DefaultValue("") String verdict,
            @RestForm @DefaultValue("") String reason,
            @RestForm @DefaultValue("") String validUntil,
            @RestForm @DefaultValue("") String request) {
        Instant now = clock.instant();
        VerificationCase facts = facts(id, now);
        var judgement = new Judgement(verdict(verdict), reason, day(validUntil), uuid(request));
        Outcome<OrganisationId> decided =
                registry.decide(actor.get(), facts.card().id(), judgement, now);
        if (decided instanceof Outcome.Refused<OrganisationId> refused) {
            var typed = new DecisionForm(verdict, reason, validUntil, requestOf(facts));
            return Refused.page(Templates.verification_case(page(facts, typed, refused.reasons(), now)));
        }
        flash.say("organisation:decided");
        return Redirect.to("/admin/verification");
    }

    /** What is chosen beforehand: what was asked for, or the step to it that whoever looks may take. */
    private static Verdict proposed(VerificationCase facts, VerificationCase.Request request) {
        return request.wanted() != VerificationLevel.VISITED
                ? Verdict.GRANT_DOCUMENTS
                : Stream.of(Verdict.GRANT_VISITED, Verdict.PROPOSE_VISITED)
                        .filter(facts.verdicts()::contains)
                        .findFirst()
                        .orElse(Verdict.GRANT_DOCUMENTS);
    }

    private VerificationCase facts(String id, Instant now) {
        return registry.verificationCase(actor.get(), OrganisationIds.organisation(id), now)
                .orElseThrow(NotFound::new);
    }

    private CasePage page(VerificationCase facts, DecisionForm form, List<Refusal> refusals, Instant now) {
        Locale locale = language.locale();
        OrganisationMessages words = language.messages(OrganisationMessages.class);
        return new CasePage(
                facts,
                form,
                refusals,
                lines(Optional.of(facts.card().id()), now),
                facts.verdicts().stream()
                        .map(verdict -> Choice.of(verdict.name(), words.verdict(verdict)))
                        .toList(),
                certificates.shown(facts.card().id(), now),
                places.full(facts.card().placeCode(), locale),
                divisions.full(facts.card().divisionCode(), locale),
                facts.registeringDivision() == null ? "" : places.full(facts.registeringDivision(), locale));
    }

    private List<WaitingLine> lines(Optional<OrganisationId> current, Instant now) {
        Locale locale = language.locale();
        return registry.waitingForVerification(actor.get(), now).stream()
                .map(waiting -> new WaitingLine(
                        waiting,
                        places.full(waiting.placeCode(), locale),
                        current.equals(Optional.of(waiting.organisation()))))
                .toList();
    }

    private static String requestOf(VerificationCase facts) {
        return facts.request().map(request -> request.id().toString()).orElse("");
    }

    private static @Nullable Verdict verdict(String name) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
