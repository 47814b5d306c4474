package org.muster.shell;

/** One thing to choose in a form: what is sent and what is read. */
public record Choice(String value, String label) {

    public static Choice of(Object value, String label) {
        return new Choice(value.toString(), label);
    }
}
