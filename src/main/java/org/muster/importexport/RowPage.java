package org.muster.importexport;

import java.util.List;

/** One page of the rows of an import, and how many there are of the kind asked for. */
public record RowPage(List<RowView> rows, int total) {}
