package org.muster.importexport;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** One list on its way in. Guards the order of its steps: columns, dry run, run. */
@Entity
@Table(name = "import_job")
class ImportJob {

    @Id
    private UUID id;

    @Column(name = "entered_by")
    private UUID enteredBy;

    @Column(name = "entered_by_name")
    private String enteredByName;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private String encoding;
    private String separator;

    @Convert(converter = Json.Parts.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<org.muster.importexport.Table.Part> sheets;

    @Column(name = "left_out")
    @Convert(converter = Json.LeftOuts.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<org.muster.importexport.Table.LeftOut> leftOut;

    @Column(name = "title_lines")
    private int titleLines;

    @Convert(converter = Json.Texts.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<String> headers;

    @Column(name = "headers_key")
    private String headersKey;

    @Convert(converter = Json.Columns.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable List<org.muster.importexport.Column> mapping;

    private @Nullable String source;

    @Column(name = "source_date")
    private @Nullable LocalDate sourceDate;

    @Column(name = "default_unit")
    private @Nullable String defaultUnit;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    @Column(name = "row_count")
    private int rowCount;

    @Column(name = "blank_lines")
    private int blankLines;

    @Column(name = "as_above")
    @Convert(converter = Json.Numbers.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<Integer> asAbove = List.of();

    @Column(name = "read_to")
    private int readTo;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    @Column(name = "run_by")
    private @Nullable UUID runBy;

    @Column(name = "run_by_name")
    private @Nullable String runByName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "run_at")
    private @Nullable Instant runAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {}

    ImportJob(
            PersonId person,
            String personName,
            Optional<OrganisationId> organisation,
            Purpose purpose,
            String fileName,
            org.muster.importexport.Table table,
            Instant now) {
        this.purpose = purpose;
        this.organisationId = organisation.map(OrganisationId::value).orElse(null);
        this.id = ImportId.create().value();
        this.enteredBy = person.value();
        this.enteredByName = personName;
        this.fileName = fileName;
        this.kind = table.kind();
        this.encoding = table.encoding();
        this.separator = table.separator();
        this.sheets = table.sheets();
        this.leftOut = table.leftOut();
        this.titleLines = table.titleLines();
        this.headers = table.headers();
        this.headersKey = Headings.key(table.headers());
        this.state = ImportState.RECEIVED;
        this.rowCount = table.lines().size();
        this.blankLines = table.blankLines();
        this.createdAt = now;
    }

    /** Whose list it is, and of what day. */
    Optional<Refusal> describe(String newSource, @Nullable LocalDate newSourceDate, @Nullable Unit unit) {
        if (state != ImportState.RECEIVED) {
            return Optional.of(Refusal.of("importexport.already_described"));
        }
        source = newSource;
        sourceDate = newSourceDate;
        defaultUnit = unit == null ? null : unit.code();
        state = ImportState.UPLOADED;
        return Optional.empty();
    }

    /** Takes the columns and begins the dry run; until something was entered they may be chosen anew. */
    Optional<Refusal> mapColumns(Mapping columns) {
        if (!mayMapColumns()) {
            return Optional.of(Refusal.of("importexport.columns_are_settled"));
        }
        mapping = columns.columns();
        asAbove = columns.asAbove().stream().sorted().toList();
        checkAgain();
        return Optional.empty();
    }

    boolean mayMapColumns() {
        return runAt == null
                && (state == ImportState.UPLOADED || state == ImportState.CHECKING || state == ImportState.CHECKED);
    }

    /** A person has decided on flagged rows, before the run or after it. */
    Optional<Refusal> decided() {
        if (!mayDecide()) {
            return Optional.of(Refusal.of("importexport.not_to_be_decided_now"));
        }
        checkAgain();
        return Optional.empty();
    }

    boolean mayDecide() {
        return state == ImportState.CHECKED || state == ImportState.DONE;
    }

    private void checkAgain() {
        state = ImportState.CHECKING;
        readTo = 0;
    }

    Optional<Refusal> run(PersonId person, String personName, Instant now) {
        if (state != ImportState.CHECKED) {
            return Optional.of(Refusal.of("importexport.not_checked"));
        }
        state = ImportState.RUNNING;
        runBy = person.value();
        runByName = personName;
        runAt = now;
        finishedAt = null;
        return Optional.empty();
    }

    Optional<Refusal> cancel(Instant now) {
        if (!mayCancel()) {
            return Optional.of(Refusal.of("importexport.nothing_to_cancel"));
        }
        state = ImportState.CANCELLED;
        finishedAt = now;
        return Optional.empty();
    }

    boolean mayCancel() {
        return state != ImportState.DONE && state != ImportState.CANCELLED;
    }

    /** The dry run is through with the rows up to this number. */
    void readUpTo(int number) {
        readTo = number;
    }

    int readTo() {
        return readTo;
    }

    /** Counts every step and every batch of work. */
    int version() {
        return version;
    }

    Purpose purpose() {
        return purpose;
    }

    Optional<OrganisationId> organisation() {
        return Optional.ofNullable(organisationId).map(OrganisationId::new);
    }

    /** The dry run is through; when nothing is left to enter after an earlier run, the import stays done. */
    void checked(boolean nothingLeft) {
        state = nothingLeft && runAt != null ? ImportState.DONE : ImportState.CHECKED;
    }

    void finish(Instant now) {
        state = ImportState.DONE;
        finishedAt = now;
    }

    /** Whoever answers for what is being entered: who started the run, else who uploaded the list. */
    Actor responsible() {
        return new Actor(
                Optional.of(new PersonId(runBy == null ? enteredBy : runBy)),
                runByName == null ? enteredByName : runByName,
                Set.of(purpose == Purpose.OWN ? Role.MEMBER : Role.LIAISON),
                purpose == Purpose.OWN ? organisation() : Optional.empty(),
                false);
    }

    ImportId id() {
        return new ImportId(id);
    }

    String enteredByName() {
        return enteredByName;
    }

    @Nullable String runByName() {
        return runByName;
    }

    String fileName() {
        return fileName;
    }

    FileKind kind() {
        return kind;
    }

    List<org.muster.importexport.Table.Part> sheets() {
        return sheets;
    }

    List<org.muster.importexport.Table.LeftOut> leftOut() {
        return leftOut;
    }

    int titleLines() {
        return titleLines;
    }

    String encoding() {
        return encoding;
    }

    String separator() {
        return separator;
    }

    List<String> headers() {
        return headers;
    }

    @Nullable Mapping mapping() {
        return mapping == null ? null : new Mapping(mapping, Set.copyOf(asAbove));
    }

    String source() {
        return source == null ? "" : source;
    }

    @Nullable LocalDate sourceDate() {
        return sourceDate;
    }

    Optional<Unit> defaultUnit() {
        return Optional.ofNullable(defaultUnit).map(Unit::of);
    }

    ImportState state() {
        return state;
    }

    int rowCount() {
        return rowCount;
    }

    int blankLines() {
        return blankLines;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant runAt() {
        return runAt;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }
}
