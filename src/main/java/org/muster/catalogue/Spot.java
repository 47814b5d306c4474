package org.muster.catalogue;

import org.jspecify.annotations.Nullable;
import org.muster.shared.Point;
import org.muster.shared.SiteId;

/**
 * Where a listing stands: its site, the divisions that hold it, its point and the middle of its city.
 *
 * @param cityCode the province when no city is known
 */
record Spot(
        SiteId site,
        String placeCode,
        String provinceCode,
        String cityCode,
        @Nullable String countyCode,
        Point point,
        Point cityPoint) {}
