package org.muster.organisation.web;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Registration;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Htmx;
import org.muster.shell.Language;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Registering an organisation: two minutes on a phone. */
@Path("/register")
class RegisterResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance register(RegisterPage view);

        static native TemplateInstance register$division(RegisterPage view);
    }

    /**
     * @param candidates the places to choose among, when the words fit several
     * @param derivedDivision what the words on products say the division is; empty when they say nothing
     */
    record RegisterPage(
            Registration typed,
            List<Refusal> refusals,
            List<Choice> candidates,
            List<Choice> divisions,
            String derivedDivision) {}

    private final OrganisationRegistry registry;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final DivisionNames divisions;
    private final Language language;
    private final Flash flash;
    private final Htmx htmx;
    private final Clock clock;

    RegisterResource(
            OrganisationRegistry registry,
            CurrentActor actor,
            PlaceNames places,
            DivisionNames divisions,
            Language language,
            Flash flash,
            Htmx htmx,
            Clock clock) {
        this.registry = registry;
        this.actor = actor;
        this.places = places;
        this.divisions = divisions;
        this.language = language;
        this.flash = flash;
        this.htmx = htmx;
        this.clock = clock;
    }

    /** The form; asked by htmx with what is being typed, only the division that it means. */
    @GET
    public TemplateInstance form(
            @RestQuery @DefaultValue("") String makes, @RestQuery @DefaultValue("") String division) {
        RegisterPage page = page(new Registration("", "", "", "", "", makes, division, ""), List.of());
        return htmx.isRequest() && "division-choice".equals(htmx.target())
                ? Templates.register$division(page)
                : Templates.register(page);
    }

    @POST
    public Response register(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String mobile,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String place,
            @RestForm @DefaultValue("") String placeCode,
            @RestForm @DefaultValue("") String makes,
            @RestForm @DefaultValue("") String division,
            @RestForm @DefaultValue("") String creditCode) {
        var typed = new Registration(name, mobile, email, place, placeCode, makes, division, creditCode);
        return registry.register(actor.get(), typed, clock.instant())
                .fold(
                        id -> {
                            flash.say("organisation:registered");
                            return Redirect.to("/my/organisation");
                        },
                        refusals -> Refused.page(Templates.register(page(typed, refusals))));
    }

    private RegisterPage page(Registration typed, List<Refusal> refusals) {
        Locale locale = language.locale();
        return new RegisterPage(
                typed,
                refusals,
                places.candidates(typed.place(), locale),
                divisions.choices(locale),
                divisions.full(registry.divisionOf(typed.makes()).orElse(null), locale));
    }
}
