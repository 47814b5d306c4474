package org.muster.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Issues papers and tells whether one is genuine. What a paper says is stored as it was issued, and printed from that. */
@ApplicationScoped
@Transactional
public class Papers {

    public static final String NOT_FOUND = "paper.not_found";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SHOWN = 200;
    private static final String SELECT =
            "select id, code, kind, cast(consignment as text) as consignment, issued_by_name, issued_at, void_at,"
                    + " void_reason from paper";

    private record Row(UUID id, Paper paper) {}

    private final EntityManager entityManager;
    private final SheetPrinter printer;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final SecureRandom random = new SecureRandom();

    Papers(EntityManager entityManager, SheetPrinter printer, ObjectMapper json, Outbox outbox) {
        this.entityManager = entityManager;
        this.printer = printer;
        this.json = json;
        this.outbox = outbox;
    }

    /** Whether somebody issues papers. */
    public static boolean mayIssue(Actor actor) {
        return actor.is(Role.COORDINATOR) || actor.is(Role.OPERATOR);
    }

    public Outcome<PaperCode> issue(Actor actor, ConsignmentDraft typed, Instant now) {
        if (!mayIssue(actor)) {
            return notFound();
        }
        return ConsignmentRules.check(typed, LocalDate.ofInstant(now, ZONE)).map(checked -> {
            UUID id = UUID.randomUUID();
            PaperCode code = PaperCode.fresh(random);
            entityManager
                    .createNativeQuery(
                            "insert into paper (id, code, kind, consignment, issued_by_name, issued_at) values"
                                    + " (:id, :code, :kind, cast(:consignment as jsonb), :by, :at)")
                    .setParameter("id", id)
                    .setParameter("code", code.value())
                    .setParameter("kind", checked.kind().name())
                    .setParameter("consignment", written(checked.consignment()))
                    .setParameter("by", actor.name())
                    .setParameter("at", now.atOffset(ZoneOffset.UTC))
                    .executeUpdate();
            Consignment goods = checked.consignment();
            outbox.publish(new PaperIssued(
                    id, checked.kind(), goods.document(), goods.to().name()));
            return code;
        });
    }

    /** It is good no more; whoever asks for it is told so from now on. */
    public Outcome<PaperCode> makeVoid(Actor actor, PaperCode code, String reason, Instant now) {
        Optional<Row> row = mayIssue(actor) ? row(code) : Optional.empty();
        if (row.isEmpty()) {
            return notFound();
        }
        String why = reason.strip();
        if (why.length() < 2 || why.length() > 300) {
            return Outcome.refused(Refusal.at("reason", "paper.text_length", 2, 300));
        }
        int changed = entityManager
                .createNativeQuery("update paper set void_at = :now, void_by_name = :by, void_reason = :why where id ="
                        + " :id and void_at is null")
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("by", actor.name())
                .setParameter("why", why)
                .setParameter("id", row.get().id())
                .executeUpdate();
        if (changed == 0) {
            return Outcome.refused(Refusal.of("paper.void_already"));
        }
        outbox.publish(new PaperVoided(row.get().id(), why));
        return Outcome.accepted(code);
    }

    /** The last first, for those who issue papers. */
    public List<Paper> latest(Actor viewer) {
        return mayIssue(viewer)
                ? read(rows(SELECT + " order by issued_at desc, id limit " + SHOWN)).stream()
                        .map(Row::paper)
                        .toList()
                : List.of();
    }

    public Optional<Paper> byCode(Actor viewer, PaperCode code) {
        return mayIssue(viewer) ? row(code).map(Row::paper) : Optional.empty();
    }

    /** What anybody who holds its code is told of a paper; empty where nobody ever issued one under it. */
    public Optional<PaperProof> proof(PaperCode code, Instant now) {
        return row(code).map(row -> PaperProof.of(row.paper(), LocalDate.ofInstant(now, ZONE)));
    }

    /** @param site where the page is that tells whether it is genuine, without the code */
    public Optional<Sheet> sheet(Actor viewer, PaperCode code, Locale locale, String site) {
        return byCode(viewer, code).map(paper -> Sheets.of(paper, locale, site));
    }

    public Optional<byte[]> pdf(Actor viewer, PaperCode code, Locale locale, String site) {
        return sheet(viewer, code, locale, site).map(printer::print);
    }

    private Optional<Row> row(PaperCode code) {
        return read(rows(SELECT + " where code = :code").setParameter("code", code.value())).stream()
                .findFirst();
    }

    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }

    private List<Row> read(NativeQuery<Object[]> query) {
        query.addScalar("id", UUID.class)
                .addScalar("code", String.class)
                .addScalar("kind", String.class)
                .addScalar("consignment", String.class)
                .addScalar("issued_by_name", String.class)
                .addScalar("issued_at", Instant.class)
                .addScalar("void_at", Instant.class)
                .addScalar("void_reason", String.class);
        return query.getResultList().stream()
                .map(row -> new Row(
                        (UUID) row[0],
                        new Paper(
                                new PaperCode((String) row[1]),
                                PaperKind.valueOf((String) row[2]),
                                consignment((String) row[3]),
                                (String) row[4],
                                (Instant) row[5],
                                Optional.ofNullable((Instant) row[6]),
                                Optional.ofNullable((String) row[7]))))
                .toList();
    }

    private String written(Consignment consignment) {
        try {
            return json.writeValueAsString(consignment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A consignment cannot be written down", e);
        }
    }

    private Consignment consignment(String written) {
        try {
            return json.readValue(written, Consignment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A consignment cannot be read", e);
        }
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(NOT_FOUND));
    }
}
