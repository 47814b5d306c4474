package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.RollAnswerDraft;
import org.muster.emergency.RollDesk;
import org.muster.emergency.RollQuestion;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The short link of a roll call: one card, five questions, no account. Opening it changes nothing and uses nothing up. */
@Path("/r/{token}")
class RollAnswerResource {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance roll_answer(AnswerPage view);

        private Templates() {}
    }

    /** @param today what was answered today already; blank for nothing */
    record AnswerPage(
            RollQuestion question,
            String url,
            String product,
            String today,
            RollWords.Form form,
            List<Refusal> refusals) {}

    private final RollDesk desk;
    private final RollWords words;
    private final Flash flash;
    private final Clock clock;

    RollAnswerResource(RollDesk desk, RollWords words, Flash flash, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance ask(@RestPath String token) {
        return page(token, RollWords.blank(), List.of());
    }

    @POST
    public Response answer(@RestPath String token, MultivaluedMap<String, String> fields) {
        RollAnswerDraft draft = RollForms.draft(fields);
        return desk.answer(token, draft, clock.instant())
                .fold(
                        answer -> {
                            flash.say("roll:thanks");
                            return Redirect.to("/r/" + token);
                        },
                        refusals -> {
                            if (refusals.get(0).key().equals(EmergencyDesk.NOT_FOUND)) {
                                throw new NotFound();
                            }
                            return Refused.page(page(token, draft, refusals));
                        });
    }

    private TemplateInstance page(String token, RollAnswerDraft draft, List<Refusal> refusals) {
        RollQuestion question = desk.question(token, clock.instant()).orElseThrow(NotFound::new);
        return Templates.roll_answer(new AnswerPage(
                question,
                "/r/" + token,
                words.product(question.productKey()),
                question.today()
                        .map(one -> words.summary(one) + " · " + words.by(one))
                        .orElse(""),
                words.form(draft, question.unit()),
                refusals));
    }
}
