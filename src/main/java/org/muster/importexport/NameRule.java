package org.muster.importexport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A name that was cut off or mistyped is entered as it stands, and the row says what it may have been. */
final class NameRule {

    static final int SHORTEST = 2;
    static final int LONGEST = 120;

    /** How the legal form at the end of a name goes wrong, and what was meant; the longer ending first. */
    private static final Map<String, String> ENDINGS = new LinkedHashMap<>();

    static {
        ENDINGS.put("有限责任公", "有限责任公司");
        ENDINGS.put("有限责任", "有限责任公司");
        ENDINGS.put("有限公", "有限公司");
        ENDINGS.put("有限司", "有限公司");
        ENDINGS.put("有限公同", "有限公司");
        ENDINGS.put("有限公可", "有限公司");
        ENDINGS.put("限公司公司", "限公司");
        ENDINGS.put("股份有限", "股份有限公司");
        ENDINGS.put("有限", "有限公司");
        ENDINGS.put("集团公", "集团公司");
        ENDINGS.put("co., lt", "Co., Ltd");
    }

    private NameRule() {}

    /** What the name was probably meant to be, when it looks cut off or mistyped. */
    static Optional<String> meant(String name) {
        String folded = name.toLowerCase(java.util.Locale.ROOT);
        return ENDINGS.entrySet().stream()
                .filter(ending -> folded.endsWith(ending.getKey()))
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.getKey().length()) + ending.getValue());
    }
}
