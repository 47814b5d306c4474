package org.muster.paper;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a paper into words. Nothing but the paper, the language and the address decides what it says. */
final class Sheets {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Sheets() {}

    /** @param site where the page is that tells whether it is genuine, without the code */
    static Sheet of(Paper paper, Locale locale, String site) {
        PaperMessages words = locale.getLanguage().equals("en")
                ? MessageBundles.get(PaperMessages.class, Localized.Literal.of("en"))
                : MessageBundles.get(PaperMessages.class);
        Consignment goods = paper.consignment();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(says(paper.kind(), goods, words));
        if (paper.kind() == PaperKind.ALLOCATION_ORDER || paper.kind() == PaperKind.PURCHASE_LETTER) {
            paragraphs.add(words.receiver(goods.to().contact(), goods.to().mobile()));
        }
        if (paper.kind() == PaperKind.ALLOCATION_ORDER && !goods.vehicle().isEmpty()) {
            paragraphs.add(words.carried(goods.vehicle(), goods.driver(), goods.driverMobile()));
        }
        List<String> closing = new ArrayList<>();
        if (paper.kind() != PaperKind.PURCHASE_LETTER) {
            Consignment.Party from = goods.from();
            closing.add(words.sender(from.name(), from.place(), from.contact(), from.mobile()));
        }
        closing.add(
                words.signed(goods.authority(), paper.issuedBy(), day(LocalDate.ofInstant(paper.issuedAt(), ZONE))));
        closing.add(words.valid_until(day(goods.validUntil())));
        return new Sheet(
                words.kind(paper.kind()),
                words.number(goods.document()),
                words.addressee(addressee(paper.kind(), goods, words)),
                paragraphs,
                List.of(
                        words.column_item(),
                        words.column_quantity(),
                        words.column_batch(),
                        words.column_lot(),
                        words.column_expiry()),
                goods.items().stream().map(Sheets::row).toList(),
                closing,
                words.proof(site, paper.code().printed()),
                paper.stands() ? "" : words.void_banner());
    }

    private static String says(PaperKind kind, Consignment goods, PaperMessages words) {
        Consignment.Party to = goods.to();
        return switch (kind) {
            case ALLOCATION_ORDER ->
                words.allocation(goods.authority(), goods.document(), to.name(), to.place(), day(goods.leaves()));
            case PURCHASE_LETTER ->
                words.purchase(goods.authority(), goods.document(), to.name(), to.place(), day(goods.leaves()));
            case INTRODUCTION_LETTER ->
                goods.driver().isEmpty()
                        ? words.introduction_unnamed(goods.from().name(), day(goods.leaves()))
                        : words.introduction(goods.driver(), goods.driverMobile(), to.name(), to.place());
            case VEHICLE_PASS ->
                words.pass(
                        goods.vehicle(),
                        goods.driver(),
                        goods.driverMobile(),
                        day(goods.leaves()),
                        goods.from().place(),
                        to.place());
        };
    }

    /** Who is to do something on it: whoever hands over, whoever is visited, or whoever stands on the road. */
    private static String addressee(PaperKind kind, Consignment goods, PaperMessages words) {
        return switch (kind) {
            case ALLOCATION_ORDER, PURCHASE_LETTER -> goods.from().name();
            case INTRODUCTION_LETTER ->
                goods.driver().isEmpty() ? goods.to().name() : goods.from().name();
            case VEHICLE_PASS -> words.pass_addressee();
        };
    }

    private static List<String> row(Consignment.Item item) {
        LocalDate expiry = item.expiry();
        return List.of(
                item.name(),
                item.quantity(),
                item.batch().isEmpty() ? "–" : item.batch(),
                item.lot().isEmpty() ? "–" : item.lot(),
                expiry == null ? "–" : day(expiry));
    }

    /** In the form that both languages read alike. */
    private static String day(LocalDate day) {
        return day.toString();
    }
}
