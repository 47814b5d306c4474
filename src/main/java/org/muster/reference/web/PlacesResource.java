package org.muster.reference.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shell.Htmx;
import org.muster.shell.Language;

/** What a place is called in full: options for a form that is being typed into, and a page of its own for everybody else. */
@Path("/places")
class PlacesResource {

    private static final int SUGGESTED = 12;
    private static final int LONGEST = 60;

    record Suggestion(String code, String wholeName, Level level) {}

    record PlacesPage(String typed, List<Suggestion> suggestions) {
        public boolean asked() {
            return !typed.isBlank();
        }
    }

    private final Places places;
    private final Language language;
    private final Htmx htmx;

    PlacesResource(Places places, Language language, Htmx htmx) {
        this.places = places;
        this.language = language;
        this.htmx = htmx;
    }

    /** @param place the same question, under the name that a form's field has */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance places(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("") String place) {
        String whole = q.isBlank() ? place : q;
        String typed = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        Locale locale = language.locale();
        List<Suggestion> suggestions = places.suggestions(typed, SUGGESTED).stream()
                .map(one -> suggestion(one, locale))
                .toList();
        PlacesPage view = new PlacesPage(typed, suggestions);
        return htmx.isRequest() ? Templates.places$options(view) : Templates.places(view);
    }

    private Suggestion suggestion(Place place, Locale locale) {
        return new Suggestion(place.code(), places.wholeName(place, locale), place.level());
    }

    @CheckedTemplate(basePath = "reference")
    static class Templates {
        static native TemplateInstance places(PlacesPage view);

        static native TemplateInstance places$options(PlacesPage view);

        private Templates() {}
    }
}
