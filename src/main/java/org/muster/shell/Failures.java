package org.muster.shell;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationCompletionException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The only exception mappers. Whatever went wrong becomes a friendly page, or a problem (RFC 9457) for a program, with a reference that
 * is in the log; what the exception says stays in the log.
 */
@Singleton
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int REFERENCE_LENGTH = 8;
    /** Classes and states of SQL, as PostgreSQL uses them. */
    private static final String CONNECTION_LOST = "08";

    private static final String GOING_DOWN = "57P0";
    private static final String NO_CONNECTION_LEFT = "53300";
    private static final String READER_OF_FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final int FRAMES_OF_THE_READER = 3;
    private static final int ASK_AGAIN_AFTER_SECONDS = 10;
    private static final String HTML = "text/html;charset=UTF-8";

    private final SecureRandom random = new SecureRandom();
    private final Language language;
    private final Flash flash;

    Failures(Language language, Flash flash) {
        this.language = language;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance failure(FailureView view);

        static native TemplateInstance failure_bare(FailureView view);

        private Templates() {}
    }

    /** @param reference what to tell the operator, who finds it in the log */
    record FailureView(FailureKind kind, int status, String reference) {}

    @ServerExceptionMapper
    Uni<Response> notFound(NotFound missing, RoutingContext request) {
        return answer(FailureKind.NOT_FOUND, 404, request, null);
    }

    @ServerExceptionMapper
    Uni<Response> changedMeanwhile(OptimisticLockException conflict, RoutingContext request) {
        return answer(FailureKind.CONFLICT, 409, request, null);
    }

    @ServerExceptionMapper
    Uni<Response> refusedByTheFramework(WebApplicationException refused, RoutingContext request) {
        Response response = refused.getResponse();
        if (response.getStatus() < 400) {
            return Uni.createFrom().item(response);
        }
        FailureKind kind = FailureKind.of(response.getStatus());
        return answer(kind, response.getStatus(), request, kind == FailureKind.BROKEN ? refused : null);
    }

    /** Left the sign-in page open too long, or came back to it by the back button: nothing to be frightened of. */
    @ServerExceptionMapper
    Response signInUnfinished(AuthenticationCompletionException unfinished) {
        flash.warn("shell:sign_in_unfinished");
        return Redirect.to("/");
    }

    @ServerExceptionMapper
    Uni<Response> surprise(Throwable surprise, RoutingContext request) {
        for (Throwable cause = surprise; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return answer(FailureKind.CONFLICT, 409, request, null);
            }
            if (cause instanceof SQLException sql && isAway(sql)) {
                return answer(FailureKind.UNAVAILABLE, 503, request, surprise);
            }
            if (cause instanceof IOException && isOfTheForm(cause)) {
                return answer(FailureKind.BAD_REQUEST, 400, request, null);
            }
        }
        return answer(FailureKind.BROKEN, 500, request, surprise);
    }

    /** What was sent as a form with files is none, or ends in the middle. */
    private static boolean isOfTheForm(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .limit(FRAMES_OF_THE_READER)
                .anyMatch(frame -> frame.getClassName().startsWith(READER_OF_FORMS));
    }

    /** The database cannot be reached, goes down, or has no connection left: nothing is wrong with what was asked. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            String said = failure.getMessage();
            return said != null && said.toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return state.startsWith(CONNECTION_LOST) || state.startsWith(GOING_DOWN) || state.equals(NO_CONNECTION_LEFT);
    }

    /** A refusal that came without words, such as a form without its token. */
    @ServerResponseFilter
    Uni<Void> wordless(ContainerRequestContext asked, ContainerResponseContext answer, RoutingContext request) {
        if (answer.getStatus() < 400 || answer.hasEntity() || asked.getMethod().equals("HEAD")) {
            return Uni.createFrom().voidItem();
        }
        boolean form = answer.getStatus() == 400 && asked.getMethod().equals("POST") && !isForPrograms(request);
        FailureKind kind = form ? FailureKind.STALE_FORM : FailureKind.of(answer.getStatus());
        return answer(kind, answer.getStatus(), request, null).onItem().transformToUni(words -> {
            answer.setEntity(words.getEntity());
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, words.getHeaderString(HttpHeaders.CONTENT_TYPE));
            return Uni.createFrom().voidItem();
        });
    }

    /** An unknown address is answered on a thread that must not wait, and the page's header asks the database who is signed in. */
    private Uni<Response> answer(FailureKind kind, int status, RoutingContext request, @Nullable Throwable cause) {
        FailureView view = new FailureView(kind, status, reference());
        log(view, request, cause);
        if (kind == FailureKind.UNAVAILABLE) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ASK_AGAIN_AFTER_SECONDS));
        }
        if (wantsProblem(request)) {
            return Uni.createFrom().item(problem(view, request));
        }
        return BlockingOperationControl.isBlockingAllowed()
                ? Uni.createFrom().item(page(view))
                : Uni.createFrom().item(() -> page(view)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response page(FailureView view) {
        String html;
        try {
            html = Templates.failure(view).render();
        } catch (RuntimeException theHeaderIsBrokenToo) {
            LOG.warnf(theHeaderIsBrokenToo, "Reference %s: no page could be made either", view.reference());
            html = Templates.failure_bare(view).render();
        }
        return Response.status(view.status())
                .entity(html)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .build();
    }

    private Response problem(FailureView view, RoutingContext request) {
        ShellMessages words = language.messages(ShellMessages.class);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", words.failure_title(view.kind()));
        problem.put("status", view.status());
        problem.put("detail", words.failure_text(view.kind()));
        problem.put("instance", request.request().path());
        problem.put("reference", view.reference());
        return Response.status(view.status()).entity(problem).type(Problem.TYPE).build();
    }

    private static void log(FailureView view, RoutingContext request, @Nullable Throwable cause) {
        String where =
                request.request().method() + " " + request.request().path().replaceAll("\\p{Cntrl}", "?");
        if (cause != null) {
            LOG.errorf(cause, "Reference %s: %s failed", view.reference(), where);
        } else {
            LOG.infof("Reference %s: %s answered %d", view.reference(), where, view.status());
        }
    }

    private static boolean wantsProblem(RoutingContext request) {
        if (isForPrograms(request)) {
            return true;
        }
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && !accept.contains(MediaType.TEXT_HTML)
                && accept.toLowerCase(Locale.ROOT).contains("json");
    }

    private static boolean isForPrograms(RoutingContext request) {
        return request.request().path().startsWith("/api/");
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
