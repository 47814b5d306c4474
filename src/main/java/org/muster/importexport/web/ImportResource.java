package org.muster.importexport.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.importexport.Column;
import org.muster.importexport.Delivery;
import org.muster.importexport.FlagDecision;
import org.muster.importexport.ImportId;
import org.muster.importexport.ImportState;
import org.muster.importexport.ImportView;
import org.muster.importexport.Imports;
import org.muster.importexport.Purpose;
import org.muster.importexport.RowOutcome;
import org.muster.importexport.RowPage;
import org.muster.importexport.Upload;
import org.muster.importexport.web.ImportPages.UploadForm;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** A public list on its way in, from the upload to the result. */
@Path("/my/import")
class ImportResource {

    private static final int IMPORTS_ON_A_PAGE = 20;
    private static final int ROWS_ON_A_PAGE = 50;

    /** A short list is through in this time, and its page shows the result at once. */
    private static final Duration A_MOMENT = Duration.ofMillis(1_500);

    private static final String ALL_FLAGGED = "take-all";

    @CheckedTemplate(basePath = "importexport")
    static class Templates {
        static native TemplateInstance imports(ImportPages.Start view);

        static native TemplateInstance columns(ImportPages.Columns view);

        static native TemplateInstance job(ImportPages.Job view);

        private Templates() {}
    }

    private final Imports imports;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ImportResource(Imports imports, Places places, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.imports = imports;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance start(@RestQuery @Nullable String page, @RestQuery("for") @Nullable String purpose) {
        return start(UploadForm.blank(purpose(purpose)), List.of(), number(page));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String source,
            @RestForm @Nullable String sourceDate,
            @RestForm @Nullable String defaultUnit,
            @RestForm @Nullable String received,
            @RestForm @Nullable String sheet,
            @RestForm("for") @Nullable String purpose) {
        Instant now = clock.instant();
        Upload upload = new Upload(purpose(purpose), text(source), text(sourceDate), text(defaultUnit));
        Outcome<ImportId> taken = take(file, upload.purpose(), text(sheet), received, now);
        if (taken instanceof Outcome.Refused<ImportId> refused) {
            return refused(
                    upload,
                    text(sheet),
                    Optional.empty(),
                    Stream.concat(refused.reasons().stream(), imports.check(upload, now).stream())
                            .toList());
        }
        ImportId id = ((Outcome.Accepted<ImportId>) taken).value();
        return imports.describe(actor.get(), id, upload, now)
                .fold(
                        described -> Redirect.to(path(described)),
                        reasons -> refused(upload, text(sheet), Optional.of(id), reasons));
    }

    /** The file of this form, or the one that an earlier try has brought. */
    private Outcome<ImportId> take(
            @Nullable FileUpload file, Purpose purpose, String sheet, @Nullable String received, Instant now) {
        if (file != null && !file.fileName().isBlank()) {
            try (InputStream content = Files.newInputStream(file.uploadedFile())) {
                // One byte too many is enough to tell that it is too large.
                byte[] bytes = content.readNBytes(Imports.MOST_BYTES + 1);
                return imports.receive(actor.get(), new Delivery(purpose, file.fileName(), sheet), bytes, now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.ofNullable(received)
                .flatMap(ImportResource::id)
                .filter(id -> imports.received(actor.get(), id).isPresent())
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusal.at("file", "importexport.file_missing")));
    }

    private Response refused(Upload upload, String sheet, Optional<ImportId> received, List<Refusal> reasons) {
        foundOrNot(reasons);
        UploadForm form = new UploadForm(
                upload.purpose(),
                upload.source(),
                upload.sourceDate(),
                upload.defaultUnit(),
                sheet,
                received.map(ImportId::toString).orElse(""),
                received.flatMap(id -> imports.received(actor.get(), id)).orElse(""));
        return Refused.page(start(form, reasons, 1));
    }

    private TemplateInstance start(UploadForm form, List<Refusal> refusals, int page) {
        long total = imports.count(actor.get());
        return Templates.imports(new ImportPages.Start(
                form,
                ImportPages.units(language.locale()),
                refusals,
                ImportPages.lines(imports.newest(actor.get(), page, IMPORTS_ON_A_PAGE)),
                new Pager(page, IMPORTS_ON_A_PAGE, total, number -> "/my/import?page=" + number),
                actor.get().is(Role.OPERATOR),
                imports.purposes(actor.get()).size() > 1));
    }

    /** What was asked for, else what this person may do. */
    private Purpose purpose(@Nullable String asked) {
        Set<Purpose> may = imports.purposes(actor.get());
        if (may.isEmpty()) {
            throw new NotFound();
        }
        Purpose wanted = "own".equals(asked) ? Purpose.OWN : Purpose.ON_BEHALF;
        return may.contains(wanted) ? wanted : may.iterator().next();
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(
            @RestPath String id,
            @RestQuery @Nullable String outcome,
            @RestQuery @Nullable String page,
            @RestQuery @Nullable String step) {
        ImportView job = view(known(id));
        if (job.state() == ImportState.UPLOADED || ("columns".equals(step) && job.mayMapColumns())) {
            return columns(job, null, Set.of(), List.of());
        }
        return job(job, outcome(outcome), number(page), List.of());
    }

    @POST
    @Path("{id}/columns")
    public Response columns(
            @RestPath String id, @RestForm @Nullable List<String> column, @RestForm @Nullable List<String> above) {
        ImportId known = known(id);
        ImportView job = view(known);
        List<Column> chosen = new ArrayList<>();
        for (String one : column == null ? List.<String>of() : column) {
            chosen.add(Stream.of(Column.values())
                    .filter(candidate -> candidate.name().equals(one) && candidate.fits(job.purpose()))
                    .findFirst()
                    .orElse(Column.IGNORED));
        }
        if (chosen.size() != job.headers().size()) {
            throw new NotFound();
        }
        Set<Integer> asAbove = (above == null ? List.<String>of() : above)
                .stream()
                        .filter(one -> one.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .filter(index -> index < chosen.size())
                        .collect(Collectors.toSet());
        return imports.mapColumns(actor.get(), known, chosen, asAbove).fold(accepted -> after(accepted), reasons -> {
            foundOrNot(reasons);
            return Refused.page(
                    job.mayMapColumns()
                            ? columns(job, chosen, asAbove, reasons)
                            : job(job, Optional.empty(), 1, reasons));
        });
    }

    @POST
    @Path("{id}/decisions")
    public Response decide(
            @RestPath String id,
            @RestForm @Nullable List<String> row,
            @RestForm("do") @Nullable String what,
            @RestForm @Nullable String outcome,
            @RestForm @Nullable String page) {
        ImportId known = known(id);
        Optional<FlagDecision> decision = decision(text(what));
        if (decision.isEmpty()) {
            throw new NotFound();
        }
        List<Integer> rows = (row == null ? List.<String>of() : row)
                .stream().map(ImportResource::number).toList();
        return step(
                known,
                imports.decide(actor.get(), known, decision.get(), ALL_FLAGGED.equals(what) ? null : rows),
                outcome(outcome),
                number(page));
    }

    @POST
    @Path("{id}/run")
    public Response run(@RestPath String id) {
        ImportId known = known(id);
        return step(known, imports.run(actor.get(), known, clock.instant()), Optional.empty(), 1);
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@RestPath String id) {
        ImportId known = known(id);
        Outcome<ImportId> cancelled = imports.cancel(actor.get(), known, clock.instant());
        if (cancelled.isAccepted()) {
            flash.say("importexport:was_cancelled");
        }
        return step(known, cancelled, Optional.empty(), 1);
    }

    @GET
    @Path("{id}/refused")
    public Response refused(@RestPath String id) {
        ImportId known = known(id);
        ImportView job = view(known);
        ImportMessages messages = language.messages(ImportMessages.class);
        FindingWords words = ImportPages.words(job, places, messages, language.locale());
        byte[] file = imports.notEntered(actor.get(), known, messages.reason_heading(), words::reason)
                .orElseThrow(NotFound::new);
        String ending = "." + job.kind().ending();
        String name = URLEncoder.encode(withoutEnding(job.fileName()) + "-refused" + ending, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(file, job.kind().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"refused" + ending + "\"; filename*=UTF-8''" + name)
                .build();
    }

    private Response step(ImportId id, Outcome<ImportId> taken, Optional<RowOutcome> filter, int page) {
        return taken.fold(accepted -> after(accepted), reasons -> {
            foundOrNot(reasons);
            return Refused.page(job(view(id), filter, page, reasons));
        });
    }

    private Response after(ImportId id) {
        imports.await(A_MOMENT);
        return Redirect.to(path(id));
    }

    private TemplateInstance columns(
            ImportView job, @Nullable List<Column> chosen, Set<Integer> asAbove, List<Refusal> refusals) {
        return Templates.columns(ImportPages.columns(
                job,
                imports.columns(actor.get(), job.id()),
                chosen,
                asAbove,
                refusals,
                language.messages(ImportMessages.class),
                language.locale()));
    }

    private TemplateInstance job(ImportView job, Optional<RowOutcome> filter, int page, List<Refusal> refusals) {
        ImportMessages messages = language.messages(ImportMessages.class);
        RowPage rows = job.state().isWorking()
                ? new RowPage(List.of(), 0)
                : imports.rows(actor.get(), job.id(), filter, page, ROWS_ON_A_PAGE);
        return Templates.job(ImportPages.job(
                job,
                rows.rows(),
                filter,
                new Pager(page, ROWS_ON_A_PAGE, rows.total(), number -> ImportPages.url(job, filter, number)),
                refusals,
                messages,
                ImportPages.words(job, places, messages, language.locale())));
    }

    private ImportView view(ImportId id) {
        return imports.view(actor.get(), id).orElseThrow(NotFound::new);
    }

    private static void foundOrNot(List<Refusal> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.key().equals(Imports.NOT_FOUND))) {
            throw new NotFound();
        }
    }

    private static Optional<FlagDecision> decision(String what) {
        return switch (what) {
            case "take", ALL_FLAGGED -> Optional.of(FlagDecision.TAKE);
            case "drop" -> Optional.of(FlagDecision.DROP);
            case "undo" -> Optional.of(FlagDecision.UNDO);
            default -> Optional.empty();
        };
    }

    private static Optional<RowOutcome> outcome(@Nullable String text) {
        return Stream.of(RowOutcome.values())
                .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static ImportId known(String text) {
        return id(text).orElseThrow(NotFound::new);
    }

    private static Optional<ImportId> id(String text) {
        try {
            return Optional.of(ImportId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Pages count from 1; what is no number is the first. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
    }

    private static String path(ImportId id) {
        return "/my/import/" + id;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
