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
import org.muster.emergency.EmergencyNotice;
import org.muster.emergency.NeedDesk;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The form by which institutions say what they need, without an account. */
@Path("/emergencies/{id}/ask")
class AskResource {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance ask(AskPage view);

        private Templates() {}
    }

    record AskPage(EmergencyNotice notice, String url, NeedForm form, List<Choice> units, List<Refusal> refusals) {}

    private final EmergencyDesk emergencies;
    private final NeedDesk desk;
    private final NeedRows words;
    private final Flash flash;
    private final Clock clock;

    AskResource(EmergencyDesk emergencies, NeedDesk desk, NeedRows words, Flash flash, Clock clock) {
        this.emergencies = emergencies;
        this.desk = desk;
        this.words = words;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance form(@RestPath String id) {
        return form(notice(id), NeedForm.blank(), List.of());
    }

    @POST
    public Response ask(@RestPath String id, MultivaluedMap<String, String> fields) {
        EmergencyNotice notice = notice(id);
        NeedForm form = NeedForm.of(fields);
        return desk.ask(notice.id(), form.written(), clock.instant())
                .fold(
                        taken -> {
                            flash.say("needs:asked");
                            return Redirect.to("/emergencies/" + notice.id() + "/ask");
                        },
                        refusals -> Refused.page(form(notice, form, refusals)));
    }

    private EmergencyNotice notice(String id) {
        return emergencies.notice(Heads.id(id)).filter(EmergencyNotice::open).orElseThrow(NotFound::new);
    }

    private TemplateInstance form(EmergencyNotice notice, NeedForm form, List<Refusal> refusals) {
        return Templates.ask(
                new AskPage(notice, "/emergencies/" + notice.id() + "/ask", form, words.units(), refusals));
    }
}
