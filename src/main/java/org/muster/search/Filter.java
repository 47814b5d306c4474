package org.muster.search;

/** Everything that can narrow a search; each can be taken away alone, which is how counts beside choices and advice on empty results come about. */
public enum Filter {
    WORDS,
    KIND,
    SUPPLY_MODE,
    SERVICE,
    CLEAN_ROOM,
    CONVERTIBLE,
    DIVISION,
    REGION,
    DISTANCE,
    DATES,
    QUANTITY,
    LEVEL,
    FRESHNESS,
    PRICE,
    CERTIFICATE,
    STANDARD,
    ORGANISATION
}
