package org.muster.importexport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing there is to say of a row.
 *
 * @param column the cell it speaks of; null when it speaks of the row
 * @param sentence what was found
 * @param suggestion what to do instead; every flag has one
 */
public record Finding(
        Weight weight,
        @Nullable Column column,
        Sentence sentence,
        @Nullable Sentence suggestion) {

    /** How much it matters. */
    public enum Weight {
        /** Told, and the row goes in. */
        NOTE,
        /** The row waits for a person. */
        FLAG,
        REFUSAL
    }

    /**
     * A sentence of {@code refusals/importexport.properties} with what it mentions. An argument {@code place:610000} or {@code unit:piece}
     * is said by its name in the reader's language, any other as it stands.
     */
    public record Sentence(String key, List<String> args) {

        public static final String PLACE = "place:";
        public static final String UNIT = "unit:";

        public Sentence {
            args = List.copyOf(args);
        }

        static Sentence of(String key, Object... args) {
            return new Sentence(
                    key, java.util.Arrays.stream(args).map(Object::toString).toList());
        }

        static String place(String code) {
            return PLACE + code;
        }

        static String unit(String code) {
            return UNIT + code;
        }
    }

    public Finding {
        if ((weight == Weight.FLAG) != (suggestion != null)) {
            throw new IllegalArgumentException("A flag, and only a flag, suggests something: " + sentence);
        }
    }

    static Finding note(@Nullable Column column, String key, Object... args) {
        return new Finding(Weight.NOTE, column, Sentence.of(key, args), null);
    }

    static Finding flag(@Nullable Column column, Sentence sentence, Sentence suggestion) {
        return new Finding(Weight.FLAG, column, sentence, suggestion);
    }

    static Finding refusal(@Nullable Column column, String key, Object... args) {
        return new Finding(Weight.REFUSAL, column, Sentence.of(key, args), null);
    }

    /** A flag whose suggestion a person took: it goes in, and the row still says so. */
    Finding taken() {
        return weight == Weight.FLAG && suggestion != null
                ? new Finding(Weight.NOTE, column, new Sentence(TAKEN + suggestion.key(), suggestion.args()), null)
                : this;
    }

    /** Whether a person took the suggestion of this key. */
    boolean saysTaken(String suggested) {
        return sentence.key().equals(TAKEN + suggested);
    }

    private static final String TAKEN = "taken_";
}
