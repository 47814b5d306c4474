package org.muster.outbox;

/** The other side of a channel cannot be reached now. The channel rests a while; no event is blamed for it. */
public class ChannelUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChannelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
