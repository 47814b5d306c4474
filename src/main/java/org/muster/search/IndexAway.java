package org.muster.search;

/** Elasticsearch does not answer, or not as it should; PostgreSQL answers in its place. */
public class IndexAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IndexAway(String message) {
        super(message);
    }

    public IndexAway(String message, Throwable cause) {
        super(message, cause);
    }
}
