package org.muster.crash;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.muster.testing.RunningApplication;

/** A ledger that is put to the test: an application that answers the requests of the API, and its tables. */
interface Subject {

    RunningApplication application();

    /** Those who hold, by their organisation. */
    List<String> buyers();

    /** Who owns all listings, and confirms and delivers. */
    String supplier();

    /** What proves to the application that a request comes from that organisation. */
    String token(String organisation);

    /** Listings that are held by time; free for at least a day from {@link #opens()} on. */
    List<String> lines();

    /** Listings that are held by amount. */
    List<String> lots();

    /** How many pieces each lot has at first. */
    int stocked();

    Instant opens();

    /** What its tables say, once all is quiet. */
    LedgerState state() throws SQLException;
}
