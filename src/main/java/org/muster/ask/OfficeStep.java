package org.muster.ask;

/**
 * What the office does to an ask, kept with it until the ledger has heard of it as an answer is: whichever of the two comes first keeps the other waiting, so
 * that nothing is promised and given back at the same moment.
 *
 * @param who of the office
 * @param note why; may be empty
 */
record OfficeStep(Kind kind, String who, String note) {

    enum Kind {
        /** Agrees to a counter, or sees that a condition is met. */
        AGREE,
        /** Gives back what is held or promised. */
        TAKE_BACK
    }

    private static final String MARK = "OFFICE";

    /** Nobody types it. */
    private static final String BETWEEN = "\u001f";

    String written() {
        return String.join(BETWEEN, MARK, kind.name(), who.replace(BETWEEN, " "), note.replace(BETWEEN, " "));
    }

    static boolean isOne(String written) {
        return written.startsWith(MARK + BETWEEN);
    }

    static OfficeStep read(String written) {
        String[] part = written.split(BETWEEN, -1);
        return new OfficeStep(Kind.valueOf(part[1]), part[2], part[3]);
    }

    boolean suits(AskState state) {
        return switch (kind) {
            case AGREE -> state.waitsForOffice();
            case TAKE_BACK -> state.holds() || state == AskState.COMMITTED;
        };
    }

    AskDeed deed() {
        return kind == Kind.AGREE ? AskDeed.AGREED : AskDeed.WITHDRAWN;
    }

    AskState state() {
        return kind == Kind.AGREE ? AskState.COMMITTED : AskState.WITHDRAWN;
    }
}
