package org.muster.importexport;

/** Understands the rows of a list, each by itself. */
interface Reader {

    /**
     * @param line with what its blank cells mean
     * @param written as it stands in the file
     * @param taken whether a person took what was suggested for this row
     */
    Reading read(Table.Line line, Table.Line written, boolean taken);
}
