package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.planning.PlanRunId;

/** What was promised, for the office that asked and for the supplier that said yes; nobody else is told. */
@ApplicationScoped
@Transactional
public class Promises {

    private final AskBook book;
    private final AskRows rows;
    private final RepairBook repairs;

    Promises(AskBook book, AskRows rows, RepairBook repairs) {
        this.book = book;
        this.rows = rows;
        this.repairs = repairs;
    }

    /** What the office acted for asked in an emergency, the first asked first; also what was taken back since. */
    public List<Promise> of(Actor viewer, EmergencyId emergency, Instant now) {
        return rows.ever(emergency).stream()
                .filter(ask -> toOffice(viewer, ask))
                .flatMap(ask -> promise(ask, now).stream())
                .toList();
    }

    /** What the organisation acted for was asked, the last asked first. */
    public List<Promise> given(Actor member, Instant now) {
        return member.is(Role.MEMBER)
                ? member.organisation()
                        .map(own -> rows.askedOf(own).stream()
                                .flatMap(ask -> promise(ask, now).stream())
                                .toList())
                        .orElseGet(List::of)
                : List.of();
    }

    /** As the office that asked sees it. */
    public Optional<Promise> toOffice(Actor viewer, UUID ask, Instant now) {
        return rows.byId(ask).filter(one -> toOffice(viewer, one)).flatMap(one -> promise(one, now));
    }

    /** As the supplier sees it. */
    public Optional<Promise> bySupplier(Actor member, UUID ask, Instant now) {
        return rows.byId(ask)
                .filter(one -> member.is(Role.MEMBER) && member.actsFor(one.organisation()))
                .flatMap(one -> promise(one, now));
    }

    /** So much more of it, in its unit, has come and was accepted or rejected; once all of it was accepted the ledger is told. */
    public void judged(UUID ask, BigDecimal accepted, BigDecimal rejected) {
        rows.locked(ask).ifPresent(found -> found.judged(accepted, rejected));
    }

    /** It cannot be counted on any more: the plan in force is to be repaired. */
    public void lost(UUID ask, Loss loss, String note, String who, Instant now) {
        repairs.lose(ask, loss, note, who, now);
    }

    private Optional<Promise> promise(SupplyAsk ask, Instant now) {
        return book.view(ask.id(), now)
                .map(view -> new Promise(view, ask.holder(), ask.run().map(PlanRunId::new)));
    }

    private static boolean toOffice(Actor viewer, SupplyAsk ask) {
        return EmergencyDesk.mayRun(viewer) && viewer.actsFor(ask.holder());
    }
}
