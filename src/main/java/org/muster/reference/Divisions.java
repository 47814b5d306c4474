package org.muster.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.shared.FoldedText;

/** The 41 industrial divisions. */
@Singleton
public class Divisions {

    private final Map<String, Division> byCode = new LinkedHashMap<>();
    private final Map<String, Division> words = new TreeMap<>();

    public Divisions() {
        for (ReferenceTable.Row row : ReferenceTable.read("divisions")) {
            String code = row.text("code");
            byCode.put(code, new Division(code, row.text("section"), row.text("name_zh"), row.text("name_en")));
        }
        Map<String, List<Division>> uses = byCode.values().stream()
                .flatMap(division -> wordsOf(division).stream().map(word -> Map.entry(word, division)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        uses.forEach((word, users) -> {
            if (users.size() == 1) {
                words.put(word, users.get(0));
            }
        });
    }

    public Optional<Division> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The division whose name a text uses, by the longest word of it: 纺织 leads to 纺织业, furniture to 家具制造业. */
    public Optional<Division> namedIn(String text) {
        String folded = FoldedText.fold(text);
        @Nullable Division best = null;
        int longest = 0;
        for (Map.Entry<String, Division> word : words.entrySet()) {
            if (word.getKey().length() > longest && folded.contains(word.getKey())) {
                best = word.getValue();
                longest = word.getKey().length();
            }
        }
        return Optional.ofNullable(best);
    }

    /** The telling words of a division's names; what several divisions share tells nothing. */
    private static List<String> wordsOf(Division division) {
        return Stream.concat(
                        Arrays.stream(division.nameZh().split("[、和及，]|其他|制造业?|加工业?|制品业?|生产|供应业?|业"))
                                .filter(word -> word.length() >= 2),
                        Arrays.stream(division.nameEn().toLowerCase(Locale.ROOT).split("[^a-z-]+"))
                                .filter(word -> word.length() >= 6))
                .distinct()
                .toList();
    }

    /** In the order of their codes. */
    public List<Division> all() {
        return List.copyOf(byCode.values());
    }
}
