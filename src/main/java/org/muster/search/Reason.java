package org.muster.search;

import java.util.List;

/** One reason why a listing answers the words of a search. */
public sealed interface Reason {

    /** Where in a listing something stands. */
    enum Place {
        TITLE,
        PRODUCTS,
        CONVERTIBLE,
        OPERATIONS,
        SPECIFICATION,
        ORGANISATION,
        LOCATION,
        DESCRIPTION
    }

    /** The glossary says that what was written and what the listing says are one thing. */
    record SameTerm(String written, String termZh, String termEn, List<String> saidAs) implements Reason {}

    /** The very words, found in the listing. */
    record SameWords(Place place, List<String> words) implements Reason {}

    /** A word close to one of the query: a slip of the pen on one side. */
    record CloseWord(String written) implements Reason {}
}
