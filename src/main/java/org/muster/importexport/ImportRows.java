package org.muster.importexport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of all imports, written and read in sets: fifty thousand rows are no entities. */
@ApplicationScoped
class ImportRows {

    /** Letters; a few hundred rows. */
    private static final int COPIED_AT_ONCE = 64 * 1024;

    private static final String COLUMNS =
            "number, cast(cells as text), outcome, decision, cast(entry as text), cast(findings as text), done,"
                    + " organisation_id, listing_id";

    private static final String TO_ENTER =
            "not done and outcome in ('CREATED', 'UPDATED', 'UNCHANGED') and entry is not null";

    /** What a person said of a flagged row. */
    enum Decision {
        TAKEN,
        DROPPED
    }

    /** A row as it is kept. */
    record Row(
            Table.Line line,
            RowOutcome outcome,
            @Nullable Decision decision,
            @Nullable Entry entry,
            List<Finding> findings,
            boolean done,
            Optional<OrganisationId> organisation,
            Optional<ListingId> listing) {

        int number() {
            return line.number();
        }

        boolean isTaken() {
            return decision == Decision.TAKEN;
        }

        /** The same with what the rules made of it. */
        Row with(Verdict verdict) {
            return new Row(
                    line,
                    verdict.outcome(),
                    decision,
                    verdict.entry(),
                    verdict.findings(),
                    done,
                    organisation,
                    listing);
        }
    }

    /** What is new of a row. */
    record Verdict(
            int number,
            RowOutcome outcome,
            @Nullable Entry entry,
            List<Finding> findings,
            boolean done,
            @Nullable OrganisationId organisation,
            boolean organisationIsNew,
            @Nullable ListingId listing) {

        static Verdict read(int number, RowOutcome outcome, @Nullable Entry entry, List<Finding> findings) {
            return new Verdict(number, outcome, entry, findings, false, null, false, null);
        }
    }

    private final EntityManager database;

    ImportRows(EntityManager database) {
        this.database = database;
    }

    /** Copies the rows of a file into their table, as one stream. */
    void insert(ImportId job, List<Table.Line> lines) {
        database.unwrap(Session.class).doWork(connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy import_row (job_id, number, cells, outcome) from stdin");
            try {
                StringBuilder text = new StringBuilder();
                for (Table.Line line : lines) {
                    // The JSON has no control characters of its own; only its backslashes mean something to COPY.
                    text.append(job.value())
                            .append('\t')
                            .append(line.number())
                            .append('\t')
                            .append(Json.write(line.cells()).replace("\\", "\\\\"))
                            .append("\tWAITING\n");
                    if (text.length() > COPIED_AT_ONCE) {
                        send(copy, text);
                    }
                }
                send(copy, text);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** The next rows of the file, whatever became of them. */
    List<Row> after(ImportId job, int number, int most) {
        return rows(
                "job_id = :job and number > :after order by number",
                Map.of("job", job.value(), "after", number),
                0,
                most);
    }

    /** The next rows behind this number that the run has to enter. */
    List<Row> toEnter(ImportId job, int number, int most) {
        return rows(
                COLUMNS.replace("cast(cells as text)", "'[]'"),
                "job_id = :job and number > :after and " + TO_ENTER + " order by number",
                Map.of("job", job.value(), "after", number),
                0,
                most);
    }

    List<Row> page(ImportId job, Collection<RowOutcome> outcomes, int page, int size) {
        return rows(
                "job_id = :job and outcome in (:outcomes) order by number",
                Map.of(
                        "job",
                        job.value(),
                        "outcomes",
                        outcomes.stream().map(RowOutcome::name).toList()),
                (page - 1) * size,
                size);
    }

    List<Row> first(ImportId job, int most) {
        return after(job, 0, most);
    }

    void write(ImportId job, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        database.createNativeQuery(
                        "update import_row r set outcome = v.outcome, entry = v.entry, findings = v.findings, done ="
                                + " v.done, organisation_id = v.organisation, organisation_is_new = v.\"isNew\","
                                + " listing_id = v.listing from jsonb_to_recordset(cast(:verdicts as jsonb)) as v (number"
                                + " integer, outcome text, entry jsonb, findings jsonb, done boolean, organisation uuid,"
                                + " \"isNew\" boolean, listing uuid) where r.job_id = :job and r.number = v.number")
                .setParameter("job", job.value())
                .setParameter(
                        "verdicts",
                        Json.write(verdicts.stream().map(Written::of).toList()))
                .executeUpdate();
    }

    /** What became of rows that were entered: what they say has not changed. What was refused after all says why. */
    void entered(ImportId job, List<Verdict> verdicts) {
        write(job, verdicts.stream().filter(verdict -> !verdict.done()).toList());
        List<Verdict> done = verdicts.stream().filter(Verdict::done).toList();
        if (done.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        update import_row r set outcome = v.outcome, done = true, organisation_id = v.organisation,
                            organisation_is_new = v.is_new, listing_id = v.listing
                        from unnest(cast(:numbers as integer[]), cast(:outcomes as text[]), cast(:organisations as uuid[]),
                            cast(:new as boolean[]), cast(:listings as uuid[])) as v (number, outcome, organisation, is_new, listing)
                        where r.job_id = :job and r.number = v.number
                        """)
                .setParameter("job", job.value())
                .setParameter("numbers", done.stream().map(Verdict::number).toArray(Integer[]::new))
                .setParameter(
                        "outcomes",
                        done.stream().map(verdict -> verdict.outcome().name()).toArray(String[]::new))
                .setParameter(
                        "organisations",
                        done.stream()
                                .map(verdict -> verdict.organisation() == null
                                        ? null
                                        : verdict.organisation().value())
                                .toArray(UUID[]::new))
                .setParameter(
                        "new", done.stream().map(Verdict::organisationIsNew).toArray(Boolean[]::new))
                .setParameter(
                        "listings",
                        done.stream()
                                .map(verdict -> verdict.listing() == null
                                        ? null
                                        : verdict.listing().value())
                                .toArray(UUID[]::new))
                .executeUpdate();
    }

    private record Written(
            int number,
            String outcome,
            @Nullable Entry entry,
            List<Finding> findings,
            boolean done,
            @Nullable UUID organisation,
            boolean isNew,
            @Nullable UUID listing) {

        static Written of(Verdict verdict) {
            OrganisationId organisation = verdict.organisation();
            ListingId listing = verdict.listing();
            return new Written(
                    verdict.number(),
                    verdict.outcome().name(),
                    verdict.entry(),
                    verdict.findings(),
                    verdict.done(),
                    organisation == null ? null : organisation.value(),
                    verdict.organisationIsNew(),
                    listing == null ? null : listing.value());
        }
    }

    /** Says it of these rows, or of every row that is still flagged; tells of how many. */
    int decide(ImportId job, @Nullable Collection<Integer> numbers, Decision decision) {
        var update = database.createNativeQuery("update import_row set decision = :decision"
                        + " where job_id = :job and not done and outcome in ('FLAGGED', 'DROPPED')"
                        + (numbers == null ? " and outcome = 'FLAGGED'" : " and number in (:numbers)"))
                .setParameter("job", job.value())
                .setParameter("decision", decision.name());
        if (numbers != null) {
            update.setParameter("numbers", numbers);
        }
        return update.executeUpdate();
    }

    /** Takes decisions back, of these rows or of all. */
    int undecide(ImportId job, @Nullable Collection<Integer> numbers) {
        var update = database.createNativeQuery(
                        "update import_row set decision = null where job_id = :job and not done and decision is not"
                                + " null"
                                + (numbers == null ? "" : " and number in (:numbers)"))
                .setParameter("job", job.value());
        if (numbers != null) {
            update.setParameter("numbers", numbers);
        }
        return update.executeUpdate();
    }

    /** A cancelled import leaves the rows that had their turn as they are. */
    void leaveTheRest(ImportId job) {
        database.createNativeQuery(
                        "update import_row set outcome = 'NOT_RUN' where job_id = :job and not done and (outcome in"
                                + " ('WAITING', 'CREATED', 'UPDATED') or (outcome = 'UNCHANGED' and entry is not null))")
                .setParameter("job", job.value())
                .executeUpdate();
    }

    /**
     * How far an import is.
     *
     * @param outcomes how many rows have which outcome
     * @param looked how many the dry run is through with
     * @param toEnter how many the run has still to enter
     * @param done how many it has entered
     * @param newOrganisations how many organisations this import brought that nobody knew before
     */
    record Counts(Map<RowOutcome, Integer> outcomes, int looked, int toEnter, int done, int newOrganisations) {

        int of(RowOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    /** Everything that is counted of an import, in one look at its rows: its page asks every second while they are being written. */
    Counts counts(ImportId job, int readTo) {
        Map<RowOutcome, Integer> outcomes = new EnumMap<>(RowOutcome.class);
        int[] sums = new int[4];
        for (Object row : database.createNativeQuery("select outcome, cast(count(*) as integer),"
                        + " cast(count(*) filter (where number <= :read) as integer),"
                        + " cast(count(*) filter (where " + TO_ENTER + ") as integer),"
                        + " cast(count(*) filter (where done) as integer),"
                        + " cast(count(*) filter (where done and organisation_is_new) as integer)"
                        + " from import_row where job_id = :job group by outcome")
                .setParameter("job", job.value())
                .setParameter("read", readTo)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            outcomes.put(RowOutcome.valueOf((String) cells[0]), (Integer) cells[1]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (Integer) cells[i + 2];
            }
        }
        return new Counts(outcomes, sums[0], sums[1], sums[2], sums[3]);
    }

    /** Whether the run has anything left to enter. */
    boolean anyToEnter(ImportId job) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select from import_row where job_id = :job and " + TO_ENTER + ")")
                .setParameter("job", job.value())
                .getSingleResult();
    }

    private List<Row> rows(String condition, Map<String, Object> parameters, int skipped, int most) {
        return rows(COLUMNS, condition, parameters, skipped, most);
    }

    private List<Row> rows(String columns, String condition, Map<String, Object> parameters, int skipped, int most) {
        var query = database.createNativeQuery("select " + columns + " from import_row where " + condition);
        parameters.forEach(query::setParameter);
        List<Row> rows = new ArrayList<>();
        for (Object row : query.setFirstResult(skipped).setMaxResults(most).getResultList()) {
            rows.add(row((Object[]) row));
        }
        return rows;
    }

    private static Row row(Object[] cells) {
        String decision = (String) cells[3];
        String entry = (String) cells[4];
        return new Row(
                new Table.Line((Integer) cells[0], Json.read((String) cells[1], Json.TEXTS)),
                RowOutcome.valueOf((String) cells[2]),
                decision == null ? null : Decision.valueOf(decision),
                entry == null ? null : Json.read(entry, Json.ENTRY),
                Json.read((String) cells[5], Json.FINDINGS),
                (Boolean) cells[6],
                Optional.ofNullable((UUID) cells[7]).map(OrganisationId::new),
                Optional.ofNullable((UUID) cells[8]).map(ListingId::new));
    }
}
