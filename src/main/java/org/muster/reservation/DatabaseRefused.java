package org.muster.reservation;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL did not do what it was told; says only why, never with whose values. */
class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Serialization failure and deadlock: the same again may go well. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

    DatabaseRefused(SQLException cause) {
        super("The ledger's tables answered " + cause.getSQLState(), cause);
    }

    /** Wherever it is in the chain of causes, as transaction managers wrap what happens at the commit. */
    static Optional<SQLException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    static boolean worthAnotherTry(SQLException failure) {
        return failure.getSQLState() != null && WORTH_ANOTHER_TRY.contains(failure.getSQLState());
    }

    /** Nothing was done: every connection of the pool was busy for longer than one waits. */
    static boolean crowded(SQLException failure) {
        return failure.getSQLState() == null
                && failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    /** The constraint that was to be broken; Hibernate does not tell it for exclusion. */
    static Optional<String> constraint(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            @Nullable ServerErrorMessage message = postgres.getServerErrorMessage();
            return message == null ? Optional.empty() : Optional.ofNullable(message.getConstraint());
        }
        return Optional.empty();
    }
}
