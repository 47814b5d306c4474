package org.muster.shell;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** A form that was refused: the same page again with every reason and all input kept. */
public final class Refused {

    private static final int UNPROCESSABLE = 422;

    private Refused() {}

    public static Response page(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
