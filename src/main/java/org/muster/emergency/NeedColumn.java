package org.muster.emergency;

/** What a column of a list of needs can stand for. */
public enum NeedColumn {
    INSTITUTION,
    PROVINCE,
    CITY,
    COUNTY,
    PLACE,
    ITEM,
    SPECIFICATION,
    AMOUNT,
    UNIT,
    NEEDED_ON,
    STAFF,
    DAYS,
    CONTACT,
    MOBILE,
    /** Kept with the row as it was written, and not read. */
    IGNORED
}
