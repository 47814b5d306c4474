package org.muster.identity.web;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.web.AuthorizationTable.Route;
import org.muster.identity.web.Permission.Obstacle;
import org.muster.shell.Flash;
import org.muster.shell.Htmx;
import org.muster.shell.LocalPath;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;

/** Lets a request through when the table says so; no row, no answer. */
@Singleton
class Authorization {

    private static final Logger LOG = Logger.getLogger(Authorization.class);

    private final AuthorizationTable table;
    private final CurrentActor currentActor;
    private final RoutingContext request;
    private final Flash flash;
    private final Htmx htmx;
    private final boolean developing;

    Authorization(AuthorizationTable table, CurrentActor currentActor, RoutingContext request, Flash flash, Htmx htmx) {
        this.table = table;
        this.currentActor = currentActor;
        this.request = request;
        this.flash = flash;
        this.htmx = htmx;
        this.developing = ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("test");
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    @Nullable Response filter(ResourceInfo resource) {
        Optional<Route> route = Route.of(resource.getResourceClass(), resource.getResourceMethod());
        Optional<Permission> permission = route.flatMap(table::permission);
        if (permission.isEmpty()) {
            LOG.errorf(
                    "authorization.txt has no row for %s",
                    route.map(Route::toString).orElse("a method without a route"));
            throw new NotFound();
        }
        Actor actor = currentActor.get();
        Optional<Obstacle> obstacle = permission.get().obstacleFor(actor, developing);
        return obstacle.isPresent() ? answerTo(obstacle.get()) : null;
    }

    private Response answerTo(Obstacle obstacle) {
        return switch (obstacle) {
            case ABSENT -> throw new NotFound();
            case NOT_ALLOWED -> throw new ForbiddenException();
            case REGISTER_FIRST -> {
                flash.warn("shell:register_first");
                yield sendTo("/register");
            }
            case SIGN_IN_FIRST -> signIn();
        };
    }

    /** A page is come back to by itself. A form sent after the session ended cannot be repeated: back to its page, and say so. */
    private Response signIn() {
        boolean reading = request.request().method() == HttpMethod.GET
                || request.request().method() == HttpMethod.HEAD;
        if (request.request().path().startsWith("/api/") || reading && !htmx.isRequest()) {
            throw new UnauthorizedException();
        }
        if (!reading) {
            flash.warnAfterSignIn("shell:session_ended_unsaved");
        }
        return sendTo("/sign-in?to=" + URLEncoder.encode(pageOfForm(), StandardCharsets.UTF_8));
    }

    private String pageOfForm() {
        return referrer().orElseGet(() -> table.nearestPage(request.request().path()));
    }

    /** The page that the form or fragment was on, when the browser says so and it is one of ours. */
    private Optional<String> referrer() {
        String said = request.request().getHeader(htmx.isRequest() ? "HX-Current-URL" : "Referer");
        return Optional.ofNullable(said).flatMap(this::ownPath);
    }

    private Optional<String> ownPath(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getRawAuthority() == null || !uri.getRawAuthority().equals(authority())) {
                return Optional.empty();
            }
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return LocalPath.in(uri.getRawPath() + query)
                    .filter(path -> table.nearestPage(uri.getRawPath()).equals(uri.getRawPath()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private @Nullable String authority() {
        return request.request().authority() == null
                ? null
                : request.request().authority().toString();
    }

    /** htmx follows a redirect inside the page; it is told to move the whole page instead. */
    private Response sendTo(String path) {
        return htmx.isRequest() ? Response.ok().header("HX-Redirect", path).build() : Redirect.to(path);
    }
}
