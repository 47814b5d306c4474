package org.muster.importexport;

/** How far an import has come. */
public enum ImportState {
    /** The file is here, the rest of its form was refused. */
    RECEIVED,
    /** Waits for its columns. */
    UPLOADED,
    /** The dry run is under way. */
    CHECKING,
    /** The dry run is there to be looked at. */
    CHECKED,
    RUNNING,
    DONE,
    CANCELLED;

    public boolean isWorking() {
        return this == CHECKING || this == RUNNING;
    }
}
