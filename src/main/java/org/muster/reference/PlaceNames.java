package org.muster.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.shared.FoldedText;

/**
 * Finds the place that a text names. Every name in the text is a candidate; one supported by the names of what it lies in beats one
 * that stands alone, the more letters are explained the better. A short name (西湖 for 西湖区) counts only where it cannot easily
 * be part of a street's or a town's name.
 */
final class PlaceNames {

    /** @param whole whether this is the full name, with its suffix */
    private record Name(Place place, boolean whole, boolean chinese) {}

    private record Mention(int start, int end, Name name) {
        Place place() {
            return name.place();
        }

        boolean overlaps(Mention other) {
            return start < other.end && other.start < end;
        }
    }

    private record Candidate(Place place, boolean whole, int start, int explained) {}

    private static final Pattern COUNTRY = Pattern.compile("^(?:中华人民共和国|中国大陆|中国|(?:pr |p\\.r\\. ?)?china\\b,? ?)");
    private static final Pattern COUNTRY_AT_END = Pattern.compile(",? ?(?:中国|\\b(?:pr |p\\.r\\. ?)?china)\\.?$");

    /** After a short name these make it a street or a gate: 南京路 is in Shanghai. */
    private static final Pattern STREET = Pattern.compile("路|街|大道|大街|[东南西北中]路|门");

    /** After the short name of a county also a town, a village, a bridge. */
    private static final Pattern STREET_OR_TOWN = Pattern.compile("路|街|大道|大街|[东南西北中]路|道|门|镇|乡|村|里|桥|医院");

    private static final List<String> ENGLISH_SUFFIXES =
            List.of(" city", " county", " district", " prefecture", " autonomous region", " banner", " new area");

    private final Places places;
    private final Labels<Name> labels = new Labels<>();

    PlaceNames(Places places, Collection<Place> all) {
        this.places = places;
        for (Place place : all) {
            String zh = FoldedText.fold(place.nameZh());
            labels.add(zh, new Name(place, true, true));
            if (place.shortZh().length() >= 2 && !place.shortZh().equals(zh)) {
                labels.add(place.shortZh(), new Name(place, false, true));
                for (String kind : List.of("州", "县", "旗")) {
                    if (zh.endsWith("自治" + kind)) {
                        labels.add(place.shortZh() + kind, new Name(place, true, true));
                    }
                }
            }
            addEnglish(place);
        }
        for (ReferenceTable.Row park : ReferenceTable.read("parks")) {
            Place place = places.byCode(park.text("place"))
                    .orElseThrow(() -> new IllegalStateException("No place for the park " + park.text("name_zh")));
            labels.add(Labels.normalised(park.text("name_zh")), new Name(place, true, true));
            park.optional("name_en").ifPresent(en -> labels.add(Labels.normalised(en), new Name(place, true, false)));
        }
    }

    private void addEnglish(Place place) {
        String en = Labels.normalised(place.nameEn());
        addSpellings(en, new Name(place, true, false));
        boolean suffixed = false;
        for (String suffix : ENGLISH_SUFFIXES) {
            if (en.endsWith(suffix)) {
                addSpellings(en.substring(0, en.length() - suffix.length()), new Name(place, false, false));
                suffixed = true;
            }
        }
        if (!suffixed && place.level() != Level.COUNTY) {
            String kind = place.level() == Level.PROVINCE ? " province" : " city";
            addSpellings(en + kind, new Name(place, true, false));
        }
    }

    /** Xi'an is typed Xian as well. */
    private void addSpellings(String en, Name name) {
        labels.add(en, name);
        if (en.indexOf('\'') >= 0) {
            labels.add(en.replace("'", ""), name);
        }
    }

    PlaceAnswer resolve(String text) {
        return resolve(text, place -> true);
    }

    /** As {@link #resolve(String)}, among the places of one province. */
    PlaceAnswer resolveIn(Place province, String text) {
        return resolve(text, place -> places.liesIn(place, province));
    }

    private PlaceAnswer resolve(String written, Predicate<Place> scope) {
        String text = FoldedText.of(written).spaced().text().strip().replace("’", "'");
        text = COUNTRY.matcher(text).replaceFirst("").strip();
        text = COUNTRY_AT_END.matcher(text).replaceFirst("").strip();
        List<Mention> mentions = mentions(text, scope);
        int most = 0;
        List<Candidate> best = new ArrayList<>();
        for (Mention mention : mentions) {
            Candidate candidate = candidate(text, mention, mentions);
            if (candidate == null || candidate.explained < most) {
                continue;
            }
            if (candidate.explained > most) {
                best.clear();
                most = candidate.explained;
            }
            best.add(candidate);
        }
        if (best.isEmpty()) {
            return new PlaceAnswer.Unknown(written.strip());
        }
        int first = best.stream().mapToInt(Candidate::start).min().orElse(0);
        List<Candidate> rivals =
                best.stream().filter(candidate -> candidate.start == first).toList();
        return decide(rivals);
    }

    private PlaceAnswer decide(List<Candidate> rivals) {
        List<Place> named = rivals.stream().map(Candidate::place).distinct().toList();
        Place one = holdsAll(named);
        if (one == null) {
            // Nobody says Xi'an and means the district of Mudanjiang; but 朝阳 may well be the one of Beijing.
            boolean cityToo = named.stream().anyMatch(place -> place.level() == Level.CITY);
            List<Place> probable = rivals.stream()
                    .filter(rival -> !cityToo
                            || rival.whole
                            || rival.place.level() == Level.CITY
                            || isOfMunicipality(rival.place))
                    .map(Candidate::place)
                    .distinct()
                    .toList();
            one = holdsAll(probable);
            named = probable.isEmpty() ? named : probable;
        }
        if (one != null) {
            return new PlaceAnswer.Found(places.seat(one));
        }
        return new PlaceAnswer.Ambiguous(named.stream()
                .sorted(Comparator.comparing(Place::level).thenComparing(Place::code))
                .toList());
    }

    /** The one of these that all others lie in, or the province among them: 吉林 is the province, 恩施 the prefecture. */
    private @Nullable Place holdsAll(List<Place> named) {
        for (Place place : named) {
            if (place.level() == Level.PROVINCE || named.stream().allMatch(other -> places.liesIn(other, place))) {
                return place;
            }
        }
        return null;
    }

    private boolean isOfMunicipality(Place place) {
        return !places.seat(places.province(place)).equals(places.province(place));
    }

    private List<Mention> mentions(String text, Predicate<Place> scope) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            int start = i;
            if (!Labels.isWordStart(text, start)) {
                continue;
            }
            labels.visit(text, start, (end, names) -> {
                if (Labels.isWordEnd(text, end)) {
                    names.stream()
                            .filter(name -> scope.test(name.place()))
                            .forEach(name -> mentions.add(new Mention(start, end, name)));
                }
            });
        }
        return mentions;
    }

    private @Nullable Candidate candidate(String text, Mention mention, List<Mention> all) {
        List<Mention> chain = new ArrayList<>(List.of(mention));
        Place at = mention.place();
        while (at.level() != Level.PROVINCE) {
            Place larger = places.parent(at);
            all.stream()
                    .filter(other -> other.place().equals(larger)
                            && chain.stream().noneMatch(other::overlaps)
                            && (!other.name.chinese() || other.end <= mention.start))
                    .max(Comparator.comparingInt(other -> other.end - other.start))
                    .ifPresent(chain::add);
            at = larger;
        }
        if (!counts(text, mention, chain)) {
            return null;
        }
        return new Candidate(
                mention.place(),
                mention.name.whole(),
                chain.stream().mapToInt(Mention::start).min().orElse(mention.start),
                chain.stream().mapToInt(one -> one.end - one.start).sum());
    }

    private static boolean counts(String text, Mention mention, List<Mention> chain) {
        if (mention.name.whole()) {
            return true;
        }
        boolean county = mention.place().level() == Level.COUNTY;
        if (!mention.name.chinese()) {
            return !county || mention.start == 0 || chain.size() > 1;
        }
        String rest = text.substring(mention.end);
        if (!county) {
            return !STREET.matcher(rest).lookingAt();
        }
        boolean follows = mention.start == 0 || chain.stream().anyMatch(larger -> larger.end == mention.start);
        return follows && !STREET_OR_TOWN.matcher(rest).lookingAt();
    }
}
