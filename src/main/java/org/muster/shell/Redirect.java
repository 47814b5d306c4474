package org.muster.shell;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where the browser goes after a form was taken: 303, so that a reload sends nothing twice. */
public final class Redirect {

    private static final int SEE_OTHER = 303;

    private Redirect() {}

    /** To a path of this site; anything else leads home. The location stays relative, whatever host name the visitor came by. */
    public static Response to(String path) {
        return Response.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, LocalPath.orHome(path))
                .build();
    }
}
