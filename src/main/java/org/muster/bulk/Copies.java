package org.muster.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows by COPY, within the transaction that is running. What an entity's columns are is asked of its mapping, so that a row that was copied is
 * the row that persisting it would have written. Entities are not known to the session afterwards: whoever wants them again reads them.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Copies {

    private static final int SENT_AT_ONCE = 1 << 16;

    /** What PostgreSQL reads as Java writes it. */
    private static final Set<Class<?>> PLAIN =
            Set.of(Integer.class, Long.class, Double.class, UUID.class, Instant.class, LocalDate.class);

    private final EntityManager database;

    Copies(EntityManager database) {
        this.database = database;
    }

    /** Rows of a table, each with a value for each of the columns. */
    public record Rows(String table, List<String> columns, List<List<@Nullable Object>> values) {}

    /** Entities that nobody has persisted; lists of theirs in tables of their own are left to the caller. */
    public <T> void insert(Class<T> type, Collection<T> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        SessionImplementor session = database.unwrap(SessionImplementor.class);
        EntityPersister mapping = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        List<String> columns = new ArrayList<>();
        List<List<@Nullable Object>> values = new ArrayList<>(fresh.size());
        for (T entity : fresh) {
            List<@Nullable Object> row = new ArrayList<>(Math.max(columns.size(), 10));
            // Every row has the same columns; the first one names them.
            Cells cells = new Cells(values.isEmpty() ? columns : null, row, session);
            cells.add(mapping.getIdentifierMapping(), mapping.getIdentifier(entity, session));
            for (int i = 0; i < mapping.getNumberOfAttributeMappings(); i++) {
                AttributeMapping attribute = mapping.getAttributeMapping(i);
                if (!attribute.isPluralAttributeMapping()) {
                    cells.add(attribute, attribute.getValue(entity));
                }
            }
            values.add(row);
        }
        insert(new Rows(mapping.getIdentifierTableName(), columns, values));
    }

    /** What was changed in the session is written first: rows may refer to it. */
    public void insert(Rows rows) {
        if (rows.values().isEmpty()) {
            return;
        }
        database.flush();
        database.unwrap(Session.class).doWork(connection -> copy(connection, rows));
    }

    private static void copy(Connection connection, Rows rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + rows.table() + " (" + String.join(", ", rows.columns()) + ") from stdin");
        try {
            StringBuilder text = new StringBuilder();
            for (List<@Nullable Object> row : rows.values()) {
                for (int i = 0; i < row.size(); i++) {
                    text.append(i == 0 ? "" : "\t");
                    write(row.get(i), text);
                }
                text.append('\n');
                if (text.length() > SENT_AT_ONCE) {
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
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** As COPY reads it in its text format. */
    static void write(@Nullable Object value, StringBuilder text) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String words) {
            escape(words, text);
        } else if (value instanceof Enum<?> one) {
            text.append(one.name());
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof Boolean is) {
            text.append(is ? 't' : 'f');
        } else if (PLAIN.contains(value.getClass())) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("No way to copy a " + value.getClass());
        }
    }

    private static void escape(String words, StringBuilder text) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    /** The columns of one part of an entity after the other. */
    private record Cells(@Nullable List<String> names, List<@Nullable Object> row, SessionImplementor session) {

        void add(ModelPart part, @Nullable Object value) {
            part.breakDownJdbcValues(value, this::add, session);
        }

        private void add(int index, @Nullable Object value, SelectableMapping column) {
            if (!column.isInsertable()) {
                return;
            }
            if (names != null) {
                names.add(column.getSelectionExpression());
            }
            row.add(value);
        }
    }
}
