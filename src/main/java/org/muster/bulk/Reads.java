package org.muster.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Many rows to look at, read by one plain statement on the connection of the session. What an entity's columns are is asked of its mapping, so that
 * it is the entity the session would have read; but the session does not know it, keeps no copy of it and never looks whether it was changed.
 */
@ApplicationScoped
public class Reads {

    private final EntityManager database;
    private final Map<Class<?>, Shape<?>> shapes = new ConcurrentHashMap<>();

    Reads(EntityManager database) {
        this.database = database;
    }

    /** What one row says. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Entities, for whoever only looks at them. Lists of theirs in tables of their own are left to the caller.
     *
     * @param rest what follows the name of the table
     * @param parameters of its question marks; many numbers as an array
     */
    public <T> List<T> entities(Class<T> type, String rest, @Nullable Object... parameters) {
        SessionImplementor session = database.unwrap(SessionImplementor.class);
        Shape<T> shape = shapeOf(type, session);
        return rows(shape.select + rest, row -> shape.read(row, session), parameters);
    }

    /** Rows of any statement. What was changed in the session is written first. */
    public <T> List<T> rows(String sql, Row<T> read, @Nullable Object... parameters) {
        SessionImplementor session = database.unwrap(SessionImplementor.class);
        if (session.isTransactionInProgress()) {
            session.flush();
        }
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, bound(connection, parameters[i]));
                }
                List<T> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(read.read(rows));
                    }
                }
                return found;
            }
        });
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object parameter) throws SQLException {
        if (parameter instanceof UUID[] ids) {
            return connection.createArrayOf("uuid", ids);
        }
        return parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter;
    }

    @SuppressWarnings("unchecked")
    private <T> Shape<T> shapeOf(Class<T> type, SessionImplementor session) {
        return (Shape<T>) shapes.computeIfAbsent(
                type,
                any -> Shape.of(type, session.getFactory().getMappingMetamodel().getEntityDescriptor(type)));
    }

    /** How the entities of a type lie in the columns of their table. */
    private record Shape<T>(
            String select, Constructor<T> empty, EntityPersister mapping, Part id, List<Filled> attributes) {

        private record Filled(AttributeMapping attribute, Part part) {}

        static <T> Shape<T> of(Class<T> type, EntityPersister mapping) {
            List<String> columns = new ArrayList<>();
            Part id = part(mapping.getIdentifierMapping(), columns);
            List<Filled> attributes = new ArrayList<>();
            for (int i = 0; i < mapping.getNumberOfAttributeMappings(); i++) {
                AttributeMapping attribute = mapping.getAttributeMapping(i);
                if (!attribute.isPluralAttributeMapping()) {
                    attributes.add(new Filled(attribute, part(attribute, columns)));
                }
            }
            try {
                Constructor<T> empty = type.getDeclaredConstructor();
                empty.setAccessible(true);
                return new Shape<>(
                        "select " + String.join(", ", columns) + " from " + mapping.getIdentifierTableName() + " ",
                        empty,
                        mapping,
                        id,
                        attributes);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("An entity can be made empty", e);
            }
        }

        private static Part part(ModelPart part, List<String> columns) {
            if (part instanceof EmbeddableValuedModelPart embedded) {
                EmbeddableMappingType type = embedded.getEmbeddableTypeDescriptor();
                List<Part> parts = new ArrayList<>();
                for (int i = 0; i < type.getNumberOfAttributeMappings(); i++) {
                    parts.add(part(type.getAttributeMapping(i), columns));
                }
                return new Embedded(type, parts);
            }
            BasicValuedModelPart basic = Objects.requireNonNull(part.asBasicValuedModelPart(), "one column");
            columns.add(basic.getSelectionExpression());
            return new Basic(columns.size(), basic.getJdbcMapping());
        }

        T read(ResultSet row, SessionImplementor session) throws SQLException {
            try {
                T entity = empty.newInstance();
                mapping.setIdentifier(entity, id.read(row, session), session);
                for (Filled filled : attributes) {
                    filled.attribute.setValue(entity, filled.part.read(row, session));
                }
                return entity;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("An entity can be made empty", e);
            }
        }
    }

    /** What is read of one or several columns. */
    private sealed interface Part {
        @Nullable Object read(ResultSet row, SessionImplementor session) throws SQLException;
    }

    private record Basic(int at, JdbcMapping mapping) implements Part {
        @Override
        public @Nullable Object read(ResultSet row, SessionImplementor session) throws SQLException {
            return mapping.convertToDomainValue(mapping.getJdbcValueExtractor().extract(row, at, session));
        }
    }

    /** Nothing when none of its columns says anything, as the session has it. */
    private record Embedded(EmbeddableMappingType type, Collection<Part> parts) implements Part {
        @Override
        public @Nullable Object read(ResultSet row, SessionImplementor session) throws SQLException {
            @Nullable Object[] values = new Object[parts.size()];
            int i = 0;
            for (Part part : parts) {
                values[i++] = part.read(row, session);
            }
            return Arrays.stream(values).allMatch(Objects::isNull)
                    ? null
                    : type.getRepresentationStrategy().getInstantiator().instantiate(() -> values);
        }
    }
}
