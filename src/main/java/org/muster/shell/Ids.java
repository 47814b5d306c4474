package org.muster.shell;

import java.util.function.Function;

/** Ids out of addresses; what is no id names nothing, so it is not found. */
public final class Ids {

    private Ids() {}

    /** @param reading throws {@link IllegalArgumentException} for what is no id */
    public static <T> T read(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }
}
