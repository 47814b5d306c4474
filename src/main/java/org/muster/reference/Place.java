package org.muster.reference;

import java.util.Locale;
import org.muster.shared.Point;

/**
 * An administrative division of China down to the county.
 *
 * @param code six digits of GB/T 2260
 * @param parent the code of the division it belongs to; empty for a province
 * @param shortZh the name as people say it, without its suffix: 武汉, 恩施
 * @param point where it is, WGS-84; good for distances between places, not for addresses
 */
public record Place(
        String code, Level level, String parent, String nameZh, String nameEn, String shortZh, Point point) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
