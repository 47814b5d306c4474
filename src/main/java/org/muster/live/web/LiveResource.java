package org.muster.live.web;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.live.Live;
import org.muster.live.Message;
import org.muster.shared.PersonId;
import org.muster.shell.NotFound;

/**
 * {@code GET /live?topics=listing:…,listing:…&since=…}: events called {@code changed} whose data is the topic, and {@code at} as a sign of
 * life. Each carries as its id the position up to which everything was told; the browser sends it back when it reconnects.
 */
@Path("/live")
class LiveResource {

    private static final int FULL_SECONDS = 30;
    private static final int RECONNECT_MILLIS = 1_000;
    /** So that the pages of a replica that stopped do not all come back at once. */
    private static final int RECONNECT_SPREAD_MILLIS = 2_000;

    private final Live live;
    private final CurrentActor currentActor;

    LiveResource(Live live, CurrentActor currentActor) {
        this.live = live;
        this.currentActor = currentActor;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> follow(
            @RestQuery @Nullable String topics,
            @RestQuery @Nullable String since,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            RoutingContext request,
            @Context Sse sse) {
        if (topics == null || request.request().method() == HttpMethod.HEAD) {
            throw new NotFound();
        }
        Actor viewer = currentActor.get();
        Live.Answer answer = live.follow(
                viewer,
                viewer.person().map(PersonId::toString).orElseGet(() -> address(request)),
                Arrays.asList(topics.split(",", Live.TOPICS_AT_MOST + 1)),
                number(lastEventId).or(() -> number(since)).orElse(-1L),
                request.response()::reset);
        if (answer instanceof Live.Following following) {
            return RestMulti.fromMultiData(
                            Multi.createFrom().publisher(following.messages()).map(message -> event(message, sse)))
                    .header("Cache-Control", "no-store")
                    // A proxy that collects answers would keep changes back.
                    .header("X-Accel-Buffering", "no")
                    .build();
        }
        if (answer instanceof Live.NoRoom) {
            throw new ServiceUnavailableException((long) FULL_SECONDS);
        }
        throw new NotFound();
    }

    private static OutboundSseEvent event(Message message, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().id(Long.toString(message.position()));
        return message.changed()
                .map(topic -> event.name("changed").data(String.class, topic.toString()))
                .orElseGet(() -> event.name("at")
                        .reconnectDelay(
                                RECONNECT_MILLIS + ThreadLocalRandom.current().nextInt(RECONNECT_SPREAD_MILLIS))
                        .data(String.class, "."))
                .build();
    }

    private static String address(RoutingContext request) {
        return request.request().remoteAddress() == null
                ? ""
                : String.valueOf(request.request().remoteAddress().hostAddress());
    }

    private static Optional<Long> number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
