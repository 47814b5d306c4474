package org.muster.identity.web;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    private final AuthorizationTable table;
    private final CurrentActor currentActor;
    private final RoutingContext request;
    private final Flash flash;
    private final Htmx htmx;
    private final boolean developing;
    private final String csrfHeader;

    Authorization(
            AuthorizationTable table,
            CurrentActor currentActor,
            RoutingContext request,
            Flash flash,
            Htmx htmx,
            @ConfigProperty(name = "quarkus.rest-csrf.token-header-name", defaultValue = "X-CSRF-TOKEN")
                    String csrfHeader) {
        this.table = table;
        this.currentActor = currentActor;
        this.request = request;
        this.flash = flash;
        this.htmx = htmx;
        this.csrfHeader = csrfHeader;
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
        if (isForgeable()) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (isForPrograms()) {
            return program(permission.get());
        }
        Actor actor = currentActor.get();
        Optional<Obstacle> obstacle = permission.get().obstacleFor(actor, developing);
        return obstacle.isPresent() ? answerTo(obstacle.get()) : null;
    }

    /**
     * A page of somebody else's could make a browser send this: it changes something, the browser adds the session's cookie by itself, and
     * it is no form, of which alone the token is checked. Programs send no cookie but a token of their own.
     */
    private boolean isForgeable() {
        boolean reading = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                .contains(request.request().method());
        String type = Objects.requireNonNullElse(request.request().getHeader(HttpHeaders.CONTENT_TYPE), "")
                .toLowerCase(Locale.ROOT);
        return !reading
                && !isForPrograms()
                && !request.request().headers().contains(csrfHeader)
                && !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)
                && !type.startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    private boolean isForPrograms() {
        return request.request().path().startsWith(API);
    }

    /** A program is told by the status alone; a session's cookie does not count as its token, or any page could speak in its name. */
    private @Nullable Response program(Permission permission) {
        String said = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean hasToken = said != null && said.regionMatches(true, 0, BEARER, 0, BEARER.length());
        Actor actor = hasToken ? currentActor.get() : Actor.visitor();
        return permission
                .obstacleFor(actor, developing)
                .map(obstacle -> switch (obstacle) {
                    case ABSENT -> Response.status(Response.Status.NOT_FOUND).build();
                    case NOT_ALLOWED, REGISTER_FIRST ->
                        Response.status(Response.Status.FORBIDDEN).build();
                    case SIGN_IN_FIRST ->
                        Response.status(Response.Status.UNAUTHORIZED)
                                .header(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip())
                                .build();
                })
                .orElse(null);
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
        if (reading && !htmx.isRequest()) {
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
