package org.muster.demo;

import org.muster.organisation.Registration;

/**
 * One organisation of the demo.
 *
 * @param daysAgo how long before the first start it registered, or was entered on behalf
 * @param subject its owner as the identity provider knows them
 */
record DemoOrganisation(
        String key,
        String name,
        String nameEn,
        String placeCode,
        String place,
        String division,
        String makes,
        String creditCode,
        Standing standing,
        int daysAgo,
        String owner,
        String subject,
        String mobile) {

    /** How far it is proven. */
    enum Standing {
        /** Known from a list, nobody of it is here yet. */
        UNCLAIMED,
        REGISTERED,
        /** Waits for an operator. */
        ASKED,
        DOCUMENTS_CHECKED,
        VISITED,
        /** Its documents were checked, and the check has run out. */
        LAPSED
    }

    static DemoOrganisation of(DemoTable.Row row) {
        return new DemoOrganisation(
                row.text("key"),
                row.text("name"),
                row.text("name_en"),
                row.text("place_code"),
                row.text("place"),
                row.text("division"),
                row.text("makes"),
                row.text("credit_code"),
                Standing.valueOf(row.text("standing")),
                row.number("days_ago"),
                row.text("owner"),
                row.text("subject"),
                row.text("mobile"));
    }

    boolean isUnclaimed() {
        return standing == Standing.UNCLAIMED;
    }

    Registration registration() {
        return new Registration(name, mobile, "", place, placeCode, makes, division, creditCode);
    }
}
