package org.muster.certificate;

import java.util.Map;
import java.util.Optional;

/** The one character by which a numbering rule names who issued: the state, or a province. */
final class Issuers {

    static final String STATE = "000000";

    private static final Map<String, String> BY_CHARACTER = Map.ofEntries(
            Map.entry("国", STATE),
            Map.entry("京", "110000"),
            Map.entry("津", "120000"),
            Map.entry("冀", "130000"),
            Map.entry("晋", "140000"),
            Map.entry("内", "150000"),
            Map.entry("蒙", "150000"),
            Map.entry("辽", "210000"),
            Map.entry("吉", "220000"),
            Map.entry("黑", "230000"),
            Map.entry("沪", "310000"),
            Map.entry("苏", "320000"),
            Map.entry("浙", "330000"),
            Map.entry("皖", "340000"),
            Map.entry("闽", "350000"),
            Map.entry("赣", "360000"),
            Map.entry("鲁", "370000"),
            Map.entry("豫", "410000"),
            Map.entry("鄂", "420000"),
            Map.entry("湘", "430000"),
            Map.entry("粤", "440000"),
            Map.entry("桂", "450000"),
            Map.entry("琼", "460000"),
            Map.entry("渝", "500000"),
            Map.entry("川", "510000"),
            Map.entry("蜀", "510000"),
            Map.entry("贵", "520000"),
            Map.entry("黔", "520000"),
            Map.entry("云", "530000"),
            Map.entry("滇", "530000"),
            Map.entry("藏", "540000"),
            Map.entry("陕", "610000"),
            Map.entry("秦", "610000"),
            Map.entry("甘", "620000"),
            Map.entry("陇", "620000"),
            Map.entry("青", "630000"),
            Map.entry("宁", "640000"),
            Map.entry("新", "650000"));

    private Issuers() {}

    /** Whether this is the code of a province, or of the state. */
    static boolean isIssuer(String placeCode) {
        return BY_CHARACTER.containsValue(placeCode);
    }

    /** The place code of the province, or that of the state. */
    static Optional<String> placeOf(String character) {
        return Optional.ofNullable(BY_CHARACTER.get(character));
    }
}
