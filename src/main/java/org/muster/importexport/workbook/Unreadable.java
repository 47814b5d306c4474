package org.muster.importexport.workbook;

import org.muster.shared.Refusal;

/** Why a workbook cannot be read; carried out of the middle of a file and told as a refusal. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Unreadable(String key, Object... args) {
        super(key, null, false, false);
        refusal = Refusal.at("file", "importexport." + key, args);
    }

    Refusal refusal() {
        return refusal;
    }
}
