package org.muster.shell;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer tells the browser it may not do. Quarkus' own pages of development, under /q, write scripts inline and are left out. */
@Singleton
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = 10_000;

    private final String policy;
    private final boolean overTls;

    /** @param identityProvider where a form that finds its session ended is led on to; browsers check form-action along redirects too */
    SecurityHeaders(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> identityProvider,
            Cookies.Config cookies) {
        String signIn = identityProvider
                .map(url -> " " + url.getScheme() + "://" + url.getRawAuthority())
                .orElse("");
        this.policy =
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                        + signIn;
        this.overTls = cookies.secure();
    }

    void add(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_EVERYTHING);
    }

    private void filter(RoutingContext context) {
        boolean ownPagesOfQuarkus = context.request().path().startsWith("/q/") && ConfigUtils.isProfileActive("dev");
        if (!ownPagesOfQuarkus) {
            MultiMap headers = context.response().headers();
            headers.set("Content-Security-Policy", policy);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "same-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()");
            if (overTls) {
                headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            }
        }
        context.next();
    }
}
