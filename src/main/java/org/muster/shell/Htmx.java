package org.muster.shell;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** Whether a fragment was asked for, and what to tell htmx beside it. A page never depends on it. */
@RequestScoped
public class Htmx {

    private final CurrentVertxRequest request;

    Htmx(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Asked by htmx for a part of the page, not for history's sake. */
    public boolean isRequest() {
        return "true".equals(header("HX-Request")) && !"true".equals(header("HX-History-Restore-Request"));
    }

    /** Asked by a part of a page that is shown, not by a link or form that htmx follows as a browser would. */
    public boolean isPart() {
        return isRequest() && !"true".equals(header("HX-Boosted"));
    }

    /** The id of the element that will take the answer, or nothing. */
    public String target() {
        return header("HX-Target");
    }

    /** An event that the page's script hears after the answer came. */
    public void trigger(String event) {
        request.getCurrent().response().putHeader("HX-Trigger", event);
    }

    /** The address that the browser shows from now on. */
    public void pushUrl(String path) {
        request.getCurrent().response().putHeader("HX-Push-Url", LocalPath.orHome(path));
    }

    private String header(String name) {
        RoutingContext context = request.getCurrent();
        String value = context == null ? null : context.request().getHeader(name);
        return value == null ? "" : value;
    }
}
