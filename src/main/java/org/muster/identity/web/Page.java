package org.muster.identity.web;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Membership;
import org.muster.identity.Role;
import org.muster.shell.Language;
import org.muster.shell.LocalPath;
import org.muster.shell.Theme;

/** What every template may ask of the page it stands on: {@code {cdi:page.signedIn}}. */
@Named("page")
@RequestScoped
public class Page {

    private final CurrentVertxRequest request;
    private final CurrentActor actor;
    private final Language language;
    private final Theme theme;

    Page(CurrentVertxRequest request, CurrentActor actor, Language language, Theme theme) {
        this.request = request;
        this.actor = actor;
        this.language = language;
        this.theme = theme;
    }

    public boolean isSignedIn() {
        return asking().isSignedIn();
    }

    public String personName() {
        return asking().name();
    }

    /** The organisation acted for, or nothing. */
    public String organisationName() {
        return memberships().stream()
                .filter(membership -> asking().actsFor(membership.organisation()))
                .map(Membership::organisationName)
                .findFirst()
                .orElse("");
    }

    /** Those that the person belongs to and does not act for now. */
    public List<Membership> otherOrganisations() {
        return memberships().stream()
                .filter(membership -> !asking().actsFor(membership.organisation()))
                .toList();
    }

    public boolean isMember() {
        return asking().is(Role.MEMBER);
    }

    /** Keeps the listings of the organisation acted for, on its behalf. */
    public boolean isKeeper() {
        return asking().is(Role.KEEPER);
    }

    public boolean isLiaison() {
        return asking().is(Role.LIAISON) || isOperator();
    }

    public boolean isCoordinator() {
        return asking().is(Role.COORDINATOR) || isOperator();
    }

    public boolean isOperator() {
        return asking().is(Role.OPERATOR);
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        return language.tag();
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String theme() {
        return theme.name();
    }

    /** Where the visitor is, with the query, to come back to; a page that answered a form is reached by its own address. */
    public String path() {
        RoutingContext context = request.getCurrent();
        if (context == null) {
            return "/";
        }
        boolean read = context.request().method() == HttpMethod.GET
                || context.request().method() == HttpMethod.HEAD;
        return LocalPath.orHome(
                read ? context.request().uri() : context.request().path());
    }

    public boolean at(String section) {
        String here = request.getCurrent() == null
                ? ""
                : request.getCurrent().request().path();
        return here.equals(section) || here.startsWith(section + "/");
    }

    /** Home and search have a large box of their own. */
    public boolean isSearchInHeader() {
        return !at("/search") && !path().equals("/") && !path().startsWith("/?");
    }

    public String signInUrl() {
        return "/sign-in?to=" + URLEncoder.encode(path(), StandardCharsets.UTF_8);
    }

    public boolean isDevProfile() {
        return ConfigUtils.isProfileActive("dev");
    }

    private Actor asking() {
        return request.getCurrent() == null ? Actor.visitor() : actor.get();
    }

    private List<Membership> memberships() {
        return actor.memberships();
    }
}
