package org.muster.notification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.notification.LetterLanguages;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;

/** The link at the foot of a mail: in which language its reader wants the next ones. */
@Path("/letters/{token}")
class LanguageResource {

    private static final String BOTH = "both";

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance language(LanguagePage view);

        private Templates() {}
    }

    record LanguagePage(String url, String address, String chosen, List<Choice> languages) {}

    private final LetterLanguages languages;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    LanguageResource(LetterLanguages languages, Language language, Flash flash, Clock clock) {
        this.languages = languages;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String token) {
        String address = languages.address(token).orElseThrow(NotFound::new);
        NotificationMessages words = language.messages(NotificationMessages.class);
        return Templates.language(new LanguagePage(
                "/letters/" + token,
                address,
                languages.of(address).map(Locale::getLanguage).orElse(BOTH),
                List.of(
                        new Choice(BOTH, words.language_both()),
                        new Choice("zh", words.language_zh()),
                        new Choice("en", words.language_en()))));
    }

    @POST
    public Response choose(@RestPath String token, @RestForm @DefaultValue("") String chosen) {
        String address = languages.address(token).orElseThrow(NotFound::new);
        languages.choose(
                address,
                switch (chosen) {
                    case "zh" -> Optional.of(Locale.CHINESE);
                    case "en" -> Optional.of(Locale.ENGLISH);
                    default -> Optional.empty();
                },
                clock.instant());
        flash.say("notification:language_kept");
        return Redirect.to("/letters/" + token);
    }
}
