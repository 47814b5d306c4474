package org.muster.catalogue;

import java.util.List;

/**
 * How much supply covers which industry divisions and which places; a listing without a division counts under the empty code.
 *
 * @param divisions those that have any supply
 * @param places provinces, or the cities of the area that was asked for
 */
public record Coverage(List<Row> divisions, List<Row> places) {

    /**
     * @param code of a division, or of a place
     * @param fresh confirmed within a month
     */
    public record Row(
            String code,
            long listings,
            long organisations,
            long verified,
            long lines,
            long materials,
            long equipment,
            long services,
            long fresh) {}
}
