package org.muster.search;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.reference.Mention;
import org.muster.reference.Term;
import org.muster.reference.Terms;

/**
 * Slips of the pen in what somebody looks for: a Latin word that the glossary does not know and that is one letter away from one it knows, or a Chinese
 * term with one character for another. A model number is never a slip of another one, and short words are let be: too many real ones lie one letter
 * apart. Guesses are searched for beside what was written, never instead of it.
 */
final class Slips {

    private static final Charset BY_SOUND = Charset.forName("GB2312");
    /** Characters of the first level stand in the order of their sounds; so near to each other they sound alike or nearly. */
    private static final int NEARLY_SOUNDS = 30;

    private static final int FIRST_LEVEL_ROWS = 55;
    private static final int ROW = 94;

    private static final int SHORTEST_WORD = 5;
    private static final int LONG_WORD = 10;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_CHINESE = 3;
    private static final int LONGEST_CHINESE = 8;
    private static final int MOST_GUESSES = 4;
    private static final Pattern LATIN = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private record Label(List<String> words, Term term) {}

    private record Token(int start, int end, String word) {}

    private final long revision;
    private final Map<Integer, List<Label>> latin = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Integer, Map<String, Term>> chinese = new HashMap<>();

    Slips(Terms terms) {
        this.revision = terms.revision();
        for (Term term : terms.all()) {
            for (String label : term.labels()) {
                add(Words.normalised(label).toLowerCase(Locale.ROOT), term);
            }
        }
    }

    private void add(String label, Term term) {
        if (CHINESE.matcher(label).matches()) {
            if (label.length() >= SHORTEST_CHINESE && label.length() <= LONGEST_CHINESE) {
                chinese.computeIfAbsent(label.length(), any -> new LinkedHashMap<>())
                        .putIfAbsent(label, term);
            }
            return;
        }
        List<String> words = tokens(label).stream().map(Token::word).toList();
        known.addAll(words);
        words.forEach(word -> known.add(singular(word)));
        if (!words.isEmpty() && words.size() <= MOST_WORDS) {
            latin.computeIfAbsent(words.size(), any -> new ArrayList<>()).add(new Label(words, term));
        }
    }

    long revision() {
        return revision;
    }

    /**
     * The terms that these words seem to mean where they mention none.
     *
     * @param mentions what the glossary knows of them
     */
    List<Mention> in(String words, List<Mention> mentions) {
        List<Mention> guesses = new ArrayList<>(latin(words, mentions));
        guesses.addAll(chinese(words, mentions));
        return guesses.stream().limit(MOST_GUESSES).toList();
    }

    // ── Latin words ─────────────────────────────────────────────────────────────

    private List<Mention> latin(String words, List<Mention> mentions) {
        List<Token> tokens = tokens(words.toLowerCase(Locale.ROOT));
        List<Mention> guesses = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (isStrange(tokens.get(at), mentions)) {
                guessAround(words, tokens, at).ifPresent(guesses::add);
            }
        }
        return guesses;
    }

    private boolean isStrange(Token token, List<Mention> mentions) {
        return token.word().length() >= SHORTEST_WORD
                && LETTERS.matcher(token.word()).matches()
                && !known.contains(token.word())
                && !known.contains(singular(token.word()))
                && mentions.stream()
                        .noneMatch(mention -> mention.start() < token.end() && token.start() < mention.end());
    }

    /** The longest label around the strange word of which it alone is a letter off. */
    private Optional<Mention> guessAround(String words, List<Token> tokens, int at) {
        for (int size = Math.min(MOST_WORDS, tokens.size()); size >= 1; size--) {
            for (int first = Math.max(0, at - size + 1); first <= at && first + size <= tokens.size(); first++) {
                List<Token> window = tokens.subList(first, first + size);
                int strange = at - first;
                Optional<Term> term = latin.getOrDefault(size, List.of()).stream()
                        .filter(label -> isSlipOf(window, strange, label.words()))
                        .min(Comparator.comparingInt(label -> distance(
                                window.get(strange).word(), label.words().get(strange))))
                        .map(Label::term);
                if (term.isPresent()) {
                    int start = window.get(0).start();
                    int end = window.get(size - 1).end();
                    return Optional.of(new Mention(start, end, words.substring(start, end), term.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSlipOf(List<Token> window, int strange, List<String> label) {
        for (int i = 0; i < label.size(); i++) {
            String written = window.get(i).word();
            String meant = label.get(i);
            if (i == strange) {
                if (!isLetterOff(written, meant)) {
                    return false;
                }
            } else if (!singular(written).equals(singular(meant))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOff(String written, String meant) {
        return meant.length() >= SHORTEST_WORD
                && LETTERS.matcher(meant).matches()
                && written.charAt(0) == meant.charAt(0)
                && distance(singular(written), singular(meant)) <= (meant.length() >= LONG_WORD ? 2 : 1);
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** How many letters were left out, added, changed, or changed places with their neighbour. */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = LATIN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(matcher.start(), matcher.end(), matcher.group()));
        }
        return tokens;
    }

    // ── Chinese terms ───────────────────────────────────────────────────────────

    private List<Mention> chinese(String words, List<Mention> mentions) {
        List<Mention> guesses = new ArrayList<>();
        Matcher runs = CHINESE.matcher(words);
        while (runs.find()) {
            int at = runs.start();
            while (at < runs.end()) {
                Optional<Mention> guess = longestAt(words, at, runs.end(), mentions);
                guess.ifPresent(guesses::add);
                at = guess.map(Mention::end).orElse(at + 1);
            }
        }
        return guesses;
    }

    private Optional<Mention> longestAt(String words, int start, int end, List<Mention> mentions) {
        for (int size = Math.min(LONGEST_CHINESE, end - start); size >= SHORTEST_CHINESE; size--) {
            int last = start + size;
            String written = words.substring(start, last);
            if (isUnderstood(start, last, mentions)) {
                continue;
            }
            boolean anyCharacter = size > SHORTEST_CHINESE;
            for (Map.Entry<String, Term> label :
                    chinese.getOrDefault(size, Map.of()).entrySet()) {
                if (isCharacterOff(written, label.getKey(), anyCharacter)) {
                    return Optional.of(new Mention(start, last, written, label.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** A mention that is as long or reaches out of it, or, of so short a stretch, any at all. */
    private static boolean isUnderstood(int start, int end, List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.start() < end && start < mention.end())
                .anyMatch(mention -> end - start == SHORTEST_CHINESE
                        || mention.start() < start
                        || mention.end() > end
                        || mention.end() - mention.start() >= end - start);
    }

    private static boolean isCharacterOff(String written, String meant, boolean anyCharacter) {
        int off = -1;
        for (int i = 0; i < meant.length(); i++) {
            if (written.charAt(i) != meant.charAt(i)) {
                if (off >= 0) {
                    return false;
                }
                off = i;
            }
        }
        return off >= 0 && (anyCharacter || soundsLike(written.charAt(off), meant.charAt(off)));
    }

    private static boolean soundsLike(char one, char other) {
        int first = placeBySound(one);
        int second = placeBySound(other);
        return first >= 0 && second >= 0 && Math.abs(first - second) <= NEARLY_SOUNDS;
    }

    /** Below zero for rare characters, which stand in the order of their strokes. */
    private static int placeBySound(char character) {
        byte[] code = String.valueOf(character).getBytes(BY_SOUND);
        if (code.length != 2) {
            return -1;
        }
        int row = (code[0] & 0xff) - 0xa0;
        return row < 16 || row > FIRST_LEVEL_ROWS ? -1 : row * ROW + (code[1] & 0xff);
    }
}
