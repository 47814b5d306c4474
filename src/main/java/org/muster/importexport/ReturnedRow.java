package org.muster.importexport;

import java.util.List;

/** A row that was not entered, as it was in the file, with the reasons. */
public record ReturnedRow(int number, List<String> cells, RowOutcome outcome, List<Finding> findings) {}
