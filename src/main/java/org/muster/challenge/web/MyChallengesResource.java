package org.muster.challenge.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.muster.challenge.Challenges;
import org.muster.challenge.ClaimView;
import org.muster.challenge.Claims;
import org.muster.challenge.Invitation;
import org.muster.challenge.Invitations;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.shell.Flash;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;

/** What one's organisation was invited to and what it claims. */
@Path("/my/challenges")
class MyChallengesResource {

    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance my_challenges(MyPage view);

        private Templates() {}
    }

    record Claimed(String url, ChallengeWords.Said title, ClaimView claim) {}

    record Invited(String url, ChallengeWords.Said title, Invitation invitation) {}

    record MyPage(List<Claimed> claims, List<Invited> invitations, boolean wantsInvitations) {}

    private final Challenges challenges;
    private final Claims claims;
    private final Invitations invitations;
    private final ChallengeWords words;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    MyChallengesResource(
            Challenges challenges,
            Claims claims,
            Invitations invitations,
            ChallengeWords words,
            CurrentActor actor,
            Flash flash,
            Clock clock) {
        this.challenges = challenges;
        this.claims = claims;
        this.invitations = invitations;
        this.words = words;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show() {
        Instant now = clock.instant();
        Actor viewer = actor.get();
        return Templates.my_challenges(new MyPage(
                claims.mine(viewer).stream()
                        .flatMap(claim -> challenges.byId(viewer, claim.challenge(), now).stream()
                                .map(challenge -> new Claimed(
                                        ChallengesResource.PATH + challenge.id() + "/claim",
                                        words.title(challenge),
                                        claim)))
                        .toList(),
                invitations.of(viewer, now).stream()
                        .flatMap(invitation -> challenges.byId(viewer, invitation.challenge(), now).stream()
                                .map(challenge -> new Invited(
                                        ChallengesResource.PATH + challenge.id(), words.title(challenge), invitation)))
                        .toList(),
                invitations.wantsInvitations(viewer)));
    }

    @POST
    @Path("/invitations")
    public Response want(@RestForm @DefaultValue("") String wanted) {
        boolean wants = wanted.equals("true");
        return invitations
                .wantInvitations(actor.get(), wants, clock.instant())
                .fold(
                        done -> {
                            flash.say(wants ? "challenge:invitations_on_now" : "challenge:invitations_off_now");
                            return Redirect.to("/my/challenges");
                        },
                        refusals -> {
                            throw new NotFound();
                        });
    }
}
