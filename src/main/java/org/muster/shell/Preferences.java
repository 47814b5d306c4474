package org.muster.shell;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** The two things anybody may set, account or not; back to the page they were set on. */
@Path("/preferences")
class Preferences {

    private final Language language;
    private final Theme theme;

    Preferences(Language language, Theme theme) {
        this.language = language;
        this.theme = theme;
    }

    @POST
    @Path("/language")
    public Response language(@RestForm("language") String tag, @RestForm String to) {
        language.choose(tag == null ? "" : tag);
        return Redirect.to(LocalPath.orHome(to));
    }

    @POST
    @Path("/theme")
    public Response theme(@RestForm("theme") String name, @RestForm String to) {
        theme.choose(name == null ? "" : name);
        return Redirect.to(LocalPath.orHome(to));
    }
}
