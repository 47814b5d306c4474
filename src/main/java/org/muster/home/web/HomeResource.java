package org.muster.home.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The first page. */
@Path("/")
class HomeResource {

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return Templates.home();
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home();

        private Templates() {}
    }
}
