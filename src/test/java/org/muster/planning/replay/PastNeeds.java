package org.muster.planning.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A list of needs from the past, as hospitals typed it: 市, 区县, 医院名称, 物资, 规格要求, 数量. A quantity of 1 means that something was needed and nobody said how much;
 * such rows cannot be planned for and are counted apart.
 *
 * @param rows in the order of the list
 * @param withoutFigure how many say no figure
 * @param unknownPlaces rows whose city is none we know
 */
record PastNeeds(List<Row> rows, int withoutFigure, int unknownPlaces) {

    /** @param city where it has to be */
    record Row(City city, String institution, String item, long quantity) {}

    record City(String code, String name, double latitude, double longitude) {

        /** As the crow flies, on a round earth. */
        double kilometresTo(City other) {
            double a = Math.toRadians(latitude);
            double b = Math.toRadians(other.latitude);
            double cos = Math.sin(a) * Math.sin(b)
                    + Math.cos(a) * Math.cos(b) * Math.cos(Math.toRadians(longitude - other.longitude));
            return 6371 * Math.acos(Math.max(-1, Math.min(1, cos)));
        }
    }

    PastNeeds {
        rows = List.copyOf(rows);
    }

    /** Every city of the country. */
    static List<City> cities() {
        List<City> cities = new ArrayList<>();
        for (NamedCsvRecord place : places()) {
            if (isCity(place)) {
                cities.add(city(place));
            }
        }
        return cities;
    }

    /** Cities, and counties that no city stands above. */
    private static boolean isCity(NamedCsvRecord place) {
        return place.getField("level").equals("2")
                || place.getField("level").equals("3")
                        && place.getField("parent").endsWith("0000");
    }

    private static City city(NamedCsvRecord place) {
        return new City(
                place.getField("code"),
                place.getField("name_zh"),
                Double.parseDouble(place.getField("latitude")),
                Double.parseDouble(place.getField("longitude")));
    }

    private static List<NamedCsvRecord> places() {
        try (Reader text = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(PastNeeds.class.getResourceAsStream("/reference/places.csv")),
                        StandardCharsets.UTF_8));
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PastNeeds read(Reader text) {
        List<NamedCsvRecord> places = places();
        List<Row> rows = new ArrayList<>();
        int withoutFigure = 0;
        int unknown = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            for (NamedCsvRecord line : csv) {
                Optional<City> city = find(
                        places, line.getField("市").strip(), line.getField("区县").strip());
                String quantity = line.getField("数量").strip();
                long amount = quantity.matches("\\d{1,9}") ? Long.parseLong(quantity) : 0;
                if (city.isEmpty()) {
                    unknown++;
                } else if (amount <= 1) {
                    withoutFigure++;
                } else {
                    rows.add(new Row(
                            city.get(),
                            line.getField("医院名称").strip(),
                            line.getField("物资").strip(),
                            amount));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PastNeeds(rows, withoutFigure, unknown);
    }

    /** Spreadsheets put a byte order mark before the first heading. */
    private static Reader withoutMark(Reader text) throws IOException {
        BufferedReader marked = new BufferedReader(text);
        marked.mark(1);
        if (marked.read() != '\uFEFF') {
            marked.reset();
        }
        return marked;
    }

    /** By its Chinese name or in pinyin; where two have the same, the one that has the county. */
    private static Optional<City> find(List<NamedCsvRecord> places, String written, String county) {
        String plain = written.toLowerCase(Locale.ROOT);
        List<NamedCsvRecord> named = new ArrayList<>();
        int longest = 0;
        for (NamedCsvRecord place : places) {
            String english = place.getField("name_en")
                    .replaceFirst(" City$", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z]", "");
            boolean chinese = place.getField("name_zh").equals(written);
            boolean pinyin = plain.startsWith(english + "shi") || english.length() > 4 && plain.startsWith(english);
            if (isCity(place) && (chinese || pinyin)) {
                int length = chinese ? Integer.MAX_VALUE : english.length();
                if (length > longest) {
                    named.clear();
                    longest = length;
                }
                if (length == longest) {
                    named.add(place);
                }
            }
        }
        if (named.size() > 1) {
            Set<String> above = new HashSet<>();
            places.stream()
                    .filter(place -> place.getField("name_zh").equals(county))
                    .forEach(place -> above.add(place.getField("parent")));
            named.removeIf(place -> !above.contains(place.getField("code")));
        }
        return named.size() == 1 ? Optional.of(city(named.get(0))) : Optional.empty();
    }
}
