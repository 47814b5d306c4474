package org.muster.challenge.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.certificate.CertificateKind;
import org.muster.challenge.ChallengeDraft;
import org.muster.challenge.ChallengeFile;
import org.muster.challenge.ChallengeId;
import org.muster.challenge.ChallengeState;
import org.muster.challenge.ChallengeView;
import org.muster.challenge.Challenges;
import org.muster.challenge.ClaimView;
import org.muster.challenge.Claims;
import org.muster.challenge.Limit;
import org.muster.emergency.EmergencyDesk;
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

/** Open challenges as everybody reads them, and as coordinators write and end them. */
@Path("/challenges")
class ChallengesResource {

    static final String PATH = "/challenges/";

    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance challenges(ListPage view);

        static native TemplateInstance challenge(ShowPage view);

        static native TemplateInstance challenge_form(FormPage view);

        private Templates() {}
    }

    record Line(
            String url,
            ChallengeWords.Said title,
            String item,
            String place,
            ChallengeWords.Said unlocks,
            String left,
            ChallengeView challenge) {}

    /** @param url of the list with this facet chosen, or without it where it is chosen already */
    record Facet(String label, long count, boolean chosen, String url) {}

    record ListPage(boolean coordinator, List<Line> lines, List<Facet> items, List<Facet> areas, boolean filtered) {}

    record ShowPage(
            ChallengeView challenge,
            String url,
            ChallengeWords.Said title,
            ChallengeWords.Said unlocks,
            String item,
            String place,
            String left,
            @Nullable ChallengeFile file,
            String emergency,
            String emergencyUrl,
            @Nullable ClaimView mine,
            String reason,
            List<Refusal> refusals) {}

    record Paper(CertificateKind kind, boolean chosen) {}

    record FormPage(
            String action,
            String backUrl,
            ChallengeDraft form,
            int version,
            boolean isNew,
            List<Choice> emergencies,
            List<Paper> papers,
            List<Remainders.Missing> missing,
            List<Refusal> refusals) {}

    private final Challenges challenges;
    private final Claims claims;
    private final EmergencyDesk emergencies;
    private final Remainders remainders;
    private final ChallengeWords words;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ChallengesResource(
            Challenges challenges,
            Claims claims,
            EmergencyDesk emergencies,
            Remainders remainders,
            ChallengeWords words,
            Places places,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.challenges = challenges;
        this.claims = claims;
        this.emergencies = emergencies;
        this.remainders = remainders;
        this.words = words;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    // ── Reading ─────────────────────────────────────────────────────────────────

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String item, @RestQuery @DefaultValue("") String area) {
        Instant now = clock.instant();
        List<ChallengeView> all = challenges.list(actor.get(), now);
        List<ChallengeView> inArea = all.stream()
                .filter(one -> area.isEmpty() || province(one).equals(area))
                .toList();
        List<ChallengeView> ofItem = all.stream()
                .filter(one -> item.isEmpty() || one.item().equals(item))
                .toList();
        return Templates.challenges(new ListPage(
                Challenges.mayRun(actor.get()),
                inArea.stream()
                        .filter(ofItem::contains)
                        .map(one -> line(one, now))
                        .toList(),
                facets(inArea, ChallengeView::item, words::item, item, chosen -> query(chosen, area)),
                facets(ofItem, this::province, words::place, area, chosen -> query(item, chosen)),
                !item.isEmpty() || !area.isEmpty()));
    }

    private String province(ChallengeView challenge) {
        return places.byCode(challenge.placeCode())
                .map(place -> places.province(place).code())
                .orElse("");
    }

    private static String query(String item, String area) {
        String said = (item.isEmpty() ? "" : "&item=" + item) + (area.isEmpty() ? "" : "&area=" + area);
        return "/challenges" + (said.isEmpty() ? "" : "?" + said.substring(1));
    }

    private static List<Facet> facets(
            List<ChallengeView> counted,
            Function<ChallengeView, String> key,
            Function<String, String> label,
            String chosen,
            Function<String, String> url) {
        Map<String, Long> counts =
                counted.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new Facet(
                        label.apply(one.getKey()),
                        one.getValue(),
                        one.getKey().equals(chosen),
                        url.apply(one.getKey().equals(chosen) ? "" : one.getKey())))
                .sorted(Comparator.comparing(Facet::count).reversed().thenComparing(Facet::label))
                .toList();
    }

    private Line line(ChallengeView challenge, Instant now) {
        return new Line(
                PATH + challenge.id(),
                words.title(challenge),
                words.item(challenge.item()),
                words.place(challenge.placeCode()),
                words.unlocks(challenge),
                words.left(challenge.closesAt(), now),
                challenge);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return show(ChallengeWords.id(id), "", List.of());
    }

    private TemplateInstance show(ChallengeId id, String reason, List<Refusal> refusals) {
        Instant now = clock.instant();
        Actor viewer = actor.get();
        ChallengeView challenge = challenges.byId(viewer, id, now).orElseThrow(NotFound::new);
        Optional<ChallengeFile> file = challenges.file(viewer, id, now);
        var emergency = file.flatMap(ChallengeFile::emergency).flatMap(one -> emergencies.byId(viewer, one));
        return Templates.challenge(new ShowPage(
                challenge,
                PATH + id,
                words.title(challenge),
                words.unlocks(challenge),
                words.item(challenge.item()),
                words.place(challenge.placeCode()),
                words.left(challenge.closesAt(), now),
                file.orElse(null),
                emergency.map(one -> one.name()).orElse(""),
                emergency.map(one -> "/emergencies/" + one.id()).orElse(""),
                claims.mine(viewer, id).orElse(null),
                reason,
                refusals));
    }

    // ── Writing ─────────────────────────────────────────────────────────────────

    @GET
    @Path("/new")
    public TemplateInstance blank(
            @RestQuery @DefaultValue("") String emergency,
            @RestQuery @DefaultValue("") String run,
            @RestQuery @DefaultValue("") String remainder) {
        ChallengeDraft draft = remainders
                .draft(actor.get(), emergency, run, remainder)
                .orElseGet(() -> ChallengeDraft.blank(emergency));
        return form("/challenges/new", "/challenges", draft, 0, List.of());
    }

    @POST
    @Path("/new")
    public Response draft(MultivaluedMap<String, String> fields) {
        ChallengeDraft typed = typed(fields);
        return challenges
                .draft(actor.get(), typed, language.zone(), clock.instant())
                .fold(
                        id -> {
                            flash.say("challenge:drafted");
                            return Redirect.to(PATH + id);
                        },
                        refusals -> Refused.page(form("/challenges/new", "/challenges", typed, 0, refusals)));
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@RestPath String id) {
        ChallengeFile file = file(id);
        ChallengeView one = file.challenge();
        ChallengeDraft draft = new ChallengeDraft(
                file.emergency().map(Object::toString).orElse(""),
                one.title(),
                one.titleEn(),
                words.itemTyped(one.item()),
                one.specification(),
                one.limits().stream().map(Limit::written).collect(Collectors.joining("\n")),
                one.quantity().amount().toPlainString() + " "
                        + one.quantity().unit().nameZh(),
                words.placeTyped(one.placeCode()),
                LocalDateTime.ofInstant(one.closesAt(), language.zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                one.neededBy().toString(),
                one.unlocks(),
                one.unlocksEn(),
                one.papers().stream().map(Enum::name).collect(Collectors.toSet()));
        return form(PATH + one.id() + "/edit", PATH + one.id(), draft, one.version(), List.of());
    }

    @POST
    @Path("/{id}/edit")
    public Response change(@RestPath String id, MultivaluedMap<String, String> fields) {
        ChallengeFile file = file(id);
        ChallengeDraft typed = typed(fields);
        String version = Objects.requireNonNullElse(fields.getFirst("version"), "");
        int based = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
        ChallengeId known = file.challenge().id();
        return challenges
                .change(actor.get(), known, based, typed, language.zone(), clock.instant())
                .fold(
                        done -> {
                            flash.say("challenge:changed");
                            return Redirect.to(PATH + known);
                        },
                        refusals -> Refused.page(form(PATH + known + "/edit", PATH + known, typed, based, refusals)));
    }

    private ChallengeFile file(String id) {
        return challenges
                .file(actor.get(), ChallengeWords.id(id), clock.instant())
                .filter(ChallengeFile::mayChange)
                .orElseThrow(NotFound::new);
    }

    private static ChallengeDraft typed(MultivaluedMap<String, String> fields) {
        Function<String, String> value = name -> Objects.requireNonNullElse(fields.getFirst(name), "");
        return new ChallengeDraft(
                value.apply("emergency"),
                value.apply("title"),
                value.apply("titleEn"),
                value.apply("item"),
                value.apply("specification"),
                value.apply("limits"),
                value.apply("amount"),
                value.apply("place"),
                value.apply("closesAt"),
                value.apply("neededBy"),
                value.apply("unlocks"),
                value.apply("unlocksEn"),
                Set.copyOf(fields.getOrDefault("papers", List.of())));
    }

    private TemplateInstance form(
            String action, String backUrl, ChallengeDraft draft, int version, List<Refusal> refusals) {
        return Templates.challenge_form(new FormPage(
                action,
                backUrl,
                draft,
                version,
                action.endsWith("/new"),
                emergencies.list(actor.get()).stream()
                        .filter(one -> one.open())
                        .map(one -> Choice.of(one.id(), one.name()))
                        .toList(),
                Arrays.stream(CertificateKind.values())
                        .map(kind -> new Paper(kind, draft.papers().contains(kind.name())))
                        .toList(),
                action.endsWith("/new") && refusals.isEmpty() ? remainders.missing(actor.get()) : List.of(),
                refusals));
    }

    // ── Publishing and ending ───────────────────────────────────────────────────

    @POST
    @Path("/{id}/publish")
    public Response publish(@RestPath String id) {
        ChallengeId known = ChallengeWords.id(id);
        return done(known, challenges.publish(actor.get(), known, clock.instant()), "", "challenge:published_now");
    }

    @POST
    @Path("/{id}/end")
    public Response end(
            @RestPath String id,
            @RestForm @DefaultValue("") String reason,
            @RestForm("how") @DefaultValue("") String how) {
        ChallengeId known = ChallengeWords.id(id);
        boolean closing = how.equals(ChallengeState.CLOSED.name());
        Outcome<ChallengeId> outcome = closing
                ? challenges.close(actor.get(), known, reason, clock.instant())
                : challenges.withdraw(actor.get(), known, reason, clock.instant());
        return done(known, outcome, reason, closing ? "challenge:closed_now" : "challenge:withdrawn_now");
    }

    private Response done(ChallengeId id, Outcome<ChallengeId> outcome, String reason, String said) {
        return outcome.fold(
                done -> {
                    flash.say(said);
                    return Redirect.to(PATH + id);
                },
                refusals -> {
                    found(refusals);
                    return Refused.page(show(id, reason, refusals));
                });
    }

    static void found(List<Refusal> refusals) {
        if (refusals.get(0).key().equals(Challenges.NOT_FOUND)) {
            throw new NotFound();
        }
    }
}
