package org.muster.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.shared.FoldedText;

/** The words of a listing as the scan compares them: one width, one case, one line a thing. */
final class SearchText {

    private SearchText() {}

    /** The titles come first, on a line of their own: the scan ranks what it finds there higher. */
    static String of(Words words) {
        return Stream.of(
                        Stream.of(Stream.of(words.title(), words.titleEn())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "))),
                        words.products().stream(),
                        words.convertibleProducts().stream(),
                        words.operations().stream(),
                        words.specification().stream(),
                        Stream.of(words.description(), words.descriptionEn()).filter(Objects::nonNull))
                .flatMap(lines -> lines)
                .map(line -> FoldedText.fold(line).replace('\n', ' ').strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** LIKE patterns that find a word anywhere; its own wildcards mean themselves. */
    static List<String> anywhere(List<String> words) {
        return words.stream()
                .map(word -> FoldedText.fold(word).strip())
                .filter(word -> !word.isEmpty())
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }
}
