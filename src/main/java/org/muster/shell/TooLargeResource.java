package org.muster.shell;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Answers whoever has sent more than any page takes, once it has been read to its end; see {@link BodyLimit}. */
@Path(TooLargeResource.PATH)
class TooLargeResource {

    static final String PATH = "/too-large";

    @GET
    public Response tell() {
        throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
