package org.muster.emergency.web;

import jakarta.ws.rs.core.MultivaluedMap;
import org.muster.emergency.NeedView;
import org.muster.emergency.WrittenNeed;
import org.muster.shared.Quantity;

/** A need as it is typed; nothing of it is lost when it is refused. */
record NeedForm(
        String institution,
        String place,
        String item,
        String specification,
        String amount,
        String unit,
        String neededOn,
        String staff,
        String days,
        String contactName,
        String contactMobile) {

    static NeedForm blank() {
        return new NeedForm("", "", "", "", "", "", "", "", "", "", "");
    }

    static NeedForm of(MultivaluedMap<String, String> fields) {
        return new NeedForm(
                field(fields, "institution"),
                field(fields, "place"),
                field(fields, "item"),
                field(fields, "specification"),
                field(fields, "amount"),
                field(fields, "unit"),
                field(fields, "neededOn"),
                field(fields, "staff"),
                field(fields, "days"),
                field(fields, "contactName"),
                field(fields, "contactMobile"));
    }

    static NeedForm of(NeedView need, String place) {
        return new NeedForm(
                need.institution(),
                place,
                need.itemWritten(),
                need.specification(),
                need.amount()
                        .map(Quantity::amount)
                        .map(amount -> amount.toPlainString())
                        .orElse(""),
                need.amount().map(amount -> amount.unit().code()).orElse(""),
                need.neededOn().map(Object::toString).orElse(""),
                need.staff().map(Object::toString).orElse(""),
                need.days().map(Object::toString).orElse(""),
                need.contactName(),
                need.contactMobile());
    }

    private static String field(MultivaluedMap<String, String> fields, String name) {
        String typed = fields.getFirst(name);
        return typed == null ? "" : typed;
    }

    WrittenNeed written() {
        return WrittenNeed.typed(
                institution,
                place,
                item,
                specification,
                amount,
                unit,
                neededOn,
                staff,
                days,
                contactName,
                contactMobile);
    }
}
