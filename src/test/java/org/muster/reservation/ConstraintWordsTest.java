package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Every constraint that somebody's wish can meet has its sentence; the rest only our own mistakes could. */
@QuarkusTest
class ConstraintWordsTest {

    /** The shape of rows, ids, and what is inserted beside them in the same statement. */
    private static final Set<String> ONLY_OUR_OWN_MISTAKES = Set.of(
            "ck_day_pool_share",
            "ck_day_pool_span_free",
            "ck_occupancy_amount",
            "ck_occupancy_during",
            "ck_occupancy_free",
            "ck_occupancy_state",
            "ck_occupancy_until",
            "ck_occupancy_whole",
            "fk_day_pool_listing",
            "fk_lot_listing",
            "pk_day_pool",
            "pk_lot",
            "pk_occupancy");

    @Inject
    DataSource database;

    @Test
    void every_constraint_has_its_sentence() throws Exception {
        Set<String> named = new TreeSet<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select conname from pg_constraint
                        where conrelid in ('occupancy'::regclass, 'lot'::regclass, 'day_pool'::regclass, 'day_pool_span'::regclass)
                            and contype <> 'n'
                        union select indexrelid::regclass::text from pg_index
                        where indrelid = 'occupancy'::regclass and indisunique
                        """)) {
            while (rows.next()) {
                named.add(rows.getString(1));
            }
        }
        Set<String> known = new TreeSet<>(ConstraintWords.SENTENCES.keySet());
        known.addAll(ONLY_OUR_OWN_MISTAKES);
        assertThat(known).isEqualTo(named);
    }
}
