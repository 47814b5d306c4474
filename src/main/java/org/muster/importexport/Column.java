package org.muster.importexport;

import java.util.EnumSet;
import java.util.Set;

/** What a column of a list can stand for. */
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
    /** What a pack holds: 100支/箱, 5L*4瓶/件. */
    PACK,
    /** Kept with the import, never shown: a listing's page shows no contacts that its maker did not give. */
    PHONE,
    NOTE,

    // Of listings that somebody keeps; the file that is handed out has these too.
    /** The number of a listing that is already here. */
    LISTING,
    /** The supplier's own number of an article. */
    CODE,
    KIND,
    TITLE,
    TITLE_EN,
    DESCRIPTION,
    DESCRIPTION_EN,
    CONVERTIBLE,
    OPERATIONS,
    SPECIFICATION,
    DIVISION,
    SUPPLY_MODE,
    AVAILABILITY,
    CONFIDENTIALITY,
    HOURS,
    CHANGEOVER,
    CREW,
    MATERIAL,
    MATERIAL_DAYS,
    MISSING,
    MINIMUM,
    MULTIPLE,
    READY,
    CHARGE,
    PRICE,
    CURRENCY,
    PRICE_PER,
    TAX,
    TAX_RATE,
    INVOICE,
    DELIVERY,
    PRICE_UNTIL,
    SITE,

    // What lines, machines, finished stock or services alone say of themselves.
    HANDLES,
    CLEAN_ROOM,
    /** A machine is sold, let, or used where it stands. */
    OFFERED,
    LEAD_DAYS,
    INSTALLATION_DAYS,
    BATCH,
    BEST_BEFORE,
    SERVICE_TYPE,
    METHOD,
    CYCLE,
    AERATION,
    CHAMBER,
    TURNAROUND,
    VEHICLE,
    PAYLOAD,
    CARGO,
    TEMPERATURE,
    HEADCOUNT,
    LIMIT,
    YEARLY_RATE,
    TERM,
    HANDED_OVER,
    /** The stretches of time of which the supplier said whether the listing is free in them. */
    WINDOWS,
    /** The week that makes such stretches. */
    PATTERN,
    STATE,

    IGNORED;

    private static final Set<Column> OF_PUBLIC_LISTS = EnumSet.range(NAME, NOTE);
    private static final Set<Column> OF_LISTINGS = EnumSet.range(LISTING, STATE);

    static {
        OF_LISTINGS.addAll(EnumSet.of(PRODUCT, CAPACITY, UNIT, PACK));
    }

    /** Those that a list of this purpose may have; the number of a listing and what is not wanted stand in any. */
    public boolean fits(Purpose purpose) {
        return this == IGNORED
                || this == LISTING
                || (purpose == Purpose.OWN ? OF_LISTINGS : OF_PUBLIC_LISTS).contains(this);
    }

    /** Said of a listing that is already here, and taken over when its number stands in the row. */
    boolean isOfListing() {
        return OF_LISTINGS.contains(this) && this != LISTING;
    }

    /** Whether several columns may stand for it. */
    boolean mayRepeat() {
        return this == NOTE || this == PHONE || this == IGNORED;
    }

    boolean saysWhere() {
        return this == PROVINCE || this == CITY || this == COUNTY || this == PLACE;
    }

    /** Whether lists leave it blank where it is the same as in the row above. */
    boolean isOftenAsAbove() {
        return this == NAME || saysWhere() || this == CATEGORY;
    }
}
