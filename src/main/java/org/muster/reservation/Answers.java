package org.muster.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/**
 * What was answered to each key of each organisation. Who asks for an organisation first waits for whoever else is asking for it: so one key
 * is answered once, and nobody holds more than their limit by asking many times at once.
 */
@ApplicationScoped
class Answers {

    /** Checks run out at the end of a day in China. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /**
     * Two statements in one message: the second sees what was committed while the first waited. Every statement of the transaction names its
     * rows by their keys, so one plan fits all values, and it goes through an index: a plan made while the tables were empty would read them
     * from end to end long after they have filled.
     */
    private static final String TURN = """
            select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                pg_advisory_xact_lock(hashtextextended(?, 7));
            select o.verification_level, o.verified_until, a.fingerprint, a.answer::text,
                (select count(*) from hold h where h.organisation_id = o.id and h.pending and h.until > ? and not h.own),
                (select array_agg(distinct x.hold_id) from occupancy x where x.listing_id = any (?) and x.until <= ?)
            from organisation o left join ledger_answer a on a.organisation_id = o.id and a.key = ? where o.id = ?
            """;

    static final String REMEMBER =
            "insert into ledger_answer (organisation_id, key, fingerprint, hold_id, answer, at) values (?, ?, ?, ?, ?::jsonb, ?)";

    private final Sql sql;
    private final ObjectMapper json;

    Answers(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What was answered: the hold as it was then, or why it was refused. */
    record Answer(@Nullable HoldRow hold, List<Refusal> refusals) {}

    /** A key with what was asked under it. */
    record Question(OrganisationId organisation, String key, String fingerprint) {}

    /**
     * Where the organisation stands at its turn.
     *
     * @param before what was answered to this key, with the fingerprint of what was asked then
     * @param pending how many holds it has that may expire
     * @param expired holds that have expired, and still take something of the listings asked for
     */
    record Turn(
            VerificationLevel level,
            Optional<Answer> before,
            @Nullable String fingerprint,
            long pending,
            List<HoldId> expired) {}

    /** Waits for the organisation's turn, which lasts until the end of the transaction. Empty when there is no such organisation. */
    Optional<Turn> turn(OrganisationId organisation, String key, Collection<ListingId> listings, Instant now) {
        return sql
                .with(
                        TURN,
                        statement -> statement
                                .text(organisation.toString())
                                .add(now)
                                .listings(listings)
                                .add(now)
                                .text(key)
                                .add(organisation.value())
                                .listOfSecond(row -> turn(row, now)))
                .stream()
                .findFirst();
    }

    private Turn turn(ResultSet row, Instant now) throws SQLException {
        VerificationLevel said = VerificationLevel.valueOf(row.getString(1));
        @Nullable LocalDate until = row.getObject(2, LocalDate.class);
        boolean lapsed = until != null && until.isBefore(now.atZone(CHINA).toLocalDate());
        @Nullable String answer = row.getString(4);
        @Nullable Array expired = row.getArray(6);
        return new Turn(
                lapsed ? VerificationLevel.REGISTERED : said,
                Optional.ofNullable(answer).map(this::read),
                row.getString(3),
                row.getLong(5),
                expired == null
                        ? List.of()
                        : Arrays.stream((UUID[]) expired.getArray())
                                .sorted()
                                .map(HoldId::new)
                                .toList());
    }

    void remember(Question question, Answer answer, Instant now) {
        sql.with(
                REMEMBER,
                statement -> statement
                        .add(question.organisation().value())
                        .text(question.key())
                        .text(question.fingerprint())
                        .add(answer.hold() == null ? null : answer.hold().id().value())
                        .text(write(answer))
                        .add(now)
                        .update());
    }

    // ── As JSON ─────────────────────────────────────────────────────────────────

    String write(Answer answer) {
        ObjectNode root = json.createObjectNode();
        HoldRow hold = answer.hold();
        if (hold != null) {
            root.set("hold", hold(hold));
        }
        ArrayNode refusals = root.putArray("refusals");
        for (Refusal refusal : answer.refusals()) {
            ObjectNode one = refusals.addObject().put("field", refusal.field()).put("key", refusal.key());
            ArrayNode args = one.putArray("args");
            refusal.args().forEach(arg -> args.add(written(arg)));
        }
        return root.toString();
    }

    private ObjectNode hold(HoldRow hold) {
        PersonId person = hold.placedBy();
        ObjectNode node = json.createObjectNode()
                .put("id", hold.id().toString())
                .put("holder", hold.holder().toString())
                .put("placedBy", person == null ? null : person.toString())
                .put("placedByName", hold.placedByName())
                .put("placedAt", hold.placedAt().toString())
                .put("until", hold.until().toString())
                .put("reason", hold.reason())
                .put("own", hold.own());
        ArrayNode claims = node.putArray("claims");
        for (ClaimRow claim : hold.claims()) {
            ObjectNode one = claims.addObject()
                    .put("id", claim.id().toString())
                    .put("listing", claim.what().listing().toString())
                    .put("supplier", claim.supplier().toString())
                    .put("state", claim.state().name())
                    .put("changedAt", claim.changedAt().toString());
            ClaimText text = ClaimText.of(claim.what());
            one.put("kind", text.kind());
            if (text.during() != null) {
                one.put("from", text.during().from().toString())
                        .put("to", text.during().to().toString());
            }
            if (text.quantity() != null) {
                one.put("amount", text.quantity().amount().toPlainString())
                        .put("unit", text.quantity().unit().code());
            }
        }
        return node;
    }

    private Answer read(String text) {
        try {
            JsonNode root = json.readTree(text);
            List<Refusal> refusals = new ArrayList<>();
            for (JsonNode one : root.path("refusals")) {
                List<Object> args = new ArrayList<>();
                one.path("args").forEach(arg -> args.add(read(arg)));
                refusals.add(new Refusal(
                        one.path("field").textValue(), one.path("key").textValue(), args));
            }
            return new Answer(root.has("hold") ? hold(root.path("hold")) : null, refusals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be read again", e);
        }
    }

    private static HoldRow hold(JsonNode node) {
        List<ClaimRow> claims = new ArrayList<>();
        for (JsonNode one : node.path("claims")) {
            claims.add(new ClaimRow(
                    ClaimId.of(one.path("id").textValue()),
                    new ClaimText(
                                    one.path("kind").textValue(),
                                    one.has("from")
                                            ? new TimeWindow(
                                                    Instant.parse(
                                                            one.path("from").textValue()),
                                                    Instant.parse(one.path("to").textValue()))
                                            : null,
                                    one.has("amount")
                                            ? Quantity.of(
                                                    one.path("amount").textValue(),
                                                    one.path("unit").textValue())
                                            : null)
                            .claim(ListingId.of(one.path("listing").textValue())),
                    OrganisationId.of(one.path("supplier").textValue()),
                    ClaimState.valueOf(one.path("state").textValue()),
                    Instant.parse(one.path("changedAt").textValue())));
        }
        String person = node.path("placedBy").textValue();
        return new HoldRow(
                HoldId.of(node.path("id").textValue()),
                OrganisationId.of(node.path("holder").textValue()),
                person == null ? null : PersonId.of(person),
                node.path("placedByName").textValue(),
                Instant.parse(node.path("placedAt").textValue()),
                Instant.parse(node.path("until").textValue()),
                node.path("reason").textValue(),
                node.path("own").booleanValue(),
                claims);
    }

    /** What a sentence mentions, with its kind, so that it is said in the user's words also the second time. */
    private ObjectNode written(Object arg) {
        ObjectNode node = json.createObjectNode();
        if (arg instanceof Instant moment) {
            return node.put("moment", moment.toString());
        } else if (arg instanceof Quantity quantity) {
            return node.put("amount", quantity.amount().toPlainString())
                    .put("unit", quantity.unit().code());
        } else if (arg instanceof LocalDate day) {
            return node.put("day", day.toString());
        } else if (arg instanceof Unit unit) {
            return node.put("unit", unit.code());
        } else if (arg instanceof Number number) {
            return node.put("number", number.longValue());
        }
        return node.put("text", arg.toString());
    }

    private static Object read(JsonNode arg) {
        if (arg.has("moment")) {
            return Instant.parse(arg.path("moment").textValue());
        } else if (arg.has("amount")) {
            return Quantity.of(arg.path("amount").textValue(), arg.path("unit").textValue());
        } else if (arg.has("day")) {
            return LocalDate.parse(arg.path("day").textValue());
        } else if (arg.has("unit")) {
            return Unit.of(arg.path("unit").textValue());
        } else if (arg.has("number")) {
            return arg.path("number").longValue();
        }
        return arg.path("text").textValue();
    }
}
