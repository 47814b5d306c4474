package org.muster.shell;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The token that proves a form was ours. An error page may come before the filter that makes it; then there is none, and no form. */
@Named("guard")
@RequestScoped
public class Guard {

    /** Where the filter of quarkus-rest-csrf leaves it. */
    private static final String LEFT_BY_FILTER = "csrf_token";

    private final CurrentVertxRequest request;
    private final String field;
    private final String header;

    Guard(
            CurrentVertxRequest request,
            @ConfigProperty(name = "quarkus.rest-csrf.form-field-name", defaultValue = "csrf-token") String field,
            @ConfigProperty(name = "quarkus.rest-csrf.token-header-name", defaultValue = "X-CSRF-TOKEN")
                    String header) {
        this.request = request;
        this.field = field;
        this.header = header;
    }

    public boolean isReady() {
        return token() != null;
    }

    public @Nullable String token() {
        RoutingContext context = request.getCurrent();
        return context == null ? null : context.get(LEFT_BY_FILTER);
    }

    public String field() {
        return field;
    }

    public String header() {
        return header;
    }
}
