package org.muster.shell;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language and time zone this request is answered in: as chosen before, else as the browser asks, else Chinese and Beijing time. */
@RequestScoped
public class Language {

    static final Locale CHINESE = Locale.forLanguageTag("zh");
    static final Locale ENGLISH = Locale.ENGLISH;
    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final String COOKIE = "language";
    private static final String ZONE_COOKIE = "zone";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final CurrentVertxRequest request;
    private final Cookies cookies;
    private @Nullable Locale locale;
    private @Nullable ZoneId zone;

    Language(CurrentVertxRequest request, Cookies cookies) {
        this.request = request;
        this.cookies = cookies;
    }

    public Locale locale() {
        if (locale == null) {
            locale = cookies.read(COOKIE).flatMap(Language::spoken).orElseGet(this::asTheBrowserAsks);
        }
        return locale;
    }

    public ZoneId zone() {
        if (zone == null) {
            zone = cookies.read(ZONE_COOKIE).flatMap(Language::known).orElse(BEIJING);
        }
        return zone;
    }

    public boolean isChinese() {
        return locale().equals(CHINESE);
    }

    /** {@code zh} or {@code en}. */
    public String tag() {
        return locale().getLanguage();
    }

    /** A feature's messages in this language, for sentences made in Java: {@code language.messages(CatalogueMessages.class).published()}. */
    public <T> T messages(Class<T> bundle) {
        return messages(bundle, locale());
    }

    public static <T> T messages(Class<T> bundle, Locale locale) {
        return locale.equals(ENGLISH)
                ? MessageBundles.get(bundle, Localized.Literal.of(ENGLISH.getLanguage()))
                : MessageBundles.get(bundle);
    }

    void choose(String tag) {
        spoken(tag).ifPresent(chosen -> {
            locale = chosen;
            cookies.write(COOKIE, chosen.getLanguage(), REMEMBERED);
        });
    }

    private Locale asTheBrowserAsks() {
        RoutingContext context = request.getCurrent();
        List<LanguageHeader> asked = context == null ? List.of() : context.acceptableLanguages();
        return asked.stream()
                .flatMap(language -> spoken(language.tag().toLowerCase(Locale.ROOT)).stream())
                .findFirst()
                .orElse(CHINESE);
    }

    private static Optional<Locale> spoken(String tag) {
        return switch (tag) {
            case "zh" -> Optional.of(CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    private static Optional<ZoneId> known(String name) {
        try {
            return Optional.of(ZoneId.of(name.replace("%2F", "/")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
