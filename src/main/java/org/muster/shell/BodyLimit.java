package org.muster.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What a request may bring. Forms and programs stay far below the usual limit and are cut off above it. Where people upload spreadsheets, one that
 * is far too large is taken in all the same and refused by the page, in words and with everything they typed: a browser whose upload is cut off
 * shows nothing but that the connection was lost.
 */
@Singleton
class BodyLimit {

    private static final int AFTER_THE_HEADERS = 9_000;
    private static final long USUAL = 16L * 1024 * 1024;

    /** Files go to the disk as they come in; {@code quarkus.http.limits.max-body-size} bounds them. */
    private static final String SPREADSHEETS = "/my/import";

    private static final int TOO_LARGE = 413;
    private static final int LENGTH_REQUIRED = 411;

    void add(@Observes Filters filters) {
        filters.register(BodyLimit::filter, AFTER_THE_HEADERS);
    }

    private static void filter(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (context.request().path().equals(SPREADSHEETS)) {
            context.next();
        } else if (length != null && length.length() < 19 && Long.parseLong(length) > USUAL) {
            refuse(context, TOO_LARGE);
        } else if (length == null && context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // Nobody knows how much will come.
            refuse(context, LENGTH_REQUIRED);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, int status) {
        context.response()
                .putHeader(HttpHeaders.CONNECTION, "close")
                .setStatusCode(status)
                .end()
                .onComplete(sent -> context.request().connection().close());
    }
}
