package org.muster.challenge.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.challenge.ChallengeFile;
import org.muster.challenge.ChallengeId;
import org.muster.challenge.ChallengeView;
import org.muster.challenge.Challenges;
import org.muster.challenge.ClaimFile;
import org.muster.challenge.ClaimId;
import org.muster.challenge.ClaimState;
import org.muster.challenge.Claims;
import org.muster.challenge.Convertible;
import org.muster.challenge.Invitations;
import org.muster.identity.CurrentActor;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** A challenge's claims side by side with what is proven, the decisions on them, and who is invited to claim. */
@Path("/challenges/{id}")
class DecisionResource {

    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance claims(ClaimsPage view);

        static native TemplateInstance invite(InvitePage view);

        private Templates() {}
    }

    /** One claim; the fields of its forms carry its id, so that a refusal finds its place. */
    record Row(
            ClaimFile file,
            String url,
            String place,
            String listingTitle,
            boolean waiting,
            String paperUrl,
            String amountField,
            String amount,
            String reasonField,
            String reason,
            String questionField,
            String question) {}

    record ClaimsPage(
            ChallengeFile file, ChallengeWords.Said title, String url, List<Row> rows, List<Refusal> refusals) {}

    record Maker(Convertible maker, String title, String titleLanguage, String place, String makes, boolean chosen) {}

    record InvitePage(
            ChallengeFile file,
            ChallengeWords.Said title,
            String item,
            String url,
            List<Maker> makers,
            boolean anyLeft,
            List<Refusal> refusals) {}

    private final Challenges challenges;
    private final Claims claims;
    private final Invitations invitations;
    private final ChallengeWords words;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    DecisionResource(
            Challenges challenges,
            Claims claims,
            Invitations invitations,
            ChallengeWords words,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.challenges = challenges;
        this.claims = claims;
        this.invitations = invitations;
        this.words = words;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    // ── Claims ──────────────────────────────────────────────────────────────────

    @GET
    @Path("/claims")
    public TemplateInstance list(@RestPath String id) {
        return list(file(id), Map.of(), List.of());
    }

    private TemplateInstance list(ChallengeFile file, Map<String, String> typed, List<Refusal> refusals) {
        Instant now = clock.instant();
        ChallengeId id = file.challenge().id();
        String url = ChallengesResource.PATH + id;
        return Templates.claims(new ClaimsPage(
                file,
                words.title(file.challenge()),
                url,
                claims.of(actor.get(), id, now).stream()
                        .map(one -> row(url, one, file.challenge(), typed))
                        .toList(),
                refusals));
    }

    private Row row(String url, ClaimFile file, ChallengeView to, Map<String, String> typed) {
        ClaimId id = file.claim().id();
        String amount = "amount-" + id;
        String reason = "reason-" + id;
        String question = "question-" + id;
        return new Row(
                file,
                url + "/claims/" + id,
                words.place(file.organisation().placeCode()),
                file.listing()
                        .map(one -> language.isChinese() || one.titleEn() == null ? one.title() : one.titleEn())
                        .orElse(""),
                file.claim().state() == ClaimState.MADE,
                file.claim().accepted().map(some -> paper(file, some, to)).orElse(""),
                amount,
                typed.getOrDefault(
                        amount,
                        file.claim().quantity().amount().toPlainString() + " "
                                + file.claim().quantity().unit().name(language.locale())),
                reason,
                typed.getOrDefault(reason, ""),
                question,
                typed.getOrDefault(question, ""));
    }

    /** Where an allocation order is issued, filled in with what is known of the claim. */
    private String paper(ClaimFile file, Quantity accepted, ChallengeView to) {
        UriBuilder form = UriBuilder.fromPath("/papers/new")
                .queryParam("kind", "ALLOCATION_ORDER")
                .queryParam("fromName", "{fromName}")
                .queryParam("fromPlace", "{fromPlace}")
                .queryParam("fromMobile", "{fromMobile}")
                .queryParam("toPlace", "{toPlace}")
                .queryParam("item-0", "{item}")
                .queryParam("quantity-0", "{quantity}")
                .queryParam("leaves", "{leaves}");
        return form.build(
                        file.organisation().name(),
                        words.place(file.organisation().placeCode()),
                        file.mobile().orElse(""),
                        words.place(to.placeCode()),
                        words.item(to.item()),
                        accepted.amount().toPlainString() + " "
                                + accepted.unit().name(language.locale()),
                        file.claim().readyBy().toString())
                .toString();
    }

    @POST
    @Path("/claims/{claim}/accept")
    public Response accept(@RestPath String id, @RestPath String claim, MultivaluedMap<String, String> fields) {
        ClaimId known = Ids.read(claim, ClaimId::of);
        String field = "amount-" + known;
        String typed = value(fields, field);
        return decided(
                id,
                claims.accept(actor.get(), ChallengeWords.id(id), known, typed, clock.instant()),
                Map.of(field, typed),
                "challenge:accepted_now");
    }

    @POST
    @Path("/claims/{claim}/decline")
    public Response decline(@RestPath String id, @RestPath String claim, MultivaluedMap<String, String> fields) {
        ClaimId known = Ids.read(claim, ClaimId::of);
        String field = "reason-" + known;
        String typed = value(fields, field);
        return decided(
                id,
                claims.decline(actor.get(), ChallengeWords.id(id), known, typed, clock.instant()),
                Map.of(field, typed),
                "challenge:declined_now");
    }

    @POST
    @Path("/claims/{claim}/ask")
    public Response ask(@RestPath String id, @RestPath String claim, MultivaluedMap<String, String> fields) {
        ClaimId known = Ids.read(claim, ClaimId::of);
        String field = "question-" + known;
        String typed = value(fields, field);
        return decided(
                id,
                claims.ask(actor.get(), ChallengeWords.id(id), known, typed, clock.instant()),
                Map.of(field, typed),
                "challenge:asked_now");
    }

    private Response decided(String id, Outcome<ClaimId> outcome, Map<String, String> typed, String said) {
        ChallengeFile file = file(id);
        return outcome.fold(
                done -> {
                    flash.say(said);
                    return Redirect.to(
                            ChallengesResource.PATH + file.challenge().id() + "/claims");
                },
                refusals -> {
                    ChallengesResource.found(refusals);
                    return Refused.page(list(file, typed, refusals));
                });
    }

    private static String value(MultivaluedMap<String, String> fields, String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "");
    }

    private ChallengeFile file(String id) {
        return challenges
                .file(actor.get(), ChallengeWords.id(id), clock.instant())
                .orElseThrow(NotFound::new);
    }

    // ── Invitations ─────────────────────────────────────────────────────────────

    @GET
    @Path("/invite")
    public TemplateInstance candidates(@RestPath String id) {
        return candidates(file(id), Optional.empty(), List.of());
    }

    /** @param chosen all, as long as nobody has chosen */
    private TemplateInstance candidates(
            ChallengeFile file, Optional<Set<OrganisationId>> chosen, List<Refusal> refusals) {
        String between = language.isChinese() ? "、" : ", ";
        List<Maker> makers = invitations
                .convertible(actor.get(), file.challenge().id(), clock.instant())
                .stream()
                .map(one -> {
                    boolean english = !language.isChinese() && one.titleEn().isPresent();
                    return new Maker(
                            one,
                            english ? one.titleEn().get() : one.title(),
                            english ? "en" : "zh-CN",
                            words.place(one.organisation().placeCode()),
                            String.join(between, one.makes()),
                            chosen.map(some -> some.contains(one.organisation().id()))
                                    .orElse(true));
                })
                .toList();
        return Templates.invite(new InvitePage(
                file,
                words.title(file.challenge()),
                words.item(file.challenge().item()),
                ChallengesResource.PATH + file.challenge().id(),
                makers,
                file.challenge().open()
                        && makers.stream()
                                .anyMatch(one -> one.maker().invitedAt().isEmpty()),
                refusals));
    }

    @POST
    @Path("/invite")
    public Response invite(@RestPath String id, @FormParam("organisation") @Nullable List<String> organisations) {
        ChallengeFile file = file(id);
        Set<OrganisationId> chosen = new HashSet<>();
        for (String one : Objects.requireNonNullElse(organisations, List.<String>of())) {
            chosen.add(Ids.read(one, OrganisationId::of));
        }
        return invitations
                .invite(actor.get(), file.challenge().id(), chosen, clock.instant())
                .fold(
                        many -> {
                            flash.say(words.messages().invited_now(many));
                            return Redirect.to(
                                    ChallengesResource.PATH + file.challenge().id() + "/invite");
                        },
                        refusals -> {
                            ChallengesResource.found(refusals);
                            return Refused.page(candidates(file, Optional.of(chosen), refusals));
                        });
    }
}
