package org.muster.importexport;

import java.util.List;

/**
 * One column of an uploaded list, and what it probably stands for.
 *
 * @param samples its first cells that say something
 * @param remembered whether the person mapped a list with these headings so before
 */
public record ColumnGuess(int index, String heading, Column guess, List<String> samples, boolean remembered) {}
