package org.muster.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request may bring. Forms and programs stay far below the usual limit and are cut off above it. Where people upload files, one that is far
 * too large is taken in all the same and refused by the page, in words and with everything they typed: a browser whose upload is cut off shows
 * nothing but that the connection was lost. What is larger still is read to its end and thrown away, and then answered by a page that says so.
 *
 * <p>A request that only asks brings nothing, whatever its headers say: a client that keeps the headers of a form while it follows the redirect would
 * have the page look for a form that is not there.
 */
@Singleton
class BodyLimit {

    private static final int AFTER_THE_HEADERS = 9_000;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long USUAL = 16 * MEGABYTE;

    /** Files go to the disk as they come in. Not above {@code quarkus.http.limits.max-body-size}. */
    private static final long SPREADSHEET = 256 * MEGABYTE;

    private static final long DOCUMENT = 64 * MEGABYTE;

    /** Nobody waits longer than that for being told. */
    private static final long READ_TO_ITS_END = 1024 * MEGABYTE;

    private static final Pattern SPREADSHEETS = Pattern.compile("/my/import");
    private static final Pattern DOCUMENTS =
            Pattern.compile("/my/certificates/[^/]+|/my/listings/[^/]+/photos|/organisations/[^/]+/claim");
    private static final Set<HttpMethod> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final int TOO_LARGE = 413;
    private static final int LENGTH_REQUIRED = 411;

    void add(@Observes Filters filters) {
        filters.register(BodyLimit::filter, AFTER_THE_HEADERS);
    }

    private static void filter(RoutingContext context) {
        if (ASKING.contains(context.request().method())) {
            context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        long length = length(context);
        if (length > most(context)) {
            if (isForm(context) && length <= READ_TO_ITS_END) {
                readAndAnswer(context);
            } else {
                refuse(context, TOO_LARGE);
            }
        } else if (length < 0
                && context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                && !isList(context)) {
            // Nobody knows how much will come.
            refuse(context, LENGTH_REQUIRED);
        } else {
            context.next();
        }
    }

    /** As stated; below zero when nothing is. A number of more digits than there are bytes in the world is as large as can be. */
    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("\\d+")) {
            return -1;
        }
        return length.length() < 19 ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private static long most(RoutingContext context) {
        return isList(context)
                ? SPREADSHEET
                : DOCUMENTS.matcher(context.request().path()).matches() && isForm(context) ? DOCUMENT : USUAL;
    }

    private static boolean isList(RoutingContext context) {
        return SPREADSHEETS.matcher(context.request().path()).matches();
    }

    private static boolean isForm(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** A browser looks for the answer when it has sent everything, not before. */
    private static void readAndAnswer(RoutingContext context) {
        context.request().handler(thrownAway -> {});
        context.request().endHandler(end -> {
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.CONTENT_TYPE);
            context.reroute(HttpMethod.GET, TooLargeResource.PATH);
        });
    }

    private static void refuse(RoutingContext context, int status) {
        context.response()
                .putHeader(HttpHeaders.CONNECTION, "close")
                .setStatusCode(status)
                .end()
                .onComplete(sent -> context.request().connection().close());
    }
}
