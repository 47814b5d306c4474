package org.muster.reservation.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reservation.Change;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimId;
import org.muster.reservation.HoldId;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.HoldView;
import org.muster.reservation.Reservations;
import org.muster.reservation.Smaller;
import org.muster.reservation.web.HoldJson.Amount;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Problem;

/**
 * Holding and what follows, for programs. Every change carries an {@code Idempotency-Key}: sent again with the same key, the same request
 * gets the same answer and is done once, whatever broke in between.
 */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
class HoldsApi {

    private static final String KEY = "Idempotency-Key";
    private static final int UNPROCESSABLE = 422;

    /** A request that may be granted another time: nothing is wrong with it, only with the moment. */
    private static final Set<String> NOT_NOW = Set.of(
            "reservation.busy",
            "reservation.changed_meanwhile",
            "reservation.not_enough",
            "reservation.not_enough_left",
            "reservation.not_enough_in_days",
            "reservation.not_enough_left_in_days",
            "reservation.not_free_then",
            "reservation.not_said_free",
            "reservation.supplier_silent",
            "reservation.taken",
            "reservation.taken_until",
            "reservation.too_many_holds");

    private static final List<String> STEPS = List.of("released_", "committed_", "consumed_", "reduced_", "extended_");

    /** @param until when it ends by itself; absent for the usual time */
    public record Order(
            @Nullable List<Wanted> claims,
            @Nullable Instant until,
            @Nullable String reason) {}

    /** Time for oneself ({@code from}, {@code to}), an amount ({@code quantity}), or an amount within days (all three). */
    public record Wanted(
            @Nullable UUID listing,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Amount quantity) {}

    public record Why(@Nullable String reason) {}

    /** @param claim which of them; may be absent when there is one only */
    public record Less(
            @Nullable UUID claim,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Amount quantity,
            @Nullable String reason) {}

    public record Longer(@Nullable Instant until, @Nullable String reason) {}

    private final Reservations reservations;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    HoldsApi(Reservations reservations, CurrentActor actor, Language language, Clock clock) {
        this.reservations = reservations;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Hold several things, all or none")
    public Response hold(@RestHeader(KEY) @Nullable String key, @Nullable Order order, UriInfo uri) {
        if (key == null || order == null) {
            return unusable(key, uri);
        }
        List<Refusal> wrong = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<Wanted> wanted = order.claims() == null ? List.of() : order.claims();
        for (int i = 0; i < wanted.size(); i++) {
            HoldJson.claim("claims." + i, wanted.get(i), wrong).ifPresent(claims::add);
        }
        if (!wrong.isEmpty()) {
            return refused(wrong, uri);
        }
        return reservations
                .hold(actor.get(), new HoldRequest(key, claims, order.until(), text(order.reason())), clock.instant())
                .fold(
                        hold -> Response.created(
                                        URI.create("/api/v1/holds/" + hold.id().value()))
                                .entity(HoldJson.of(hold))
                                .build(),
                        reasons -> refused(reasons, uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One hold, as far as it concerns whoever asks")
    public HoldJson show(@RestPath String id) {
        return reservations
                .hold(actor.get(), holdId(id), clock.instant())
                .map(HoldJson::of)
                .orElseThrow(NotFound::new);
    }

    @POST
    @Path("/{id}/release")
    @Operation(summary = "Give it back")
    public Response release(
            @RestPath String id, @RestHeader(KEY) @Nullable String key, @Nullable Why why, UriInfo uri) {
        return changed(id, key, why, uri, reservations::release);
    }

    @POST
    @Path("/{id}/commit")
    @Operation(summary = "Confirm it, as its supplier")
    public Response commit(@RestPath String id, @RestHeader(KEY) @Nullable String key, @Nullable Why why, UriInfo uri) {
        return changed(id, key, why, uri, reservations::commit);
    }

    @POST
    @Path("/{id}/consume")
    @Operation(summary = "Say that it was delivered or used")
    public Response consume(
            @RestPath String id, @RestHeader(KEY) @Nullable String key, @Nullable Why why, UriInfo uri) {
        return changed(id, key, why, uri, reservations::consume);
    }

    @POST
    @Path("/{id}/reduce")
    @Operation(summary = "Give back a part of one claim")
    public Response reduce(
            @RestPath String id, @RestHeader(KEY) @Nullable String key, @Nullable Less less, UriInfo uri) {
        HoldId hold = holdId(id);
        if (key == null || less == null) {
            return unusable(key, uri);
        }
        List<Refusal> wrong = new ArrayList<>();
        Actor asking = actor.get();
        Instant now = clock.instant();
        @Nullable ClaimId claim = less.claim() != null ? new ClaimId(less.claim()) : onlyClaim(asking, hold, now);
        if (claim == null) {
            wrong.add(Refusal.at("claim", "reservation.api_claim_missing"));
        }
        @Nullable Smaller smaller = HoldJson.smaller(less, wrong).orElse(null);
        if (claim == null || smaller == null) {
            return refused(wrong, uri);
        }
        return answer(
                reservations.reduce(asking, hold, claim, smaller, new Change(key, text(less.reason())), now), uri);
    }

    @POST
    @Path("/{id}/extend")
    @Operation(summary = "Hold it for longer")
    public Response extend(
            @RestPath String id, @RestHeader(KEY) @Nullable String key, @Nullable Longer longer, UriInfo uri) {
        HoldId hold = holdId(id);
        if (key == null || longer == null) {
            return unusable(key, uri);
        }
        if (longer.until() == null) {
            return refused(List.of(Refusal.at("until", "reservation.api_until_missing")), uri);
        }
        return answer(
                reservations.extend(
                        actor.get(), hold, longer.until(), new Change(key, text(longer.reason())), clock.instant()),
                uri);
    }

    private interface Step {
        Outcome<HoldView> take(Actor actor, HoldId hold, Change change, Instant now);
    }

    private Response changed(String id, @Nullable String key, @Nullable Why why, UriInfo uri, Step step) {
        HoldId hold = holdId(id);
        if (key == null) {
            return unusable(null, uri);
        }
        return answer(
                step.take(actor.get(), hold, new Change(key, why == null ? "" : text(why.reason())), clock.instant()),
                uri);
    }

    private @Nullable ClaimId onlyClaim(Actor asking, HoldId hold, Instant now) {
        return reservations
                .hold(asking, hold, now)
                .filter(view -> view.claims().size() == 1)
                .map(view -> view.claims().get(0).id())
                .orElse(null);
    }

    private Response answer(Outcome<HoldView> outcome, UriInfo uri) {
        return outcome.fold(hold -> Response.ok(HoldJson.of(hold)).build(), reasons -> refused(reasons, uri));
    }

    private Response unusable(@Nullable String key, UriInfo uri) {
        return Problem.refused(
                Response.Status.BAD_REQUEST.getStatusCode(),
                List.of(
                        key == null
                                ? Refusal.at(KEY, "reservation.api_key_missing")
                                : Refusal.of("reservation.api_body_missing")),
                language,
                uri.getPath());
    }

    private Response refused(List<Refusal> reasons, UriInfo uri) {
        return Problem.refused(status(reasons), reasons, language, uri.getPath());
    }

    private static int status(List<Refusal> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.key().equals("reservation.not_found"))) {
            return Response.Status.NOT_FOUND.getStatusCode();
        }
        return reasons.stream().allMatch(HoldsApi::isAboutNow)
                ? Response.Status.CONFLICT.getStatusCode()
                : UNPROCESSABLE;
    }

    private static boolean isAboutNow(Refusal reason) {
        String name = reason.key().substring(reason.key().indexOf('.') + 1);
        return NOT_NOW.contains(reason.key()) || STEPS.stream().anyMatch(name::startsWith);
    }

    private static HoldId holdId(String written) {
        try {
            return HoldId.of(written);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }
}
