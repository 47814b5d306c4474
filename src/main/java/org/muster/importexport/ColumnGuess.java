package org.muster.importexport;

import java.util.List;

/**
 * One column of an uploaded list, and what it probably stands for.
 *
 * @param samples its first cells that say something
 * @param remembered whether a list with these headings was mapped so before, by somebody of the same organisation
 * @param hasBlanks whether some of its first cells are blank
 * @param asAbove whether those probably mean what the row above says
 */
public record ColumnGuess(
        int index,
        String heading,
        Column guess,
        List<String> samples,
        boolean remembered,
        boolean hasBlanks,
        boolean asAbove) {}
