package org.muster.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.shared.FoldedText;

/** Labels as a tree of letters: all that begin at one place of a text are found in one walk, however many labels there are. */
final class Labels<T> {

    private static final class Node<T> {
        final Map<Character, Node<T>> next = new HashMap<>();
        final List<T> ends = new ArrayList<>(0);
    }

    interface Visitor<T> {
        void found(int end, List<T> values);
    }

    private final Node<T> root = new Node<>();

    /** The form in which labels and texts meet. */
    static String normalised(String label) {
        return FoldedText.of(label).spaced().text().strip();
    }

    void add(String normalised, T value) {
        Node<T> at = root;
        for (int i = 0; i < normalised.length(); i++) {
            at = at.next.computeIfAbsent(normalised.charAt(i), letter -> new Node<>());
        }
        if (!at.ends.contains(value)) {
            at.ends.add(value);
        }
    }

    /** Tells every label that begins here, the shorter first. */
    void visit(String normalised, int start, Visitor<T> visitor) {
        Node<T> at = root;
        for (int i = start; i < normalised.length(); i++) {
            @Nullable Node<T> next = at.next.get(normalised.charAt(i));
            if (next == null) {
                return;
            }
            at = next;
            if (!at.ends.isEmpty()) {
                visitor.found(i + 1, at.ends);
            }
        }
    }

    /** Whether a letter belongs to words that blanks part, as Latin ones do and Chinese ones do not. */
    static boolean isWordLetter(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= '0' && letter <= '9')
                || (letter >= '\u00df' && letter <= '\u024f')
                || (letter >= '\u0370' && letter <= '\u04ff');
    }

    /** Whether a word may begin here: not in the middle of one. */
    static boolean isWordStart(String text, int index) {
        return index == 0 || !isWordLetter(text.charAt(index)) || !isWordLetter(text.charAt(index - 1));
    }

    /** Whether a word may end here. */
    static boolean isWordEnd(String text, int exclusiveEnd) {
        return exclusiveEnd == text.length()
                || !isWordLetter(text.charAt(exclusiveEnd - 1))
                || !isWordLetter(text.charAt(exclusiveEnd));
    }
}
