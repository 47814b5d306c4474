package org.muster.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.Places;

/** Finds the place a text speaks of: provinces and cities by their everyday names, counties by their full ones, or behind a word such as 在. */
final class ChatPlaces {

    record Found(Place place, int start, int end) {}

    private static final int SHORTEST = 2;
    private static final Pattern POINTS_AT = Pattern.compile("(在|地址|位于|地点|产地|坐标|发货地|厂址)[:\\s]*$");

    private final Places places;
    private final Map<String, List<Place>> full = new HashMap<>();
    private final Map<String, List<Place>> everyday = new HashMap<>();
    private int longest = SHORTEST;

    ChatPlaces(Places places) {
        this.places = places;
        for (Place province : places.provinces()) {
            learn(province);
            for (Place city : places.children(province.code())) {
                learn(city);
                places.children(city.code()).forEach(this::learn);
            }
        }
    }

    /** The finest place named, with every word that led to it. */
    List<Found> in(String folded) {
        List<Found> found = new ArrayList<>();
        for (int start = 0; start < folded.length(); start++) {
            Optional<Found> here = at(folded, start, found.isEmpty() ? null : found.get(found.size() - 1));
            if (here.isPresent()) {
                found.add(here.get());
                start = here.get().end() - 1;
            }
        }
        return found;
    }

    private Optional<Found> at(String folded, int start, @Nullable Found before) {
        boolean follows = before != null && before.end() == start;
        boolean pointedAt =
                follows || POINTS_AT.matcher(folded.substring(0, start)).find();
        for (int end = Math.min(folded.length(), start + longest); end - start >= SHORTEST; end--) {
            String name = folded.substring(start, end);
            List<Place> meant = new ArrayList<>(full.getOrDefault(name, List.of()));
            everyday.getOrDefault(name, List.of()).stream()
                    .filter(place -> place.level() != Level.COUNTY || pointedAt)
                    .filter(place -> !meant.contains(place))
                    .forEach(meant::add);
            if (before != null && meant.size() > 1) {
                meant.removeIf(place -> !places.liesIn(place, before.place()));
            }
            if (meant.size() > 1) {
                // 吉林 is a province and a city in it: the larger, unless the text went from large to small.
                Level largest =
                        meant.stream().map(Place::level).min(Enum::compareTo).orElseThrow();
                meant.removeIf(place -> place.level() != largest);
            }
            if (meant.size() == 1) {
                return Optional.of(new Found(meant.get(0), start, end));
            }
        }
        return Optional.empty();
    }

    private void learn(Place place) {
        longest = Math.max(longest, place.nameZh().length());
        if (place.nameZh().length() > SHORTEST || place.level() != Level.COUNTY) {
            full.computeIfAbsent(place.nameZh(), name -> new ArrayList<>()).add(place);
        }
        if (place.shortZh().length() >= SHORTEST && !place.shortZh().equals(place.nameZh())) {
            everyday.computeIfAbsent(place.shortZh(), name -> new ArrayList<>()).add(place);
        }
    }
}
