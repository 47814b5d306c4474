package org.muster.shell;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own cookies: never readable by scripts, never sent along from other sites' forms, only over TLS in production. */
@ApplicationScoped
class Cookies {

    @ConfigMapping(prefix = "muster.cookies")
    interface Config {
        /** Off only where there is no TLS: development and tests. */
        @WithDefault("true")
        boolean secure();

        /** Signs the sentence that survives a redirect; shared by all replicas. Without it each start makes its own. */
        Optional<String> key();
    }

    private final CurrentVertxRequest request;
    private final Config config;

    Cookies(CurrentVertxRequest request, Config config) {
        this.request = request;
        this.config = config;
    }

    Optional<String> read(String name) {
        RoutingContext context = request.getCurrent();
        Cookie cookie = context == null ? null : context.request().getCookie(name);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    void write(String name, String value, @Nullable Duration lifetime) {
        Cookie cookie = Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(config.secure());
        if (lifetime != null) {
            cookie.setMaxAge(lifetime.toSeconds());
        }
        request.getCurrent().response().addCookie(cookie);
    }

    void remove(String name) {
        write(name, "", Duration.ZERO);
    }
}
