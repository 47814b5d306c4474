package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Intake;
import org.muster.emergency.IntakeWay;
import org.muster.emergency.Judgement;
import org.muster.emergency.NeedColumn;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.NeedFilter;
import org.muster.emergency.NeedRule;
import org.muster.emergency.NeedState;
import org.muster.emergency.NeedTable;
import org.muster.emergency.NeedView;
import org.muster.identity.CurrentActor;
import org.muster.importexport.ListFiles;
import org.muster.importexport.Table;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** What an emergency needs: the sums, what is doubtful, and the three ways in. */
@Path("/emergencies/{id}/needs")
class NeedsResource {

    private static final int ROWS = 50;
    private static final int SAMPLES = 3;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance needs(NeedsPage view);

        static native TemplateInstance needs_new(NewPage view);

        static native TemplateInstance need_columns(ColumnsPage view);

        static native TemplateInstance need_account(AccountPage view);

        static native TemplateInstance need(NeedPage view);

        private Templates() {}
    }

    record RuleRow(String rule, String name, String count, boolean mergeable, String url) {}

    record IntakeRow(
            String url,
            IntakeWay way,
            String source,
            Instant receivedAt,
            String receivedBy,
            boolean waiting,
            List<StateCount> counts) {}

    record StateCount(NeedState state, String count) {}

    record NeedsPage(
            Head head,
            List<NeedRows.SumRow> sums,
            List<RuleRow> rules,
            @Nullable NeedRule only,
            List<NeedRows.Row> flagged,
            Pager pager,
            List<IntakeRow> intakes,
            String judgeUrl,
            List<Refusal> refusals) {}

    record NewPage(Head head, NeedForm form, List<Choice> units, String text, List<Refusal> refusals) {}

    record ColumnRow(String field, String header, String samples, String chosen) {}

    record ColumnsPage(
            Head head,
            String source,
            String url,
            List<ColumnRow> columns,
            List<Choice> choices,
            boolean oneMeansNeeded,
            boolean looksTicked,
            String usualUnit,
            List<Choice> units,
            String rows,
            List<Refusal> refusals) {}

    record AccountPage(Head head, IntakeRow intake, String total, List<NeedRows.Row> rows, Pager pager) {}

    record NeedPage(Head head, NeedForm form, String written, String url, List<Choice> units, List<Refusal> refusals) {}

    private final NeedDesk desk;
    private final NeedRows words;
    private final Heads heads;
    private final ListFiles files;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    NeedsResource(
            NeedDesk desk,
            NeedRows words,
            Heads heads,
            ListFiles files,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.desk = desk;
        this.words = words;
        this.heads = heads;
        this.files = files;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(
            @RestPath String id, @RestQuery @Nullable String rule, @RestQuery @Nullable String page) {
        return show(heads.emergency(id), rule(rule), number(page), List.of());
    }

    private TemplateInstance show(EmergencyView emergency, Optional<NeedRule> only, int page, List<Refusal> refusals) {
        Head head = heads.of(emergency, "needs", clock.instant());
        String url = head.url() + "/needs";
        NeedsMessages said = language.messages(NeedsMessages.class);
        Map<NeedRule, Long> flags = desk.flags(actor.get(), emergency.id());
        long waiting = only.map(rule -> flags.getOrDefault(rule, 0L))
                .orElseGet(() -> desk.states(actor.get(), emergency.id()).getOrDefault(NeedState.FLAGGED, 0L));
        NeedFilter filter = new NeedFilter(Optional.of(NeedState.FLAGGED), only, Optional.empty());
        return Templates.needs(new NeedsPage(
                head,
                words.sums(emergency.id()),
                flags.entrySet().stream()
                        .map(one -> new RuleRow(
                                one.getKey().name(),
                                said.rule(one.getKey()),
                                NeedRows.figure(one.getValue()),
                                one.getKey() == NeedRule.DUPLICATE,
                                url + "?rule=" + one.getKey()))
                        .toList(),
                only.orElse(null),
                words.rows(emergency.id(), desk.needs(actor.get(), emergency.id(), filter, page, ROWS)),
                new Pager(
                        page,
                        ROWS,
                        waiting,
                        number -> url + "?page=" + number
                                + only.map(rule -> "&rule=" + rule).orElse("")),
                desk.intakes(actor.get(), emergency.id()).stream()
                        .map(one -> intake(head, one))
                        .toList(),
                url + "/judge",
                refusals));
    }

    private static IntakeRow intake(Head head, Intake intake) {
        return new IntakeRow(
                head.url() + "/needs/intakes/" + intake.id(),
                intake.way(),
                intake.source(),
                intake.receivedAt(),
                intake.receivedBy(),
                intake.rows().isEmpty(),
                Arrays.stream(NeedState.values())
                        .filter(intake.rows()::containsKey)
                        .map(state -> new StateCount(
                                state, NeedRows.figure(intake.rows().getOrDefault(state, 0L))))
                        .toList());
    }

    // ── Three ways in ───────────────────────────────────────────────────────────

    @GET
    @Path("/new")
    public TemplateInstance form(@RestPath String id) {
        return form(heads.running(id), NeedForm.blank(), "", List.of());
    }

    private TemplateInstance form(EmergencyView emergency, NeedForm form, String text, List<Refusal> refusals) {
        return Templates.needs_new(
                new NewPage(heads.of(emergency, "needs", clock.instant()), form, words.units(), text, refusals));
    }

    @POST
    @Path("/new")
    public Response add(@RestPath String id, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.emergency(id);
        NeedForm form = NeedForm.of(fields);
        return desk.add(actor.get(), emergency.id(), form.written(), clock.instant())
                .fold(
                        taken -> {
                            flash.say("needs:added");
                            return Redirect.to("/emergencies/" + emergency.id() + "/needs/intakes/" + taken);
                        },
                        refusals -> refused(refusals, () -> form(emergency, form, "", refusals)));
    }

    @POST
    @Path("/paste")
    public Response paste(@RestPath String id, @RestForm @DefaultValue("") String text) {
        EmergencyView emergency = heads.emergency(id);
        Instant now = clock.instant();
        Outcome<UUID> taken = table(text)
                .map(table -> desk.receive(actor.get(), emergency.id(), IntakeWay.PASTE, "", table, now))
                .orElseGet(() -> desk.paste(actor.get(), emergency.id(), text, now));
        return taken.fold(
                intake -> Redirect.to("/emergencies/" + emergency.id() + "/needs/intakes/" + intake),
                refusals -> refused(refusals, () -> form(emergency, NeedForm.blank(), text, refusals)));
    }

    /** A table that was copied out of a spreadsheet with its headings. */
    private Optional<NeedTable> table(String text) {
        String firstLine = text.stripLeading().lines().findFirst().orElse("");
        boolean headed = NeedTable.known(List.of(firstLine.split("[\\t,，;；]"))) >= 2;
        if (!headed) {
            return Optional.empty();
        }
        return files.read(text.strip().getBytes(StandardCharsets.UTF_8), "")
                .fold(read -> Optional.of(table(read)), refusals -> Optional.empty());
    }

    private static NeedTable table(Table read) {
        return new NeedTable(
                read.headers(),
                read.lines().stream()
                        .map(line -> new NeedTable.Row(line.number(), line.cells()))
                        .toList());
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath String id, @RestForm @Nullable FileUpload file) {
        EmergencyView emergency = heads.emergency(id);
        Outcome<UUID> taken = receive(emergency.id(), file);
        return taken.fold(
                intake -> Redirect.to("/emergencies/" + emergency.id() + "/needs/intakes/" + intake),
                refusals -> refused(refusals, () -> form(emergency, NeedForm.blank(), "", refusals)));
    }

    private Outcome<UUID> receive(EmergencyId emergency, @Nullable FileUpload file) {
        if (file == null || file.fileName().isBlank()) {
            return Outcome.refused(Refusal.at("file", "importexport.file_missing"));
        }
        byte[] bytes;
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            bytes = content.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > MOST_BYTES) {
            return Outcome.refused(Refusal.at("file", "need.file_too_large", MOST_BYTES / 1024 / 1024));
        }
        return files.read(bytes, "")
                .fold(
                        read -> desk.receive(
                                actor.get(), emergency, IntakeWay.FILE, file.fileName(), table(read), clock.instant()),
                        Outcome::<UUID>refused);
    }

    // ── What came in at once ────────────────────────────────────────────────────

    @GET
    @Path("/intakes/{intake}")
    public TemplateInstance intake(@RestPath String id, @RestPath String intake, @RestQuery @Nullable String page) {
        EmergencyView emergency = heads.emergency(id);
        Intake known = intake(emergency, intake);
        if (known.waiting().isPresent()) {
            NeedTable table = known.waiting().get();
            return columns(emergency, known, table, table.guess(), table.looksTicked(table.guess()), "", List.of());
        }
        Head head = heads.of(emergency, "needs", clock.instant());
        String url = head.url() + "/needs/intakes/" + known.id();
        int at = number(page);
        return Templates.need_account(new AccountPage(
                head,
                intake(head, known),
                NeedRows.figure(known.total()),
                words.rows(
                        emergency.id(), desk.needs(actor.get(), emergency.id(), NeedFilter.of(known.id()), at, ROWS)),
                new Pager(at, ROWS, known.total(), number -> url + "?page=" + number)));
    }

    private TemplateInstance columns(
            EmergencyView emergency,
            Intake intake,
            NeedTable table,
            List<NeedColumn> chosen,
            boolean oneMeansNeeded,
            String usualUnit,
            List<Refusal> refusals) {
        NeedsMessages said = language.messages(NeedsMessages.class);
        List<ColumnRow> columns = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            int column = i;
            List<String> samples = table.rows().stream()
                    .map(row -> column < row.cells().size()
                            ? row.cells().get(column).strip()
                            : "")
                    .filter(cell -> !cell.isEmpty())
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
            columns.add(new ColumnRow(
                    "column-" + i,
                    table.headers().get(i).isBlank()
                            ? String.valueOf(i + 1)
                            : table.headers().get(i),
                    String.join(" · ", samples),
                    i < chosen.size() ? chosen.get(i).name() : NeedColumn.IGNORED.name()));
        }
        Head head = heads.of(emergency, "needs", clock.instant());
        return Templates.need_columns(new ColumnsPage(
                head,
                intake.source(),
                head.url() + "/needs/intakes/" + intake.id(),
                columns,
                Arrays.stream(NeedColumn.values())
                        .map(column -> Choice.of(column, said.column(column)))
                        .toList(),
                oneMeansNeeded,
                table.looksTicked(chosen),
                usualUnit,
                words.units(),
                NeedRows.figure(table.rows().size()),
                refusals));
    }

    @POST
    @Path("/intakes/{intake}")
    public Response columns(@RestPath String id, @RestPath String intake, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.emergency(id);
        Intake known = intake(emergency, intake);
        String here = "/emergencies/" + emergency.id() + "/needs/intakes/" + known.id();
        if (known.waiting().isEmpty()) {
            return Redirect.to(here);
        }
        NeedTable table = known.waiting().get();
        List<NeedColumn> columns = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            columns.add(column(fields.getFirst("column-" + i)));
        }
        boolean oneMeansNeeded = fields.containsKey("oneMeansNeeded");
        String usualUnit = Optional.ofNullable(fields.getFirst("usualUnit")).orElse("");
        return desk.columns(
                        actor.get(), emergency.id(), known.id(), columns, oneMeansNeeded, usualUnit, clock.instant())
                .fold(
                        done -> Redirect.to(here),
                        refusals -> refused(
                                refusals,
                                () -> columns(emergency, known, table, columns, oneMeansNeeded, usualUnit, refusals)));
    }

    private static NeedColumn column(@Nullable String chosen) {
        return Arrays.stream(NeedColumn.values())
                .filter(column -> column.name().equals(chosen))
                .findFirst()
                .orElse(NeedColumn.IGNORED);
    }

    private Intake intake(EmergencyView emergency, String intake) {
        return desk.intake(actor.get(), emergency.id(), Ids.read(intake, UUID::fromString))
                .orElseThrow(NotFound::new);
    }

    // ── One click ───────────────────────────────────────────────────────────────

    @POST
    @Path("/judge")
    public Response judgeAll(
            @RestPath String id,
            @RestForm @DefaultValue("") String rule,
            @RestForm("do") @DefaultValue("") String how) {
        EmergencyView emergency = heads.emergency(id);
        NeedRule known = rule(rule).orElseThrow(NotFound::new);
        return desk.judgeAll(actor.get(), emergency.id(), known, judgement(how), "", clock.instant())
                .fold(
                        changed -> {
                            flash.say(language.messages(NeedsMessages.class).judged(changed));
                            return Redirect.to("/emergencies/" + emergency.id() + "/needs");
                        },
                        refusals -> refused(refusals, () -> show(emergency, Optional.empty(), 1, refusals)));
    }

    @POST
    @Path("/{need}/judge")
    public Response judge(
            @RestPath String id,
            @RestPath String need,
            @RestForm("do") @DefaultValue("") String how,
            @RestForm @DefaultValue("") String reason) {
        EmergencyView emergency = heads.emergency(id);
        NeedView known = need(emergency, need);
        return desk.judge(actor.get(), emergency.id(), known.id(), judgement(how), reason, clock.instant())
                .fold(
                        done -> {
                            flash.say(language.messages(NeedsMessages.class).judged(1));
                            return Redirect.to("/emergencies/" + emergency.id() + "/needs");
                        },
                        refusals -> refused(
                                refusals,
                                () -> show(
                                        emergency,
                                        Optional.empty(),
                                        1,
                                        refusals.stream()
                                                .map(one -> one.field().isEmpty()
                                                        ? one
                                                        : new Refusal("reason-" + known.id(), one.key(), one.args()))
                                                .toList())));
    }

    private static Judgement judgement(String how) {
        return Arrays.stream(Judgement.values())
                .filter(one -> one.name().equals(how))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GET
    @Path("/{need}")
    public TemplateInstance need(@RestPath String id, @RestPath String need) {
        EmergencyView emergency = heads.emergency(id);
        NeedView known = need(emergency, need);
        return need(
                emergency,
                known,
                NeedForm.of(known, known.placeCode().map(heads::place).orElse(known.placeWritten())),
                List.of());
    }

    private TemplateInstance need(EmergencyView emergency, NeedView need, NeedForm form, List<Refusal> refusals) {
        Head head = heads.of(emergency, "needs", clock.instant());
        return Templates.need(
                new NeedPage(head, form, need.written(), head.url() + "/needs/" + need.id(), words.units(), refusals));
    }

    @POST
    @Path("/{need}")
    public Response correct(@RestPath String id, @RestPath String need, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.emergency(id);
        NeedView known = need(emergency, need);
        NeedForm form = NeedForm.of(fields);
        return desk.correct(actor.get(), emergency.id(), known.id(), form.written(), clock.instant())
                .fold(
                        done -> {
                            flash.say("needs:corrected");
                            return Redirect.to("/emergencies/" + emergency.id() + "/needs");
                        },
                        refusals -> refused(refusals, () -> need(emergency, known, form, refusals)));
    }

    private NeedView need(EmergencyView emergency, String need) {
        return desk.need(actor.get(), emergency.id(), Ids.read(need, UUID::fromString))
                .orElseThrow(NotFound::new);
    }

    // ── Small things ────────────────────────────────────────────────────────────

    private static Response refused(List<Refusal> refusals, Supplier<TemplateInstance> page) {
        if (refusals.get(0).key().equals(EmergencyDesk.NOT_FOUND)) {
            throw new NotFound();
        }
        return Refused.page(page.get());
    }

    private static Optional<NeedRule> rule(@Nullable String name) {
        return Arrays.stream(NeedRule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }
}
