package org.muster.importexport;

/** What a column of a public list can stand for. */
public enum Column {
    NAME,
    PROVINCE,
    CITY,
    COUNTY,
    /** Province, city and county together in one cell. */
    PLACE,
    CATEGORY,
    PRODUCT,
    CAPACITY,
    UNIT,
    /** Kept with the import, never shown: a listing's page shows no contacts that its maker did not give. */
    PHONE,
    NOTE,
    IGNORED;

    /** Whether several columns may stand for it. */
    boolean mayRepeat() {
        return this == NOTE || this == PHONE || this == IGNORED;
    }

    boolean saysWhere() {
        return this == PROVINCE || this == CITY || this == COUNTY || this == PLACE;
    }
}
