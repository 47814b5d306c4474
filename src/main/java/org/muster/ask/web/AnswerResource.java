package org.muster.ask.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.ask.AnswerDraft;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.emergency.EmergencyDesk;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The link that suppliers answer by: one card on a telephone, no account. Opening it changes nothing and uses nothing up. */
@Path("/answers/{token}")
class AnswerResource {

    @CheckedTemplate(basePath = "ask")
    static class Templates {
        static native TemplateInstance answer(CardPage view);

        private Templates() {}
    }

    /** @param confirms whether name and digits are asked for */
    record CardPage(AskWords.Card card, String url, AskWords.Form form, boolean inbox, List<Refusal> refusals) {}

    private final Asks asks;
    private final AskWords words;
    private final Flash flash;
    private final Clock clock;

    AnswerResource(Asks asks, AskWords words, Flash flash, Clock clock) {
        this.asks = asks;
        this.words = words;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String token) {
        return page(token, AskWords.blank(), List.of());
    }

    @POST
    public Response answer(@RestPath String token, MultivaluedMap<String, String> fields) {
        AnswerDraft draft = AskWords.draft(fields);
        Instant now = clock.instant();
        boolean before = asks.card(token, now).orElseThrow(NotFound::new).said().isPresent();
        Outcome<AskView> outcome = asks.answer(token, draft, now);
        return outcome.fold(
                done -> {
                    if (before) {
                        flash.warn("ask:already");
                    } else {
                        flash.say("ask:thanks");
                    }
                    return Redirect.to("/answers/" + token);
                },
                refusals -> {
                    if (refusals.get(0).key().equals(EmergencyDesk.NOT_FOUND)) {
                        throw new NotFound();
                    }
                    return Refused.page(page(token, draft, refusals));
                });
    }

    private TemplateInstance page(String token, AnswerDraft draft, List<Refusal> refusals) {
        AskView ask = asks.card(token, clock.instant()).orElseThrow(NotFound::new);
        return Templates.answer(
                new CardPage(words.card(ask), "/answers/" + token, words.form(ask, draft), false, refusals));
    }
}
