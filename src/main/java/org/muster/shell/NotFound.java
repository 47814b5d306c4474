package org.muster.shell;

/** There is no such thing, or not for whoever asks; both look the same. Becomes the 404 page. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
