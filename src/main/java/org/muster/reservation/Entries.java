package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/** The history, read only. */
@ApplicationScoped
class Entries {

    private static final String COLUMNS = """
            select id, at, kind, hold_id, claim_id, listing_id, organisation_id, sells, lower(during) as starts, upper(during) as ends, day,
                amount, until, actor_name, actor_organisation, reason
            from ledger_entry
            """;

    private final Sql sql;

    Entries(Sql sql) {
        this.sql = sql;
    }

    List<LedgerLine> of(HoldId hold) {
        return sql.with(
                COLUMNS + " where hold_id = ? order by id",
                statement -> statement.add(hold.value()).list(Entries::line));
    }

    List<LedgerLine> find(LedgerQuery query) {
        Where where = Where.of(query);
        return sql.with(COLUMNS + where.text() + " order by id desc limit ? offset ?", statement -> {
            for (Object value : where.values()) {
                statement.add(value);
            }
            return statement
                    .add(query.size())
                    .add((long) (query.page() - 1) * query.size())
                    .list(Entries::line);
        });
    }

    long count(LedgerQuery query, int most) {
        Where where = Where.of(query);
        return sql.with(
                        "select count(*) from (select from ledger_entry" + where.text() + " limit ?) as counted",
                        statement -> {
                            for (Object value : where.values()) {
                                statement.add(value);
                            }
                            return statement.add(most).list(row -> row.getLong(1));
                        })
                .get(0);
    }

    private record Where(String text, List<Object> values) {
        static Where of(LedgerQuery query) {
            List<String> conditions = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            query.hold().ifPresent(hold -> {
                conditions.add("hold_id = ?");
                values.add(hold.value());
            });
            query.listing().ifPresent(listing -> {
                conditions.add("listing_id = ?");
                values.add(listing.value());
            });
            query.holder().ifPresent(holder -> {
                conditions.add("organisation_id = ?");
                values.add(holder.value());
            });
            query.kind().ifPresent(kind -> {
                conditions.add("kind = ?");
                values.add(kind);
            });
            query.from().ifPresent(from -> {
                conditions.add("at >= ?");
                values.add(from);
            });
            query.to().ifPresent(to -> {
                conditions.add("at < ?");
                values.add(to);
            });
            return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
        }
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getLong("id"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("kind"),
                new HoldId(row.getObject("hold_id", UUID.class)),
                new ClaimId(row.getObject("claim_id", UUID.class)),
                new ListingId(row.getObject("listing_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("sells"),
                Sql.window(row, "starts", "ends"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("amount"),
                Sql.instant(row, "until"),
                row.getString("actor_name"),
                Optional.ofNullable(row.getObject("actor_organisation", UUID.class))
                        .map(OrganisationId::new),
                row.getString("reason"));
    }
}
