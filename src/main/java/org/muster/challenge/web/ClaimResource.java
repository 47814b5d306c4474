package org.muster.challenge.web;

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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.AttachmentContent;
import org.muster.attachment.AttachmentId;
import org.muster.attachment.Attachments;
import org.muster.challenge.ChallengeView;
import org.muster.challenge.Challenges;
import org.muster.challenge.ClaimDraft;
import org.muster.challenge.ClaimId;
import org.muster.challenge.ClaimState;
import org.muster.challenge.ClaimView;
import org.muster.challenge.ClaimWay;
import org.muster.challenge.Claims;
import org.muster.challenge.Limit;
import org.muster.identity.CurrentActor;
import org.muster.shared.PriceBasis;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Download;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The claim of one's own organisation: made, changed, withdrawn, and what was asked about it answered. */
@Path("/challenges/{id}")
class ClaimResource {

    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance claim(ClaimPage view);

        private Templates() {}
    }

    /** @param hint what the challenge asks for */
    record FigureField(String name, String label, String hint, String value) {}

    record ClaimPage(
            ChallengeView challenge,
            ChallengeWords.Said title,
            String url,
            String left,
            @Nullable ClaimView mine,
            boolean editable,
            ClaimDraft form,
            List<FigureField> figures,
            List<AttachmentCard> kept,
            List<Choice> ways,
            List<Choice> deliveries,
            List<Choice> listings,
            String said,
            List<Refusal> refusals) {}

    private final Challenges challenges;
    private final Claims claims;
    private final ChallengeWords words;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ClaimResource(
            Challenges challenges,
            Claims claims,
            ChallengeWords words,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.challenges = challenges;
        this.claims = claims;
        this.words = words;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    @Path("/claim")
    public TemplateInstance show(@RestPath String id) {
        ChallengeView challenge = challenge(id);
        Optional<ClaimView> mine = claims.mine(actor.get(), challenge.id());
        ClaimDraft draft = mine.filter(one -> one.state().stands())
                .map(ClaimResource::draft)
                .orElseGet(ClaimDraft::blank);
        return page(challenge, mine, draft, "", List.of());
    }

    @POST
    @Path("/claim")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response claim(@RestPath String id, MultipartFormDataInput sent) {
        Instant now = clock.instant();
        ChallengeView challenge = challenge(id);
        List<Refusal> files = new ArrayList<>();
        List<String> evidence = new ArrayList<>(texts(sent, "kept"));
        for (FormValue upload : sent.getValues().getOrDefault("evidence", List.of())) {
            if (upload.isFileItem()
                    && upload.getFileName() != null
                    && !upload.getFileName().isBlank()) {
                claims.keepEvidence(actor.get(), upload.getFileName(), bytes(upload), now)
                        .fold(card -> evidence.add(card.id().toString()), files::addAll);
            }
        }
        Map<String, String> figures = new HashMap<>();
        for (int i = 0; i < challenge.limits().size(); i++) {
            figures.put(challenge.limits().get(i).name(), text(sent, "figure-" + i));
        }
        ClaimDraft typed = new ClaimDraft(
                text(sent, "amount"),
                text(sent, "price"),
                text(sent, "taxIncluded").equals("true"),
                text(sent, "delivery"),
                text(sent, "readyBy"),
                text(sent, "way"),
                text(sent, "listing"),
                text(sent, "certificates"),
                text(sent, "notes"),
                figures,
                evidence);
        Optional<ClaimView> mine = claims.mine(actor.get(), challenge.id());
        if (!files.isEmpty()) {
            return Refused.page(page(challenge, mine, typed, "", files));
        }
        return claims.claim(actor.get(), challenge.id(), typed, now)
                .fold(
                        done -> {
                            flash.say("challenge:claimed");
                            return Redirect.to(ChallengesResource.PATH + challenge.id() + "/claim");
                        },
                        refusals -> {
                            ChallengesResource.found(refusals);
                            return Refused.page(page(challenge, mine, typed, "", refusals));
                        });
    }

    private static List<String> texts(MultipartFormDataInput sent, String field) {
        return sent.getValues().getOrDefault(field, List.of()).stream()
                .filter(one -> !one.isFileItem())
                .map(FormValue::getValue)
                .toList();
    }

    private static String text(MultipartFormDataInput sent, String field) {
        return texts(sent, field).stream().findFirst().orElse("");
    }

    private static byte[] bytes(FormValue upload) {
        try (InputStream in = upload.getFileItem().getInputStream()) {
            // One byte too many is enough to tell that it is too large.
            return in.readNBytes(Attachments.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("/claim/withdraw")
    public Response withdraw(@RestPath String id) {
        ChallengeView challenge = challenge(id);
        return claims.withdraw(actor.get(), challenge.id(), clock.instant())
                .fold(
                        done -> {
                            flash.say("challenge:claim_withdrawn");
                            return Redirect.to(ChallengesResource.PATH + challenge.id());
                        },
                        refusals -> refused(challenge, "", refusals));
    }

    private Response refused(ChallengeView challenge, String said, List<Refusal> refusals) {
        ChallengesResource.found(refusals);
        Optional<ClaimView> mine = claims.mine(actor.get(), challenge.id());
        ClaimDraft draft = mine.map(ClaimResource::draft).orElseGet(ClaimDraft::blank);
        return Refused.page(page(challenge, mine, draft, said, refusals));
    }

    @POST
    @Path("/claim/answer")
    public Response answer(@RestPath String id, @RestForm @DefaultValue("") String said) {
        ChallengeView challenge = challenge(id);
        return claims.answer(actor.get(), challenge.id(), said, clock.instant())
                .fold(
                        done -> {
                            flash.say("challenge:answered");
                            return Redirect.to(ChallengesResource.PATH + challenge.id() + "/claim");
                        },
                        refusals -> refused(challenge, said, refusals));
    }

    @GET
    @Path("/claims/{claim}/evidence/{file}")
    public Response evidence(@RestPath String id, @RestPath String claim, @RestPath String file) {
        AttachmentContent found = claims.evidence(
                        actor.get(),
                        ChallengeWords.id(id),
                        Ids.read(claim, ClaimId::of),
                        Ids.read(file, AttachmentId::of))
                .orElseThrow(NotFound::new);
        return Download.of(
                found.bytes(),
                found.card().type().mediaType(),
                found.card().fileName(),
                found.card().sha256());
    }

    private ChallengeView challenge(String id) {
        return challenges
                .byId(actor.get(), ChallengeWords.id(id), clock.instant())
                .filter(ChallengeView::everPublished)
                .orElseThrow(NotFound::new);
    }

    private TemplateInstance page(
            ChallengeView challenge, Optional<ClaimView> mine, ClaimDraft form, String said, List<Refusal> refusals) {
        Instant now = clock.instant();
        ChallengeMessages messages = words.messages();
        List<FigureField> figures = new ArrayList<>();
        for (int i = 0; i < challenge.limits().size(); i++) {
            Limit limit = challenge.limits().get(i);
            figures.add(new FigureField(
                    "figure-" + i,
                    limit.unit().isEmpty() ? limit.name() : limit.name() + " (" + limit.unit() + ")",
                    messages.asked_for(limit.written()),
                    form.figures().getOrDefault(limit.name(), "")));
        }
        boolean accepted =
                mine.filter(one -> one.state() == ClaimState.ACCEPTED).isPresent();
        return Templates.claim(new ClaimPage(
                challenge,
                words.title(challenge),
                ChallengesResource.PATH + challenge.id(),
                words.left(challenge.closesAt(), now),
                mine.orElse(null),
                challenge.open() && !accepted,
                form,
                figures,
                claims.keptEvidence(actor.get(), form.evidence()),
                Arrays.stream(ClaimWay.values())
                        .map(way -> Choice.of(way, messages.way(way)))
                        .toList(),
                List.of(
                        Choice.of(PriceBasis.Delivery.DELIVERED, messages.delivery(PriceBasis.Delivery.DELIVERED)),
                        Choice.of(PriceBasis.Delivery.EX_WORKS, messages.delivery(PriceBasis.Delivery.EX_WORKS))),
                claims.listings(actor.get(), now).stream()
                        .map(one -> Choice.of(
                                one.id(), language.isChinese() || one.titleEn() == null ? one.title() : one.titleEn()))
                        .toList(),
                said,
                refusals));
    }

    private static ClaimDraft draft(ClaimView claim) {
        Map<String, String> figures = new HashMap<>();
        claim.figures()
                .forEach((name, figure) ->
                        figures.put(name, figure.stripTrailingZeros().toPlainString()));
        return new ClaimDraft(
                claim.quantity().amount().toPlainString() + " "
                        + claim.quantity().unit().nameZh(),
                claim.price()
                        .money()
                        .major()
                        .divide(claim.price().per().amount())
                        .stripTrailingZeros()
                        .toPlainString(),
                claim.price().basis().taxIncluded(),
                claim.price().basis().delivery().name(),
                claim.readyBy().toString(),
                claim.way().name(),
                claim.listing().map(Object::toString).orElse(""),
                claim.certificates(),
                claim.notes(),
                figures,
                claim.evidence().stream().map(one -> one.id().toString()).toList());
    }
}
