package org.muster.consignment;

/** What was found of one batch, as somebody typed it. */
public record BatchDraft(
        String batch,
        String lot,
        String produced,
        String expires,
        String sample,
        String accepted,
        String rejected,
        String reason) {

    public static final int ROWS = 4;

    boolean isBlank() {
        return (batch + lot + produced + expires + accepted + rejected + reason).isBlank();
    }
}
