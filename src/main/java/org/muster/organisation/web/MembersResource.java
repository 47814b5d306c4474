package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.identity.CurrentActor;
import org.muster.organisation.Colleagues;
import org.muster.organisation.Keepers;
import org.muster.organisation.OrganisationRegistry;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Who belongs to the organisation somebody acts for, as what, and who goes. */
@Path("/my/organisation")
class MembersResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance members(MembersPage view);
    }

    /**
     * @param keepers liaisons who keep its listings
     * @param choices liaisons whom an owner may let do so
     * @param until what was typed, or what is proposed
     * @param name typed to close the organisation
     * @param reason typed with it
     */
    record MembersPage(
            Colleagues colleagues,
            List<Keepers.Keeper> keepers,
            List<Choice> choices,
            String liaison,
            String until,
            String name,
            String reason,
            List<Refusal> refusals) {}

    private static final String MEMBERS = "/my/organisation/members";

    private final OrganisationRegistry registry;
    private final Keepers keepers;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    MembersResource(OrganisationRegistry registry, Keepers keepers, CurrentActor actor, Flash flash, Clock clock) {
        this.registry = registry;
        this.keepers = keepers;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    @Path("/members")
    public TemplateInstance show() {
        return page("", keepers.proposedUntil().toString(), List.of());
    }

    @POST
    @Path("/members/{person}/part")
    public Response part(@RestPath String person, @RestForm @DefaultValue("false") boolean owner) {
        return after(
                registry.makeOwner(actor.get(), OrganisationIds.person(person), owner, clock.instant()),
                owner ? "belonging:made_owner" : "belonging:made_colleague",
                MEMBERS);
    }

    @POST
    @Path("/members/{person}/remove")
    public Response remove(@RestPath String person) {
        return after(
                registry.removeMember(actor.get(), OrganisationIds.person(person), clock.instant()),
                "belonging:removed",
                MEMBERS);
    }

    @POST
    @Path("/leave")
    public Response leave() {
        return after(registry.leave(actor.get(), clock.instant()), "belonging:left", "/");
    }

    @POST
    @Path("/close")
    public Response close(@RestForm @DefaultValue("") String name, @RestForm @DefaultValue("") String reason) {
        return registry.close(actor.get(), name, reason, clock.instant())
                .fold(
                        done -> {
                            flash.say("closing:closed");
                            return Redirect.to("/");
                        },
                        refusals ->
                                Refused.page(page("", keepers.proposedUntil().toString(), name, reason, refusals)));
    }

    @POST
    @Path("/liaisons")
    public Response letIn(@RestForm @DefaultValue("") String liaison, @RestForm @DefaultValue("") String until) {
        return keepers.letIn(actor.get(), person(liaison), day(until), clock.instant())
                .fold(
                        done -> {
                            flash.say("belonging:keeper_let_in");
                            return Redirect.to(MEMBERS);
                        },
                        refusals -> Refused.page(page(liaison, until, refusals)));
    }

    @POST
    @Path("/liaisons/{person}/end")
    public Response end(@RestPath String person) {
        OrganisationId own = actor.get().organisation().orElseThrow(NotFound::new);
        return after(keepers.end(actor.get(), own, OrganisationIds.person(person)), "belonging:keeper_ended", MEMBERS);
    }

    private Response after(Outcome<?> outcome, String says, String next) {
        return outcome.fold(
                done -> {
                    flash.say(says);
                    return Redirect.to(next);
                },
                refusals -> Refused.page(page("", keepers.proposedUntil().toString(), refusals)));
    }

    private TemplateInstance page(String liaison, String until, List<Refusal> refusals) {
        return page(liaison, until, "", "", refusals);
    }

    private TemplateInstance page(String liaison, String until, String name, String reason, List<Refusal> refusals) {
        Colleagues colleagues = registry.colleagues(actor.get()).orElseThrow(NotFound::new);
        return Templates.members(new MembersPage(
                colleagues,
                keepers.of(actor.get()),
                keepers.choices(actor.get()).stream()
                        .map(choice -> new Choice(choice.person().toString(), choice.name() + " · " + choice.office()))
                        .toList(),
                liaison,
                until,
                name,
                reason,
                refusals));
    }

    private static Optional<PersonId> person(String text) {
        try {
            return Optional.of(PersonId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
