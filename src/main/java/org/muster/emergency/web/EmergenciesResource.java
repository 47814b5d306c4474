package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.emergency.Declaration;
import org.muster.emergency.EmergencyChange;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyKind;
import org.muster.emergency.EmergencyNotice;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Scenario;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The list of emergencies, the declaration, and the overview of one; what was published everybody may read. */
@Path("/emergencies")
class EmergenciesResource {

    private static final String PATH = "/emergencies/";

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance emergencies(ListPage view);

        static native TemplateInstance declare(DeclarePage view);

        static native TemplateInstance edit(EditPage view);

        static native TemplateInstance overview(OverviewPage view);

        static native TemplateInstance notice(NoticePage view);

        private Templates() {}
    }

    record Line(
            String url,
            String name,
            EmergencyKind kind,
            String areas,
            String authority,
            Instant startsAt,
            boolean open,
            boolean published) {}

    record ScenarioRow(String url, String name, String about) {}

    record ListPage(boolean coordinator, List<Line> lines, List<ScenarioRow> scenarios) {}

    record EditPage(Head head, EmergencyChange form, List<DeputyRow> deputies, String url, List<Refusal> refusals) {}

    record DeputyRow(int number, String nameField, String mobileField, String name, String mobile) {}

    record DeclarePage(
            Declaration form,
            List<DeputyRow> deputies,
            List<Choice> kinds,
            String zone,
            String usualRule,
            boolean drill,
            List<Refusal> refusals) {}

    record AreaRow(String field, String name, String typed, int priority) {}

    record OverviewPage(
            Head head,
            EmergencyView emergency,
            List<AreaRow> areas,
            long answerHours,
            long remindMinutes,
            String formUrl,
            String arbiter,
            String reason,
            List<Refusal> refusals) {}

    record NoticePage(EmergencyNotice notice, List<AreaRow> areas) {}

    private final EmergencyDesk desk;
    private final Instance<Scenario> scenarios;
    private final Places places;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    EmergenciesResource(
            EmergencyDesk desk,
            @Any Instance<Scenario> scenarios,
            Places places,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.desk = desk;
        this.scenarios = scenarios;
        this.places = places;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        Actor viewer = actor.get();
        return Templates.emergencies(new ListPage(
                EmergencyDesk.mayRun(viewer),
                desk.list(viewer).stream()
                        .map(one -> new Line(
                                PATH + one.id(),
                                one.name(),
                                one.kind(),
                                heads.areas(one.areas()),
                                one.authority(),
                                one.startsAt(),
                                one.open(),
                                one.isPublished()))
                        .toList(),
                EmergencyDesk.mayRun(viewer) ? scenarios() : List.of()));
    }

    private List<ScenarioRow> scenarios() {
        return scenarios.stream()
                .map(one -> new ScenarioRow(
                        PATH + "scenarios/" + one.key(),
                        language.isChinese() ? one.nameZh() : one.nameEn(),
                        language.isChinese() ? one.aboutZh() : one.aboutEn()))
                .toList();
    }

    @POST
    @Path("/scenarios/{key}")
    public Response scenario(@RestPath String key, @RestForm @DefaultValue("false") boolean drill) {
        Scenario scenario = scenarios.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
        return done(
                scenario.declare(actor.get(), drill, language.zone(), clock.instant()), "emergency:scenario_declared");
    }

    @GET
    @Path("/new")
    public TemplateInstance form() {
        return declare(DeclarationForm.blank(actor.get().name()), false, List.of());
    }

    @POST
    @Path("/new")
    public Response declare(MultivaluedMap<String, String> fields) {
        Declaration typed = new DeclarationForm(fields).typed();
        String usualRule = language.messages(EmergencyMessages.class).usual_rule();
        boolean drill = "true".equals(fields.getFirst("drill"));
        Outcome<EmergencyId> declared = drill
                ? desk.declareDrill(actor.get(), typed, usualRule, language.zone(), clock.instant())
                : desk.declare(actor.get(), typed, usualRule, language.zone(), clock.instant());
        return declared.fold(
                id -> {
                    flash.say("emergency:declared");
                    return Redirect.to(PATH + id + "/board");
                },
                refusals -> Refused.page(declare(typed, drill, refusals)));
    }

    private static List<DeputyRow> deputies(List<Declaration.Deputy> typed) {
        return IntStream.range(0, typed.size())
                .mapToObj(i -> new DeputyRow(
                        i + 1,
                        "deputy-" + i,
                        "deputyMobile-" + i,
                        typed.get(i).name(),
                        typed.get(i).mobile()))
                .toList();
    }

    private TemplateInstance declare(Declaration typed, boolean drill, List<Refusal> refusals) {
        EmergencyMessages words = language.messages(EmergencyMessages.class);
        return Templates.declare(new DeclarePage(
                typed,
                deputies(typed.deputies()),
                Arrays.stream(EmergencyKind.values())
                        .map(kind -> Choice.of(kind, words.kind(kind)))
                        .toList(),
                language.zone().getDisplayName(TextStyle.FULL, language.locale()),
                words.usual_rule(),
                drill,
                refusals));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        if (EmergencyDesk.mayRun(actor.get())) {
            EmergencyView emergency = heads.emergency(id);
            return overview(emergency, emergency.arbiter().orElse(""), "", priorities(emergency), List.of());
        }
        EmergencyNotice notice = desk.notice(Heads.id(id)).orElseThrow(NotFound::new);
        return Templates.notice(new NoticePage(notice, rows(notice.areas(), Map.of())));
    }

    @POST
    @Path("/{id}/publish")
    public Response publish(@RestPath String id) {
        return done(desk.publish(actor.get(), Heads.id(id), clock.instant()), "emergency:published_now");
    }

    @POST
    @Path("/{id}/priority")
    public Response prioritise(
            @RestPath String id,
            @RestForm @DefaultValue("") String arbiter,
            @RestForm @DefaultValue("") String reason,
            MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.emergency(id);
        Map<String, String> typed = emergency.areas().stream()
                .map(EmergencyView.AreaView::placeCode)
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> Optional.ofNullable(fields.getFirst("priority-" + code))
                                .orElse("")));
        return desk.prioritise(actor.get(), emergency.id(), arbiter, reason, typed, clock.instant())
                .fold(
                        done -> {
                            flash.say("emergency:priority_set");
                            return Redirect.to(PATH + emergency.id());
                        },
                        refusals -> Refused.page(overview(emergency, arbiter, reason, typed, refusals)));
    }

    @POST
    @Path("/{id}/priority/equal")
    public Response equalise(@RestPath String id) {
        return done(desk.equalise(actor.get(), Heads.id(id), clock.instant()), "emergency:equalised");
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance editForm(@RestPath String id) {
        EmergencyView emergency = heads.running(id);
        return edit(emergency, ChangeForm.of(emergency, places), List.of());
    }

    @POST
    @Path("/{id}/edit")
    public Response change(@RestPath String id, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.running(id);
        EmergencyChange typed = new ChangeForm(fields).typed();
        return desk.change(actor.get(), emergency.id(), typed, clock.instant())
                .fold(
                        done -> {
                            flash.say("emergency:changed");
                            return Redirect.to(PATH + emergency.id());
                        },
                        refusals -> Refused.page(edit(emergency, typed, refusals)));
    }

    private TemplateInstance edit(EmergencyView emergency, EmergencyChange typed, List<Refusal> refusals) {
        return Templates.edit(new EditPage(
                heads.of(emergency, "overview", clock.instant()),
                typed,
                deputies(typed.deputies()),
                PATH + emergency.id() + "/edit",
                refusals));
    }

    private Response done(Outcome<EmergencyId> outcome, String said) {
        return outcome.fold(
                id -> {
                    flash.say(said);
                    return Redirect.to(PATH + id);
                },
                refusals -> {
                    throw new NotFound();
                });
    }

    private TemplateInstance overview(
            EmergencyView emergency,
            String arbiter,
            String reason,
            Map<String, String> priorities,
            List<Refusal> refusals) {
        return Templates.overview(new OverviewPage(
                heads.of(emergency, "overview", clock.instant()),
                emergency,
                rows(emergency.areas(), priorities),
                emergency.answerWithin().toHours(),
                emergency.remindAfter().toMinutes(),
                PATH + emergency.id() + "/ask",
                arbiter,
                reason,
                refusals));
    }

    private static Map<String, String> priorities(EmergencyView emergency) {
        return emergency.areas().stream()
                .collect(
                        Collectors.toMap(EmergencyView.AreaView::placeCode, area -> Integer.toString(area.priority())));
    }

    private List<AreaRow> rows(List<EmergencyView.AreaView> areas, Map<String, String> typed) {
        return areas.stream()
                .map(area -> new AreaRow(
                        "priority-" + area.placeCode(),
                        heads.place(area.placeCode()),
                        typed.getOrDefault(area.placeCode(), ""),
                        area.priority()))
                .toList();
    }
}
