package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** The rows of holds, of what they take, and of their history. Every call is part of the running transaction. */
@ApplicationScoped
class Holds {

    /**
     * All rows of a new hold by one statement. Where exclusive time is taken meanwhile, or being taken by somebody who then commits, its row
     * is left out and the count says so; on conflict PostgreSQL waits for that other one without a deadlock.
     */
    private static final String PLACE = """
            with placed as (
                insert into hold (id, organisation_id, placed_by, placed_by_name, placed_at, until, reason, own)
                values (?, ?, ?, ?, ?, ?, ?, ?)
            ), claimed as (
                insert into claim (id, hold_id, position, listing_id, supplier_id, kind, during, amount, unit, state, changed_at)
                select c.id, ?::uuid, c.position, c.listing, c.supplier, c.kind, c.during, c.amount, c.unit, 'HELD', ?::timestamptz
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[]::tstzrange[], ?::numeric[], ?::text[])
                    with ordinality as c (id, listing, supplier, kind, during, amount, unit, position)
            ), taken (claim, listing, sells, during, day, amount) as (
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]::tstzrange[], ?::date[], ?::numeric[])
            ), occupied as (
                insert into occupancy (claim_id, hold_id, listing_id, sells, state, until, during, day, amount)
                select claim, ?::uuid, listing, sells, 'HELD', ?::timestamptz, during, day, amount from taken
                on conflict do nothing
                returning 1
            ), written as (
                insert into ledger_entry (at, kind, hold_id, claim_id, listing_id, organisation_id, sells, during, day, amount, until,
                    actor_id, actor_name, actor_organisation, reason, key)
                select ?::timestamptz, 'HELD', ?::uuid, claim, listing, ?::uuid, sells, during, day, amount, ?::timestamptz,
                    ?::uuid, ?::text, ?::uuid, ?::text, ?::text
                from taken
            ), answered as (
            """ + "    " + Answers.REMEMBER + """

            )
            select count(*) from occupied
            """;

    private static final String HOLDS =
            "select h.id, h.organisation_id, h.placed_by, h.placed_by_name, h.placed_at, h.until, h.reason, h.own from hold h ";

    private static final String CLAIMS = """
            select c.hold_id, c.id, c.listing_id, c.supplier_id, c.kind, lower(c.during) as starts, upper(c.during) as ends, c.amount, c.unit,
                c.state, c.changed_at
            from claim c where c.hold_id = any (?) order by c.hold_id, c.position
            """;

    private final Sql sql;
    private final Answers answers;

    Holds(Sql sql, Answers answers) {
        this.sql = sql;
        this.answers = answers;
    }

    /** Whoever did something, and why. */
    record Deed(Actor actor, String reason, @Nullable String key, Instant at) {
        @Nullable UUID person() {
            return actor.person().map(PersonId::value).orElse(null);
        }

        @Nullable UUID organisation() {
            return actor.organisation().map(OrganisationId::value).orElse(null);
        }
    }

    /** Writes the hold, what it takes, its history and the answer; false when somebody else has some of the time. */
    boolean place(HoldRow hold, List<Cell> cells, Deed deed, Answers.Question question) {
        List<Cell> ordered = cells.stream().sorted(Cell.ORDER).toList();
        List<ClaimText> texts =
                hold.claims().stream().map(claim -> ClaimText.of(claim.what())).toList();
        PersonId person = hold.placedBy();
        long occupied = sql.with(PLACE, statement -> {
                    statement
                            .add(hold.id().value())
                            .add(hold.holder().value())
                            .add(person == null ? null : person.value())
                            .text(hold.placedByName())
                            .add(hold.placedAt())
                            .add(hold.until())
                            .text(hold.reason())
                            .add(hold.own());
                    statement
                            .add(hold.id().value())
                            .add(deed.at())
                            .each("uuid", hold.claims(), claim -> claim.id().value())
                            .each(
                                    "uuid",
                                    hold.claims(),
                                    claim -> claim.what().listing().value())
                            .each(
                                    "uuid",
                                    hold.claims(),
                                    claim -> claim.supplier().value())
                            .each("text", texts, ClaimText::kind)
                            .each("text", texts, text -> Sql.range(text.during()))
                            .each("numeric", texts, text -> amount(text.quantity()))
                            .each("text", texts, text -> unit(text.quantity()));
                    cells(statement, ordered);
                    statement.add(hold.id().value()).add(hold.until());
                    statement
                            .add(deed.at())
                            .add(hold.id().value())
                            .add(hold.holder().value())
                            .add(hold.until())
                            .add(deed.person())
                            .text(deed.actor().name())
                            .add(deed.organisation())
                            .text(deed.reason())
                            .text(deed.key());
                    statement
                            .add(question.organisation().value())
                            .text(question.key())
                            .text(question.fingerprint())
                            .add(hold.id().value())
                            .text(answers.write(new Answers.Answer(hold, List.of())))
                            .add(deed.at());
                    return statement.list(row -> row.getLong(1));
                })
                .get(0);
        return occupied == cells.size();
    }

    private static void cells(Sql.Parameters statement, List<Cell> cells) throws SQLException {
        statement
                .each("uuid", cells, cell -> cell.claim().value())
                .each("uuid", cells, cell -> cell.listing().value())
                .each("text", cells, Cell::sells)
                .each("text", cells, cell -> Sql.range(cell.during()))
                .each("date", cells, Cell::day)
                .each("numeric", cells, Cell::amount);
    }

    private static @Nullable Object amount(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.amount();
    }

    private static @Nullable String unit(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.unit().code();
    }

    // ── Reading ─────────────────────────────────────────────────────────────────

    Optional<HoldRow> byId(HoldId id) {
        return read(HOLDS + "where h.id = ?", statement -> statement.add(id.value())).stream()
                .findFirst();
    }

    /** As {@link #byId}; nobody else changes it before the end of the transaction. */
    Optional<HoldRow> locked(HoldId id) {
        return locked(List.of(id)).stream().findFirst();
    }

    /** In the order of their ids, as everybody locks them. */
    List<HoldRow> locked(Collection<HoldId> ids) {
        return read(
                HOLDS + "where h.id = any (?) order by h.id for no key update",
                statement -> statement.each("uuid", ids, HoldId::value));
    }

    List<HoldRow> heldBy(OrganisationId holder, int page, int size) {
        return read(
                HOLDS + "where h.organisation_id = ? order by h.placed_at desc, h.id limit ? offset ?",
                statement -> statement.add(holder.value()).add(size).add((long) page * size));
    }

    long countHeldBy(OrganisationId holder) {
        return count("select count(*) from hold where organisation_id = ?", holder);
    }

    List<HoldRow> onListingsOf(OrganisationId supplier, int page, int size) {
        return read(
                HOLDS + """
                        where h.id in (select c.hold_id from claim c where c.supplier_id = ?)
                        order by h.placed_at desc, h.id limit ? offset ?
                        """,
                statement -> statement.add(supplier.value()).add(size).add((long) page * size));
    }

    long countOnListingsOf(OrganisationId supplier) {
        return count("select count(distinct hold_id) from claim where supplier_id = ?", supplier);
    }

    private long count(String text, OrganisationId organisation) {
        return sql.with(text, statement -> statement.add(organisation.value()).list(row -> row.getLong(1)))
                .get(0);
    }

    private interface Binding {
        void to(Sql.Parameters statement) throws SQLException;
    }

    private List<HoldRow> read(String text, Binding binding) {
        List<HoldRow> bare = sql.with(text, statement -> {
            binding.to(statement);
            return statement.list(Holds::hold);
        });
        if (bare.isEmpty()) {
            return bare;
        }
        Map<HoldId, List<ClaimRow>> claims = new HashMap<>();
        sql.with(
                CLAIMS,
                statement -> statement
                        .each("uuid", bare, hold -> hold.id().value())
                        .list(row -> claims.computeIfAbsent(
                                        new HoldId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                                .add(claim(row))));
        return bare.stream()
                .map(hold -> new HoldRow(
                        hold.id(),
                        hold.holder(),
                        hold.placedBy(),
                        hold.placedByName(),
                        hold.placedAt(),
                        hold.until(),
                        hold.reason(),
                        hold.own(),
                        claims.getOrDefault(hold.id(), List.of())))
                .toList();
    }

    private static HoldRow hold(ResultSet row) throws SQLException {
        UUID person = row.getObject("placed_by", UUID.class);
        return new HoldRow(
                new HoldId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                person == null ? null : new PersonId(person),
                row.getString("placed_by_name"),
                Objects.requireNonNull(Sql.instant(row, "placed_at")),
                Objects.requireNonNull(Sql.instant(row, "until")),
                row.getString("reason"),
                row.getBoolean("own"),
                List.of());
    }

    private static ClaimRow claim(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return new ClaimRow(
                new ClaimId(row.getObject("id", UUID.class)),
                new ClaimText(
                                row.getString("kind"),
                                Sql.window(row, "starts", "ends"),
                                unit == null ? null : new Quantity(row.getBigDecimal("amount"), Unit.of(unit)))
                        .claim(new ListingId(row.getObject("listing_id", UUID.class))),
                new OrganisationId(row.getObject("supplier_id", UUID.class)),
                ClaimState.valueOf(row.getString("state")),
                Objects.requireNonNull(Sql.instant(row, "changed_at")));
    }

    /** What these claims take now, in the order in which everybody takes. */
    List<Cell> cells(Collection<ClaimId> claims) {
        return sql
                .with(
                        """
                select hold_id, claim_id, listing_id, sells, until, lower(during) as starts, upper(during) as ends, day, amount
                from occupancy where claim_id = any (?)
                """,
                        statement -> statement
                                .each("uuid", claims, ClaimId::value)
                                .list(row -> new Cell(
                                        new HoldId(row.getObject("hold_id", UUID.class)),
                                        new ClaimId(row.getObject("claim_id", UUID.class)),
                                        new ListingId(row.getObject("listing_id", UUID.class)),
                                        row.getString("sells"),
                                        Sql.instant(row, "until"),
                                        Sql.window(row, "starts", "ends"),
                                        row.getObject("day", LocalDate.class),
                                        row.getBigDecimal("amount"))))
                .stream()
                .sorted(Cell.ORDER)
                .toList();
    }

    // ── Changing ────────────────────────────────────────────────────────────────

    /** The claims are over: nothing is taken by them any more. */
    void free(Collection<ClaimId> claims) {
        sql.with(
                "delete from occupancy where claim_id = any (?)",
                statement -> statement.each("uuid", claims, ClaimId::value).update());
    }

    /** What was held stays taken until somebody says otherwise. */
    void commit(Collection<ClaimId> claims) {
        sql.with(
                "update occupancy set state = 'COMMITTED', until = null where claim_id = any (?)",
                statement -> statement.each("uuid", claims, ClaimId::value).update());
    }

    void extend(Collection<ClaimId> claims, Instant until) {
        sql.with(
                "update occupancy set until = ? where claim_id = any (?) and state = 'HELD'",
                statement -> statement
                        .add(until)
                        .each("uuid", claims, ClaimId::value)
                        .update());
    }

    /** Leaves of the cells of one claim what remains of them. */
    void reduce(Reduction reduction) {
        for (Cell cell : reduction.remaining()) {
            sql.with(
                    "update occupancy set during = ?::tstzrange, amount = ? where claim_id = ? and day is not distinct from ?::date",
                    statement -> statement
                            .during(cell.during())
                            .add(cell.amount())
                            .add(cell.claim().value())
                            .add(cell.day())
                            .update());
        }
        sql.with(
                "delete from occupancy where claim_id = any (?) and day = any (?)",
                statement -> statement
                        .each("uuid", reduction.gone(), cell -> cell.claim().value())
                        .each("date", reduction.gone(), Cell::day)
                        .update());
    }

    /** Which never change. */
    List<ListingId> listingsOf(HoldId hold) {
        return sql.with(
                "select distinct listing_id from claim where hold_id = ?",
                statement -> statement.add(hold.value()).list(row -> new ListingId(row.getObject(1, UUID.class))));
    }

    void say(Collection<ClaimRow> claims) {
        List<ClaimText> texts =
                claims.stream().map(claim -> ClaimText.of(claim.what())).toList();
        sql.with(
                """
                update claim c set state = n.state, changed_at = n.at, during = n.during, amount = n.amount
                from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[]::tstzrange[], ?::numeric[]) as n (id, state, at, during, amount)
                where c.id = n.id
                """,
                statement -> statement
                        .each("uuid", claims, claim -> claim.id().value())
                        .each("text", claims, claim -> claim.state().name())
                        .each(
                                "timestamptz",
                                claims,
                                claim -> Sql.at(claim.changedAt()).toString())
                        .each("text", texts, text -> Sql.range(text.during()))
                        .each("numeric", texts, text -> amount(text.quantity()))
                        .update());
    }

    /** Nothing of it is held any more that could expire, or still something is. */
    void settle(HoldRow hold) {
        boolean pending = hold.claims().stream().anyMatch(claim -> claim.state() == ClaimState.HELD);
        sql.with(
                "update hold set pending = ?, until = ? where id = ?",
                statement -> statement
                        .add(pending)
                        .add(hold.until())
                        .add(hold.id().value())
                        .update());
    }

    /** The kinds of entries; an amount is what it adds to a balance. */
    enum Entry {
        HELD,
        COMMITTED,
        RELEASED,
        REDUCED,
        EXTENDED,
        CONSUMED,
        EXPIRED
    }

    /** Writes down what happened to cells: their time and end as they are after it, their amount as what it adds to the balance. */
    void write(Entry kind, OrganisationId holder, Collection<Cell> after, Deed deed) {
        sql.with("""
                insert into ledger_entry (at, kind, hold_id, claim_id, listing_id, organisation_id, sells, during, day, amount, until,
                    actor_id, actor_name, actor_organisation, reason, key)
                select ?::timestamptz, ?::text, hold, claim, listing, ?::uuid, sells, during, day, amount, until,
                    ?::uuid, ?::text, ?::uuid, ?::text, ?::text
                from unnest(?::uuid[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[], ?::text[]::tstzrange[], ?::date[], ?::numeric[])
                    with ordinality as c (hold, until, claim, listing, sells, during, day, amount, position)
                order by position
                """, statement -> {
            statement
                    .add(deed.at())
                    .text(kind.name())
                    .add(holder.value())
                    .add(deed.person())
                    .text(deed.actor().name())
                    .add(deed.organisation())
                    .text(deed.reason())
                    .text(deed.key())
                    .each("uuid", after, cell -> cell.hold().value())
                    .each(
                            "timestamptz",
                            after,
                            cell -> cell.until() == null
                                    ? null
                                    : Sql.at(cell.until()).toString());
            cells(statement, List.copyOf(after));
            return statement.update();
        });
    }

    /** By hold, in order. */
    static Map<HoldId, List<Cell>> byHold(Collection<Cell> cells) {
        Map<HoldId, List<Cell>> byHold = new LinkedHashMap<>();
        cells.forEach(cell ->
                byHold.computeIfAbsent(cell.hold(), hold -> new ArrayList<>()).add(cell));
        return byHold;
    }
}
