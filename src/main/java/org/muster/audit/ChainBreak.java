package org.muster.audit;

/**
 * Where the chain does not hold.
 *
 * @param seal the seal concerned; 0 when none is
 * @param entry the entry concerned; 0 when none is
 */
public record ChainBreak(Kind kind, long seal, long entry) {

    /** What is wrong, each for itself. */
    public enum Kind {
        /** The entry says something else than when it was sealed. */
        ENTRY_ALTERED,
        /** The entry was sealed and is gone. */
        ENTRY_MISSING,
        /** The entry is there, and neither sealed nor waiting to be: it was put in past the application. */
        ENTRY_INSERTED,
        /** The entry was waiting to be sealed and is gone. */
        ENTRY_GONE_UNSEALED,
        /** The entry was sealed more than once. */
        ENTRY_SEALED_TWICE,
        /** The entry is dated long before entries sealed earlier, or after its own seal. */
        ENTRY_MISDATED,
        /** The seal says something else than when it was made, or does not follow the one before. */
        SEAL_ALTERED,
        /** The seal is gone. */
        SEAL_MISSING,
        /** The seal is not the one that somebody noted outside of the database. */
        SEAL_REPLACED
    }
}
