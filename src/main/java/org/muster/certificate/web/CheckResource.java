package org.muster.certificate.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.certificate.CertificateCase;
import org.muster.certificate.CertificateId;
import org.muster.certificate.CertificateNumber;
import org.muster.certificate.Certificates;
import org.muster.certificate.CheckDecision;
import org.muster.certificate.CheckVerdict;
import org.muster.certificate.NumberRule;
import org.muster.certificate.ShownCertificate;
import org.muster.certificate.WaitingCertificate;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.organisation.AreaDelegation;
import org.muster.organisation.Delegations;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** What waits to be checked, and the case with the document beside the decision. */
@Path("/admin/certificates")
class CheckResource {

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance queue(QueuePage view);

        static native TemplateInstance certificate_case(CasePage view);

        private Templates() {}
    }

    /** One that waits, with its place in words. */
    record Line(WaitingCertificate waiting, String place, boolean current) {}

    /** @param withoutArea a liaison to whom no area was delegated */
    record QueuePage(List<Line> lines, long total, boolean withoutArea, boolean liaison) {}

    record Decision(String verdict, String proof) {}

    /**
     * @param says what the number says of itself, in words
     * @param register where it can be looked up; null when no public register is known
     * @param area the area by which a liaison checks, in words; empty for an operator
     */
    record CasePage(
            CertificateCase facts,
            ShownCertificate shown,
            Decision form,
            List<Refusal> refusals,
            List<Line> queue,
            List<Choice> verdicts,
            String place,
            List<String> says,
            NumberRule.@Nullable Register register,
            String area,
            DocumentPages document) {}

    private final Certificates certificates;
    private final DocumentPreviews previews;
    private final Delegations delegations;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    CheckResource(
            Certificates certificates,
            DocumentPreviews previews,
            Delegations delegations,
            Places places,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.certificates = certificates;
        this.previews = previews;
        this.delegations = delegations;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance queue() {
        Actor checker = actor.get();
        List<Line> lines = lines(Optional.empty());
        boolean liaison = checker.is(Role.LIAISON) && !checker.is(Role.OPERATOR);
        return Templates.queue(new QueuePage(
                lines,
                lines.size(),
                liaison
                        && delegations.own(checker).stream()
                                .map(AreaDelegation::grantedAt)
                                .noneMatch(Optional::isPresent),
                liaison));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@RestPath String id) {
        return page(facts(id), new Decision("", ""), List.of());
    }

    @POST
    @Path("{id}")
    public Response decide(
            @RestPath String id,
            @RestForm @DefaultValue("") String verdict,
            @RestForm @DefaultValue("") String proof,
            @RestForm @DefaultValue("") String revision) {
        CertificateCase facts = facts(id);
        CheckVerdict chosen = Stream.of(CheckVerdict.values())
                .filter(one -> one.name().equals(verdict))
                .findFirst()
                .orElse(null);
        Outcome<CertificateId> decided = certificates.check(
                actor.get(),
                facts.card().id(),
                new CheckDecision(chosen, proof, CertificateIds.number(revision)),
                clock.instant());
        if (decided instanceof Outcome.Refused<CertificateId> refused) {
            return Refused.page(page(facts(id), new Decision(verdict, proof), refused.reasons()));
        }
        flash.say("certificate:decided");
        // On to the next one: whoever triages has more to do.
        return Redirect.to(lines(Optional.empty()).stream()
                .map(line -> "/admin/certificates/" + line.waiting().id())
                .findFirst()
                .orElse("/admin/certificates"));
    }

    private CertificateCase facts(String id) {
        return certificates.caseOf(actor.get(), CertificateIds.certificate(id)).orElseThrow(NotFound::new);
    }

    private TemplateInstance page(CertificateCase facts, Decision form, List<Refusal> refusals) {
        Instant now = clock.instant();
        CertificateMessages words = language.messages(CertificateMessages.class);
        return Templates.certificate_case(new CasePage(
                facts,
                certificates.shown(List.of(facts.card()), now).get(0),
                form,
                refusals,
                lines(Optional.of(facts.card().id())),
                Arrays.stream(CheckVerdict.values())
                        .map(verdict -> Choice.of(verdict.name(), words.verdict(verdict)))
                        .toList(),
                place(facts.organisation().placeCode()),
                says(facts.number(), words),
                facts.number().rule().map(NumberRule::register).orElse(null),
                facts.delegatedArea().map(this::place).orElse(""),
                previews.of(actor.get(), facts)));
    }

    /** What a number says of itself, in words. */
    private List<String> says(CertificateNumber number, CertificateMessages words) {
        List<String> says = new ArrayList<>();
        number.issuerPlace()
                .ifPresent(code -> says.add(places.byCode(code)
                        .map(place -> places.wholeName(place, language.locale()))
                        .orElse(words.case_issued_by_state())));
        number.year().ifPresent(year -> says.add(words.case_year(year.toString())));
        number.deviceClass().ifPresent(level -> says.add(words.case_class(level)));
        return says;
    }

    private List<Line> lines(Optional<CertificateId> current) {
        return certificates.waiting(actor.get()).stream()
                .map(waiting ->
                        new Line(waiting, place(waiting.placeCode()), current.equals(Optional.of(waiting.id()))))
                .toList();
    }

    private String place(String code) {
        return places.byCode(code)
                .map(place -> places.wholeName(place, language.locale()))
                .orElse(code);
    }
}
