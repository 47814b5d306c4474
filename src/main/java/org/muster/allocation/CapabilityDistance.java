package org.muster.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Particulars;
import org.muster.reference.Terms;

/**
 * How far a line that has to be converted is from one that makes the thing already: by what it does, what it works with, how clean its room is, and how long
 * changing it over takes. What a line does not say counts as half a miss, because it may be so. Pure.
 *
 * @param shared operations that it does already, in its own words
 * @param lacking operations that makers do and it does not
 * @param handled materials of the recipe that it works with already
 * @param unhandled those that it does not name
 * @param minutes to change it over; empty when nothing was said
 * @param points 0 for no distance, 100 for a line that has nothing in common; for putting lines in order, not for deciding
 */
public record CapabilityDistance(
        List<String> shared,
        List<String> lacking,
        List<String> handled,
        List<String> unhandled,
        Room room,
        Optional<Integer> minutes,
        int points) {

    private static final int OF_OPERATIONS = 40;
    private static final int OF_MATERIALS = 25;
    private static final int OF_ROOM = 20;
    private static final int OF_TIME = 15;
    private static final int LONGEST_DAYS = 15;
    private static final int MINUTES_OF_A_DAY = 1440;

    /** Whether its room is clean enough. */
    public enum Room {
        ENOUGH,
        TOO_LOW,
        UNSAID,
        /** No clean room is needed. */
        NOT_NEEDED
    }

    /**
     * What a line has to be able to do.
     *
     * @param operations what at least half of those do who make it already and say what they do
     * @param materials what the recipe is made of
     * @param room null where none is needed
     */
    public record Asked(
            List<String> operations,
            List<String> materials,
            @Nullable CleanRoom room) {
        public Asked {
            operations = List.copyOf(operations);
            materials = List.copyOf(materials);
        }

        static Asked of(List<ListingView> makers, List<String> materials, @Nullable CleanRoom room, Terms terms) {
            Map<String, String> words = new LinkedHashMap<>();
            Map<String, Integer> counts = new LinkedHashMap<>();
            int saying = 0;
            for (ListingView maker : makers) {
                List<String> keys = maker.operations().stream()
                        .map(Operation::name)
                        .map(name -> {
                            String key = key(name, terms);
                            words.putIfAbsent(key, name);
                            return key;
                        })
                        .distinct()
                        .toList();
                saying += keys.isEmpty() ? 0 : 1;
                keys.forEach(key -> counts.merge(key, 1, Integer::sum));
            }
            List<String> usual = new ArrayList<>();
            for (Map.Entry<String, Integer> one : counts.entrySet()) {
                if (one.getValue() * 2 >= saying) {
                    usual.add(words.getOrDefault(one.getKey(), one.getKey()));
                }
            }
            return new Asked(usual, materials, room);
        }
    }

    public CapabilityDistance {
        shared = List.copyOf(shared);
        lacking = List.copyOf(lacking);
        handled = List.copyOf(handled);
        unhandled = List.copyOf(unhandled);
    }

    /** @param line as somebody may see it */
    public static CapabilityDistance of(ListingView line, Asked asked, Terms terms) {
        List<String> does = line.operations().stream().map(Operation::name).toList();
        List<String> handles = line.particulars().handled();
        List<String> lacking = without(asked.operations(), does, terms);
        List<String> unhandled = without(asked.materials(), handles, terms);
        Room room = room(line, asked.room());
        Optional<Integer> minutes = Optional.ofNullable(line.changeoverMinutes());
        int points = part(OF_OPERATIONS, lacking.size(), asked.operations().size(), does.isEmpty())
                + part(OF_MATERIALS, unhandled.size(), asked.materials().size(), handles.isEmpty())
                + switch (room) {
                    case ENOUGH, NOT_NEEDED -> 0;
                    case UNSAID -> OF_ROOM / 2;
                    case TOO_LOW -> OF_ROOM;
                }
                + minutes.map(CapabilityDistance::time).orElse(OF_TIME / 2);
        return new CapabilityDistance(
                with(asked.operations(), does, terms),
                lacking,
                with(asked.materials(), handles, terms),
                unhandled,
                room,
                minutes,
                points);
    }

    private static int part(int most, int lacking, int asked, boolean unsaid) {
        if (asked == 0) {
            return 0;
        }
        return unsaid ? most / 2 : most * lacking / asked;
    }

    /** A point for each day; two weeks and more are as far as it gets. */
    private static int time(int minutes) {
        int days = (minutes + MINUTES_OF_A_DAY - 1) / MINUTES_OF_A_DAY;
        return Math.min(OF_TIME, OF_TIME * days / LONGEST_DAYS);
    }

    private static Room room(ListingView line, @Nullable CleanRoom wanted) {
        if (wanted == null) {
            return Room.NOT_NEEDED;
        }
        CleanRoom said = line.particulars() instanceof Particulars.Line known ? known.cleanRoom() : null;
        if (said == null) {
            return Room.UNSAID;
        }
        return said.isAtLeast(wanted) ? Room.ENOUGH : Room.TOO_LOW;
    }

    private static List<String> with(List<String> asked, List<String> said, Terms terms) {
        return asked.stream().filter(one -> says(said, one, terms)).toList();
    }

    private static List<String> without(List<String> asked, List<String> said, Terms terms) {
        return asked.stream().filter(one -> !says(said, one, terms)).toList();
    }

    private static boolean says(List<String> said, String asked, Terms terms) {
        String wanted = key(asked, terms);
        return said.stream().map(one -> key(one, terms)).anyMatch(wanted::equals);
    }

    /** Two words are one when they name the same term; else when they are written alike. */
    private static String key(String text, Terms terms) {
        return terms.mentions(text).stream()
                .map(mention -> mention.term().key())
                .findFirst()
                .orElseGet(() -> text.strip().toLowerCase(Locale.ROOT));
    }
}
