package org.muster.consignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.ask.AskDeed;
import org.muster.ask.AskEntry;
import org.muster.ask.AskView;
import org.muster.emergency.EmergencyView;
import org.muster.paper.ConsignmentDraft;
import org.muster.paper.PaperKind;
import org.muster.reference.Places;
import org.muster.shared.Quantity;

/** Fills in the papers of a consignment. */
@ApplicationScoped
class PaperDrafts {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** How many days after it should be there a paper is good. */
    private static final int GRACE = 3;

    private final Places places;

    PaperDrafts(Places places) {
        this.places = places;
    }

    ConsignmentDraft of(ConsignmentView view, EmergencyView emergency, PaperKind kind, Instant now) {
        AskView ask = view.ask();
        LocalDate today = LocalDate.ofInstant(now, CHINA);
        LocalDate planned = LocalDate.ofInstant(view.plannedDeparture(), CHINA);
        LocalDate leaves = planned.isBefore(today) ? today : planned;
        LocalDate there = LocalDate.ofInstant(view.expectedArrival(), CHINA);
        LocalDate until = (there.isBefore(leaves) ? leaves : there).plusDays(GRACE);
        return new ConsignmentDraft(
                kind.name(),
                new ConsignmentDraft.Party(
                        ask.organisationName(),
                        view.from(),
                        speaker(view),
                        ask.mobile().orElse(view.driverMobile())),
                new ConsignmentDraft.Party(
                        emergency.authority(),
                        place(view.toPlace()),
                        emergency.lead().name(),
                        emergency.lead().mobile()),
                items(view),
                view.vehicle(),
                view.driver(),
                view.driverMobile(),
                ask.basisAuthority().isBlank() ? emergency.authority() : ask.basisAuthority(),
                ask.basisDocument().isBlank() ? emergency.document() : ask.basisDocument(),
                leaves.toString(),
                until.toString());
    }

    /** Who said yes; the driver where nobody's name is known. */
    private static String speaker(ConsignmentView view) {
        return view.ask().history().stream()
                .filter(one -> one.deed() == AskDeed.ACCEPTED)
                .map(AskEntry::who)
                .findFirst()
                .orElse(view.driver());
    }

    private List<ConsignmentDraft.Item> items(ConsignmentView view) {
        List<ConsignmentDraft.Item> items = new ArrayList<>();
        if (view.batches().isEmpty() || view.batches().size() > ConsignmentDraft.ROWS) {
            items.add(new ConsignmentDraft.Item(view.item(), printed(view.quantity()), "", "", ""));
        } else {
            view.batches()
                    .forEach(batch -> items.add(new ConsignmentDraft.Item(
                            view.item(),
                            printed(batch.accepted().plus(batch.rejected())),
                            batch.batch(),
                            batch.lot(),
                            batch.expires().map(LocalDate::toString).orElse(""))));
        }
        return items;
    }

    private static String printed(Quantity quantity) {
        return quantity.amount().toPlainString() + " " + quantity.unit().name(Locale.CHINESE);
    }

    private String place(String code) {
        return places.byCode(code)
                .map(place -> places.wholeName(place, Locale.CHINESE))
                .orElse(code);
    }
}
