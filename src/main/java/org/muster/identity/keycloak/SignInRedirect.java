package org.muster.identity.keycloak;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Keycloak speaks the language chosen here, and shows the registration to whoever came to register. */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInRedirect implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        HttpServerRequest request = redirect.routingContext().request();
        if (request.path().equals("/sign-up")) {
            redirect.additionalQueryParams().set("prompt", "create");
        }
        Cookie language = request.getCookie("language");
        if (language != null) {
            redirect.additionalQueryParams()
                    .set("ui_locales", language.getValue().equals("en") ? "en" : "zh-CN");
        }
    }
}
