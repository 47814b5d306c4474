package org.muster.certificate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;

/**
 * A standard as a certificate cites it. What we do not know is kept as written and flagged, never refused.
 *
 * @param written as on the paper
 * @param code of the standard, when we know it
 * @param edition as written behind the code; null when the paper names none
 */
public record CitedStandard(
        String written, @Nullable String code, @Nullable String edition) {

    /** How much is known of what it cites. */
    public enum Standing {
        /** An edition of our reference. */
        KNOWN,
        /** The standard is known, an edition of that year is not. */
        EDITION_UNKNOWN,
        /** The standard is known, the paper names no edition. */
        EDITION_UNSAID,
        UNKNOWN
    }

    /** Reads the standards that a text lists, one after the other. */
    static List<CitedStandard> read(String text, Standards standards) {
        return List.of(text.split("[、,，;；\\n\\r]+")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> {
                    List<Standards.Citation> cited = standards.citations(part);
                    return cited.isEmpty()
                            ? Stream.of(new CitedStandard(part, null, null))
                            : cited.stream()
                                    .map(one -> new CitedStandard(
                                            one.written(),
                                            one.code(),
                                            one.edition().orElse(null)));
                })
                .distinct()
                .toList();
    }

    /** The edition of our reference that it names. */
    public Optional<StandardEdition> known(Standards standards) {
        return code == null || edition == null
                ? Optional.empty()
                : standards.citations(written).stream()
                        .filter(cited -> cited.code().equals(code))
                        .flatMap(cited -> cited.known().stream())
                        .findFirst();
    }

    public Standing standing(Standards standards) {
        if (code == null) {
            return Standing.UNKNOWN;
        }
        if (edition == null) {
            return Standing.EDITION_UNSAID;
        }
        return known(standards).isPresent() ? Standing.KNOWN : Standing.EDITION_UNKNOWN;
    }
}
