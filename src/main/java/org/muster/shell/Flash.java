package org.muster.shell;

import io.quarkus.qute.Engine;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One sentence that survives one redirect, in a signed cookie that lives a minute; no session on the server. */
@Named("flash")
@RequestScoped
public class Flash {

    /** What is said, and whether it is good news. */
    public record Sentence(String text, boolean good) {}

    private static final String COOKIE = "flash";
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    /** Long enough to find one's password. */
    private static final Duration LIFETIME_OVER_SIGN_IN = Duration.ofMinutes(15);

    private static final Pattern KEY = Pattern.compile("[a-z]+:[a-z_0-9]+");

    private final Cookies cookies;
    private final Seal seal;
    private final Engine engine;
    private final Language language;
    private final CurrentVertxRequest request;
    private final Htmx htmx;
    private @Nullable String waiting;

    Flash(Cookies cookies, Seal seal, Engine engine, Language language, CurrentVertxRequest request, Htmx htmx) {
        this.cookies = cookies;
        this.seal = seal;
        this.engine = engine;
        this.language = language;
        this.request = request;
        this.htmx = htmx;
    }

    /** Good news: a message key such as {@code catalogue:published} (said in the language of the next page), or a sentence. */
    public void say(String keyOrText) {
        keep('+', keyOrText, LIFETIME);
    }

    /** Something to mind, such as a session that had ended. */
    public void warn(String keyOrText) {
        keep('!', keyOrText, LIFETIME);
    }

    /** Something to mind once the visitor has signed in again. */
    public void warnAfterSignIn(String keyOrText) {
        keep('!', keyOrText, LIFETIME_OVER_SIGN_IN);
    }

    /** What the page before had to say; asking takes it away. A part of a page that is fetched anew has no page before, and leaves it to the next page. */
    public Optional<Sentence> take() {
        if (request.getCurrent() == null || htmx.isPart()) {
            return Optional.empty();
        }
        if (waiting == null) {
            Optional<String> sealed = cookies.read(COOKIE);
            waiting = sealed.flatMap(seal::open).orElse("");
            if (sealed.isPresent() && !request.getCurrent().response().headWritten()) {
                cookies.remove(COOKIE);
            }
        }
        if (waiting.length() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Sentence(inWords(waiting.substring(1)), waiting.charAt(0) == '+'));
    }

    private void keep(char tone, String keyOrText, Duration lifetime) {
        cookies.write(COOKIE, seal.close(tone + keyOrText), lifetime);
    }

    private String inWords(String keyOrText) {
        return KEY.matcher(keyOrText).matches()
                ? engine.parse("{" + keyOrText + "}")
                        .instance()
                        .setLocale(language.locale())
                        .render()
                : keyOrText;
    }
}
