package org.muster.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of the glossary, read whole and written in sets. Joins the transaction that is running. */
@ApplicationScoped
class StoredTerms {

    private final DataSource database;

    @Inject
    StoredTerms(DataSource database) {
        this.database = database;
    }

    long revision() {
        return with("select revision from term_revision", statement -> number(statement));
    }

    /** Makes every other editor wait until this transaction ends. */
    void lock() {
        with("select revision from term_revision for update", statement -> number(statement));
    }

    void countChange() {
        with("update term_revision set revision = revision + 1", PreparedStatement::executeUpdate);
    }

    private record Label(String language, String role, String text) {}

    List<Term> all() {
        Map<UUID, List<Label>> labels = new LinkedHashMap<>();
        with("select term_id, language, role, text from term_label order by term_id, position", statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    labels.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new Label(rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return labels.size();
        });
        String sql = "select id, key, kind, division_code, broader_key, default_unit, version from term order by key";
        return with(sql, statement -> {
            List<Term> terms = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    List<Label> own = labels.getOrDefault(id, List.of());
                    String zh = of(own, "zh", "NAME").stream().findFirst().orElse(rows.getString(2));
                    terms.add(new Term(
                            id,
                            rows.getString(2),
                            TermKind.valueOf(rows.getString(3)),
                            zh,
                            of(own, "en", "NAME").stream().findFirst().orElse(zh),
                            of(own, "zh", "SYNONYM"),
                            of(own, "en", "SYNONYM"),
                            of(own, "any", "ABBREVIATION"),
                            Optional.ofNullable(rows.getString(4)),
                            Optional.ofNullable(rows.getString(5)),
                            Optional.ofNullable(rows.getString(6)),
                            rows.getInt(7)));
                }
            }
            return terms;
        });
    }

    private static List<String> of(List<Label> labels, String language, String role) {
        return labels.stream()
                .filter(label ->
                        label.language().equals(language) && label.role().equals(role))
                .map(Label::text)
                .toList();
    }

    /** Keys that an operator took out. */
    Set<String> removedKeys() {
        return with("select key from term_removal", statement -> {
            Set<String> keys = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        });
    }

    void insert(Collection<Term> terms, Optional<String> editor, Instant now) {
        String sql =
                "insert into term (id, key, kind, division_code, broader_key, default_unit, version, edited_at, edited_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        with(sql, statement -> {
            for (Term term : terms) {
                statement.setObject(1, term.id());
                statement.setString(2, term.key());
                statement.setString(3, term.kind().name());
                statement.setString(4, term.division().orElse(null));
                statement.setString(5, term.broader().orElse(null));
                statement.setString(6, term.defaultUnit().orElse(null));
                statement.setInt(7, term.version());
                if (editor.isPresent()) {
                    statement.setObject(8, at(now));
                } else {
                    statement.setNull(8, Types.TIMESTAMP_WITH_TIMEZONE);
                }
                statement.setString(9, editor.orElse(null));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        insertLabels(terms);
    }

    /** Writes the term anew if it is still of that version; false when somebody else was quicker. */
    boolean update(Term term, int version, String editor, Instant now) {
        String sql =
                "update term set kind = ?, division_code = ?, broader_key = ?, default_unit = ?, version = version + 1,"
                        + " edited_at = ?, edited_by = ? where id = ? and version = ?";
        int changed = with(sql, statement -> {
            statement.setString(1, term.kind().name());
            statement.setString(2, term.division().orElse(null));
            statement.setString(3, term.broader().orElse(null));
            statement.setString(4, term.defaultUnit().orElse(null));
            statement.setObject(5, at(now));
            statement.setString(6, editor);
            statement.setObject(7, term.id());
            statement.setInt(8, version);
            return statement.executeUpdate();
        });
        if (changed == 0) {
            return false;
        }
        with("delete from term_label where term_id = ?", statement -> {
            statement.setObject(1, term.id());
            return statement.executeUpdate();
        });
        insertLabels(List.of(term));
        return true;
    }

    /** Takes the term out and remembers it; what was narrower than it hangs on what it hung on. */
    boolean delete(Term term, int version, String reason, String editor, Instant now) {
        int deleted = with("delete from term where id = ? and version = ?", statement -> {
            statement.setObject(1, term.id());
            statement.setInt(2, version);
            return statement.executeUpdate();
        });
        if (deleted == 0) {
            return false;
        }
        with("update term set broader_key = ?, version = version + 1 where broader_key = ?", statement -> {
            statement.setString(1, term.broader().orElse(null));
            statement.setString(2, term.key());
            return statement.executeUpdate();
        });
        String sql = "insert into term_removal (key, zh, en, reason, removed_at, removed_by) values (?, ?, ?, ?, ?, ?)"
                + " on conflict (key) do update set reason = excluded.reason, removed_at = excluded.removed_at,"
                + " removed_by = excluded.removed_by";
        with(sql, statement -> {
            statement.setString(1, term.key());
            statement.setString(2, term.zh());
            statement.setString(3, term.en());
            statement.setString(4, reason);
            statement.setObject(5, at(now));
            statement.setString(6, editor);
            return statement.executeUpdate();
        });
        return true;
    }

    /** Who changed it last; empty for a term as it was shipped. */
    Optional<String> editor(UUID id) {
        return with("select edited_by from term where id = ?", statement -> {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        });
    }

    private void insertLabels(Collection<Term> terms) {
        String sql =
                "insert into term_label (term_id, language, role, position, text, normalised) values (?, ?, ?, ?, ?, ?)";
        with(sql, statement -> {
            for (Term term : terms) {
                Set<String> seen = new HashSet<>();
                add(statement, seen, term, "zh", "NAME", List.of(term.zh()));
                add(statement, seen, term, "en", "NAME", List.of(term.en()));
                add(statement, seen, term, "zh", "SYNONYM", term.zhSynonyms());
                add(statement, seen, term, "en", "SYNONYM", term.enSynonyms());
                add(statement, seen, term, "any", "ABBREVIATION", term.abbreviations());
            }
            return statement.executeBatch();
        });
    }

    private static void add(
            PreparedStatement statement, Set<String> seen, Term term, String language, String role, List<String> labels)
            throws SQLException {
        int position = 0;
        for (String label : labels) {
            // One row a label: a term called SMS in both languages has one name row.
            if (!seen.add(Labels.normalised(label))) {
                continue;
            }
            statement.setObject(1, term.id());
            statement.setString(2, language);
            statement.setString(3, role);
            statement.setInt(4, position++);
            statement.setString(5, label);
            statement.setString(6, Labels.normalised(label));
            statement.addBatch();
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The glossary's tables did not answer", e);
        }
    }
}
