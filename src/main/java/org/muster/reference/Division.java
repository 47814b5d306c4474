package org.muster.reference;

import java.util.Locale;

/**
 * An industrial division of GB/T 4754-2017.
 *
 * @param code two digits, 06 to 46
 * @param section the letter of its section: B mining, C manufacturing, D energy and water
 */
public record Division(String code, String section, String nameZh, String nameEn) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
