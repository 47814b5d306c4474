package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** What listings sell, one statement for all of them, without loading them. */
@ApplicationScoped
class Offers {

    /** More decimals of an amount are not kept. */
    private static final int MOST_DECIMALS = 6;

    private static final String READ = """
            select l.id, l.organisation_id, l.state, l.confidentiality, l.sells, l.quantity_amount, l.quantity_unit, l.quantity_base,
                l.hours_per_day,
                case when exists (select from capacity_window w where w.listing_id = l.id and upper(w.during) > ?)
                    then exists (select from capacity_window w where w.listing_id = l.id and upper(w.during) > ? and w.availability = 'FREE')
                    else l.declared_availability = 'FREE' end,
                l.last_confirmed_at, l.minimum_amount, l.minimum_unit, l.multiple_amount, l.multiple_unit
            from listing l where l.id = any (?) order by l.id
            """;

    private final DataSource database;
    private final Blocks blocks;
    private final Silence silence;

    Offers(DataSource database, Blocks blocks, Silence silence) {
        this.database = database;
        this.blocks = blocks;
        this.silence = silence;
    }

    /** Those the viewer may see; until the end of the transaction none can be withdrawn, or sell in another measure. */
    List<Offer> keptFor(Actor viewer, Collection<ListingId> listings, Instant now) {
        Set<OrganisationId> hiding = blocks.hiding(viewer);
        Instant heardSince = silence.allocatedSince(now);
        return with(READ + " for key share of l", (connection, statement) -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf("uuid", ids(listings)));
            List<Offer> offers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read(viewer, hiding, heardSince, rows).ifPresent(offers::add);
                }
            }
            return offers;
        });
    }

    private static Optional<Offer> read(Actor viewer, Set<OrganisationId> hiding, Instant heardSince, ResultSet row)
            throws SQLException {
        OrganisationId supplier = new OrganisationId(row.getObject(2, UUID.class));
        ListingState state = ListingState.valueOf(row.getString(3));
        Confidentiality confidentiality = Confidentiality.valueOf(row.getString(4));
        if (Visibility.of(viewer, hiding, supplier, state, confidentiality) == Visibility.Sight.HIDDEN) {
            return Optional.empty();
        }
        String sells = row.getString(5);
        return Optional.of(new Offer(
                new ListingId(row.getObject(1, UUID.class)),
                supplier,
                state,
                Sale.read(sells),
                sells,
                quantity(row, 6),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                quantity(row, 12),
                quantity(row, 14),
                row.getBoolean(10),
                viewer.actsFor(supplier)
                        || !row.getObject(11, OffsetDateTime.class).toInstant().isBefore(heardSince),
                Weeks.ZONE));
    }

    /** @param column of the amount; the unit stands beside it */
    private static @Nullable Quantity quantity(ResultSet row, int column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Quantity(amount, Unit.of(row.getString(column + 1)));
    }

    /** Nobody else changes them before the end of the transaction; in one order, so that two who do this wait and do not block. */
    void lock(Collection<ListingId> listings) {
        with("select id from listing where id = any (?) order by id for no key update", (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", ids(listings)));
            return statement.execute();
        });
    }

    /** Takes an amount in base units off what is on hand; tells the revision that says so. */
    long takeOff(ListingId listing, BigDecimal base) {
        String sql = """
                update listing set quantity_base = quantity_base - ?, quantity_amount = trunc((quantity_base - ?) / ?, %d),
                    revision = revision + 1, version = version + 1
                where id = ? returning revision
                """.formatted(MOST_DECIMALS);
        BigDecimal factor = with("select quantity_unit from listing where id = ?", (connection, statement) -> {
            statement.setObject(1, listing.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Unit.of(row.getString(1)).factor();
            }
        });
        return with(sql, (connection, statement) -> {
            statement.setBigDecimal(1, base);
            statement.setBigDecimal(2, base);
            statement.setBigDecimal(3, factor);
            statement.setObject(4, listing.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static Object[] ids(Collection<ListingId> listings) {
        return listings.stream().map(ListingId::value).toArray();
    }

    private interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The listings' table did not answer", e);
        }
    }
}
