package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Derives from the history what must be taken now, from what is taken what must be promised, and says where a table tells something else.
 * Trusts no constraint: overlaps, time outside of free windows and balances out of bounds are looked for as well. Reads one moment of the
 * database, while others go on working.
 */
@ApplicationScoped
class Prover {

    /** Enough to see what is wrong; one damage makes many differences. */
    private static final int MOST_OF_A_RULE = 200;

    /** What each cell must be by its entries: the last one tells time and end, all of them together tell the amount. */
    private static final String DERIVED = """
            with derived as (
                select distinct on (e.claim_id, e.day) e.claim_id, e.day, e.hold_id, e.listing_id, e.sells, e.kind, e.during, e.until,
                    sum(e.amount) over (partition by e.claim_id, e.day) as amount
                from ledger_entry e order by e.claim_id, e.day, e.id desc
            ), live as (
                select * from derived
                where kind not in ('RELEASED', 'CONSUMED', 'EXPIRED') and (amount is null or amount <> 0)
            )
            """;

    private static final String CELL =
            "concat_ws(' ', %1$s.listing_id, %1$s.sells, %1$s.during, %1$s.day, trim_scale(%1$s.amount), coalesce('until ' || %1$s.until, 'committed'))";

    /** Each rule with the question that finds what breaks it: subject, expected, found. */
    static final Map<String, String> RULES = Map.ofEntries(
            Map.entry(
                    "what is taken follows from the entries",
                    DERIVED + """
                    select coalesce(d.claim_id, o.claim_id) || ' ' || coalesce(coalesce(d.day, o.day)::text, ''),
                        case when d.claim_id is null then 'nothing taken' else %s end,
                        case when o.claim_id is null then 'nothing taken' else %s end
                    from live d full join occupancy o
                        on o.claim_id = d.claim_id and coalesce(o.day, 'infinity') = coalesce(d.day, 'infinity')
                    where d.claim_id is null or o.claim_id is null
                        or (d.hold_id, d.listing_id, d.sells, d.during, d.amount, d.until)
                            is distinct from (o.hold_id, o.listing_id, o.sells, o.during, o.amount, o.until)
                        or (o.state = 'HELD') <> (d.until is not null)
                    """.formatted(CELL.formatted("d"), CELL.formatted("o"))),
            Map.entry("claims stand where their entries leave them", DERIVED + """
                    , ends as (
                        select distinct on (claim_id) claim_id, case
                            when kind in ('RELEASED', 'CONSUMED', 'EXPIRED', 'COMMITTED') then kind
                            when kind = 'EXTENDED' or kind = 'HELD' or until is not null then 'HELD' else 'COMMITTED' end as state
                        from (select e.claim_id, e.kind, e.until, e.id from ledger_entry e
                              join (select claim_id, max(id) as id from ledger_entry where kind <> 'REDUCED' group by claim_id) m on m.id = e.id) e
                        order by claim_id, id desc
                    )
                    select coalesce(e.claim_id, c.id)::text, coalesce(e.state, 'no entry'), coalesce(c.state, 'no claim')
                    from ends e full join claim c on c.id = e.claim_id where e.state is distinct from c.state
                    """),
            Map.entry("holds end when their claims end", """
                    select h.id::text, 'pending ' || coalesce(bool_or(c.state = 'HELD'), false), 'pending ' || h.pending
                    from hold h left join claim c on c.hold_id = h.id group by h.id
                    having coalesce(bool_or(c.state = 'HELD'), false) <> h.pending
                    union all
                    select h.id::text, 'until ' || h.until, 'until ' || o.until
                    from occupancy o join hold h on h.id = o.hold_id where o.until <> h.until
                    """),
            Map.entry("a claim takes what it says", """
                    select c.id::text, concat_ws(' ', c.kind, c.during, c.amount, c.unit), concat_ws(' ', o.during, trim_scale(o.amount))
                    from claim c left join (
                        select claim_id, min(during::text)::tstzrange as during, sum(amount) as amount from occupancy group by claim_id) o
                        on o.claim_id = c.id
                    where (c.state in ('HELD', 'COMMITTED')) <> (o.claim_id is not null)
                        or (c.kind = 'TIME' and o.claim_id is not null and c.during <> o.during)
                    """),
            Map.entry("lots promise what their entries add up to", """
                    select coalesce(l.listing_id, e.listing_id)::text, coalesce(trim_scale(e.amount), 0)::text, coalesce(trim_scale(l.reserved)::text, 'no lot')
                    from lot l full join (
                        select listing_id, sum(amount) as amount from ledger_entry where sells like 'LOT %' group by listing_id having sum(amount) <> 0) e
                        on e.listing_id = l.listing_id
                    where coalesce(e.amount, 0) is distinct from l.reserved
                    """),
            Map.entry("lots promise what is taken of them", """
                    select coalesce(l.listing_id, o.listing_id)::text, coalesce(trim_scale(o.amount), 0)::text, coalesce(trim_scale(l.reserved)::text, 'no lot')
                    from lot l full join (
                        select listing_id, sum(amount) as amount from occupancy where sells like 'LOT %' group by listing_id) o
                        on o.listing_id = l.listing_id
                    where coalesce(o.amount, 0) is distinct from l.reserved
                    """),
            Map.entry("lots hold what their listings say", """
                    select l.id::text, trim_scale(l.quantity_base)::text, coalesce(trim_scale(t.on_hand)::text, 'no lot')
                    from listing l left join lot t on t.listing_id = l.id
                    where l.sells like 'LOT %' and l.quantity_base is distinct from t.on_hand
                    """),
            Map.entry("days promise what their entries add up to", """
                    select coalesce(p.listing_id, e.listing_id) || ' ' || coalesce(p.day, e.day), coalesce(trim_scale(e.amount), 0)::text,
                        coalesce(trim_scale(p.reserved)::text, 'no pool')
                    from day_pool p full join (
                        select listing_id, day, sum(amount) as amount from ledger_entry where sells like 'RATE %' group by listing_id, day
                        having sum(amount) <> 0) e on e.listing_id = p.listing_id and e.day = p.day
                    where e.amount is distinct from p.reserved
                    """),
            Map.entry("days promise what is taken of them", """
                    select coalesce(p.listing_id, o.listing_id) || ' ' || coalesce(p.day, o.day), coalesce(trim_scale(o.amount), 0)::text,
                        coalesce(trim_scale(p.reserved)::text, 'no pool')
                    from day_pool p full join (
                        select listing_id, day, sum(amount) as amount from occupancy where sells like 'RATE %' group by listing_id, day) o
                        on o.listing_id = p.listing_id and o.day = p.day
                    where o.amount is distinct from p.reserved
                    """),
            Map.entry("nothing is promised twice", """
                    select o.listing_id::text, 'one claim in ' || (o.during * x.during), o.claim_id || ' and ' || x.claim_id
                    from occupancy o join occupancy x on x.listing_id = o.listing_id and x.during && o.during and x.id > o.id
                    union all
                    select listing_id::text, 'at most ' || trim_scale(on_hand), trim_scale(reserved)::text from lot
                    where reserved > on_hand or reserved < 0
                    union all
                    select listing_id || ' ' || day, 'at most ' || trim_scale(on_hand), trim_scale(reserved)::text from day_pool
                    where reserved > on_hand or reserved < 0
                    """),
            Map.entry("what is taken lies in free windows", """
                    select o.listing_id::text, 'free in all of ' || o.during, 'not free'
                    from (select listing_id, during from occupancy where during is not null
                          union all select listing_id, during from day_pool_span) o
                    where not coalesce(o.during <@ (
                        select range_agg(w.during) from capacity_window w
                        where w.listing_id = o.listing_id and w.availability = 'FREE' and w.during && o.during), false)
                    union all
                    select p.listing_id || ' ' || p.day, 'free time under it', 'none'
                    from day_pool p where not exists (
                        select from day_pool_span s where s.listing_id = p.listing_id and s.day = p.day)
                    """),
            Map.entry("listings still sell what was promised", """
                    select o.claim_id::text, o.sells, l.sells from occupancy o join listing l on l.id = o.listing_id where l.sells <> o.sells
                    """));

    private final Sql sql;
    private final Attempts attempts;

    Prover(Sql sql, Attempts attempts) {
        this.sql = sql;
        this.attempts = attempts;
    }

    Proof prove() {
        return attempts.run(() -> {
            sql.with("set transaction isolation level repeatable read, read only", Sql.Parameters::update);
            long entries = count("select count(*) from ledger_entry");
            long taken = count("select count(*) from occupancy");
            List<Proof.Difference> differences = new ArrayList<>();
            RULES.keySet().stream()
                    .sorted()
                    .forEach(rule -> differences.addAll(sql.with(
                            RULES.get(rule) + " limit ?",
                            statement -> statement
                                    .add(MOST_OF_A_RULE)
                                    .list(row -> new Proof.Difference(
                                            rule, row.getString(1), row.getString(2), row.getString(3))))));
            return new Proof(entries, taken, differences);
        });
    }

    private long count(String text) {
        return sql.with(text, statement -> statement.list(row -> row.getLong(1)))
                .get(0);
    }
}
