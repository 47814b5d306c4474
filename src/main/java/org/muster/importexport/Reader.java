package org.muster.importexport;

/** Understands the rows of a list, each by itself. */
interface Reader {

    /** @param taken whether a person took what was suggested for this row */
    Reading read(Table.Line line, boolean taken);
}
