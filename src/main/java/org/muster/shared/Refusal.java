package org.muster.shared;

import java.util.List;

/**
 * One reason why something asked for was not done, ready to be said in the user's language.
 *
 * @param field the form field or column it speaks of, empty when it speaks of the whole
 * @param key the sentence, as {@code feature.sentence}; its words live in {@code refusals/<feature>.properties}
 * @param args what the sentence mentions, in the order of its placeholders
 */
public record Refusal(String field, String key, List<Object> args) {

    public Refusal {
        args = List.copyOf(args);
        if (key.indexOf('.') < 1) {
            throw new IllegalArgumentException("A refusal's key names its feature first: " + key);
        }
    }

    public static Refusal of(String key, Object... args) {
        return new Refusal("", key, List.of(args));
    }

    public static Refusal at(String field, String key, Object... args) {
        return new Refusal(field, key, List.of(args));
    }
}
