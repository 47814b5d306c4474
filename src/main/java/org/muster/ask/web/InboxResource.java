package org.muster.ask.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.ask.AnswerDraft;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.identity.CurrentActor;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** What one's organisation was asked, and the same card for whoever is signed in. */
@Path("/my/inbox")
class InboxResource {

    @CheckedTemplate(basePath = "ask")
    static class Templates {
        static native TemplateInstance inbox(List<AskWords.Card> cards);

        private Templates() {}
    }

    private final Asks asks;
    private final AskWords words;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    InboxResource(Asks asks, AskWords words, CurrentActor actor, Flash flash, Clock clock) {
        this.asks = asks;
        this.words = words;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return Templates.inbox(asks.inbox(actor.get(), clock.instant()).stream()
                .map(words::card)
                .toList());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return page(Ids.read(id, UUID::fromString), AskWords.blank(), List.of());
    }

    @POST
    @Path("/{id}")
    public Response answer(@RestPath String id, MultivaluedMap<String, String> fields) {
        UUID ask = Ids.read(id, UUID::fromString);
        AskView known = asks.inInbox(actor.get(), ask, clock.instant()).orElseThrow(NotFound::new);
        AnswerDraft draft = AskWords.draft(fields);
        return asks.answer(actor.get(), ask, draft, clock.instant())
                .fold(
                        done -> {
                            if (known.said().isPresent()) {
                                flash.warn("ask:already");
                            } else {
                                flash.say("ask:thanks");
                            }
                            return Redirect.to("/my/inbox/" + ask);
                        },
                        refusals -> Refused.page(page(ask, draft, refusals)));
    }

    private TemplateInstance page(UUID id, AnswerDraft draft, List<Refusal> refusals) {
        AskView ask = asks.inInbox(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
        return AnswerResource.Templates.answer(new AnswerResource.CardPage(
                words.card(ask), "/my/inbox/" + id, words.form(ask, draft), true, refusals));
    }
}
