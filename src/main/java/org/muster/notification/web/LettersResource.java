package org.muster.notification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.notification.Delivery;
import org.muster.notification.DeliveryState;
import org.muster.notification.LetterLanguages;
import org.muster.notification.MailDeliveries;
import org.muster.notification.MailSettings;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;

/** What became of the letters that go by mail, for operators, and another try for those that were not taken. */
@Path("/admin/letters")
class LettersResource {

    private static final String PATH = "/admin/letters";
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance letters(LettersPage view);

        private Templates() {}
    }

    /** @param server what letters are handed to; empty where none is set */
    record LettersPage(String server, String state, List<Choice> states, List<Line> lines, Pager pager) {}

    /**
     * @param language where its reader chooses the language
     * @param again where it is tried again; empty where it may not be
     * @param next whether another try comes by itself
     */
    record Line(
            Delivery delivery,
            String subject,
            String word,
            String tone,
            String icon,
            String language,
            String again,
            boolean next) {}

    private final MailDeliveries deliveries;
    private final LetterLanguages languages;
    private final MailSettings settings;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    LettersResource(
            MailDeliveries deliveries,
            LetterLanguages languages,
            MailSettings settings,
            Language language,
            Flash flash,
            Clock clock) {
        this.deliveries = deliveries;
        this.languages = languages;
        this.settings = settings;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String state, @RestQuery @DefaultValue("1") int page) {
        Optional<DeliveryState> only = state(state);
        String asked = only.map(Enum::name).orElse("");
        long total = deliveries.count(only);
        int last = (int) Math.max(1, (total + ROWS - 1) / ROWS);
        int at = Math.min(Math.max(page, 1), last);
        NotificationMessages words = language.messages(NotificationMessages.class);
        return Templates.letters(new LettersPage(
                settings.host().map(host -> host + ":" + settings.port()).orElse(""),
                asked,
                Arrays.stream(DeliveryState.values())
                        .map(one -> Choice.of(one, words.delivery(one)))
                        .toList(),
                deliveries.latest(only, (at - 1) * ROWS, ROWS).stream()
                        .map(one -> line(one, words))
                        .toList(),
                new Pager(at, ROWS, total, number -> PATH + "?state=" + asked + "&page=" + number)));
    }

    @POST
    @Path("/{id}/again")
    public Response again(@RestPath String id, @RestForm @DefaultValue("") String state) {
        UUID letter = Ids.read(id, UUID::fromString);
        Delivery known = deliveries.byId(letter).orElseThrow(NotFound::new);
        if (!settings.sends()) {
            flash.warn("notification:again_no_server");
        } else if (!deliveries.again(known.message().id(), clock.instant())) {
            flash.warn("notification:again_not");
        } else {
            flash.say("notification:again_soon");
        }
        return Redirect.to(PATH + state(state).map(one -> "?state=" + one).orElse(""));
    }

    private static Optional<DeliveryState> state(String name) {
        return Arrays.stream(DeliveryState.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private Line line(Delivery one, NotificationMessages words) {
        return new Line(
                one,
                language.isChinese() ? one.message().subjectZh() : one.message().subjectEn(),
                words.delivery(one.state()),
                switch (one.state()) {
                    case SENT -> "green";
                    case WAITING -> "amber";
                    case REFUSED, GIVEN_UP -> "red";
                    case KEPT, LAPSED -> "grey";
                },
                switch (one.state()) {
                    case SENT -> "check";
                    case WAITING -> "clock";
                    case REFUSED, GIVEN_UP -> "alert";
                    case KEPT, LAPSED -> "mail";
                },
                "/letters/" + languages.token(one.message().id()),
                settings.sends() && one.state().again()
                        ? PATH + "/" + one.message().id() + "/again"
                        : "",
                one.state() == DeliveryState.WAITING && one.attempts() > 0);
    }
}
