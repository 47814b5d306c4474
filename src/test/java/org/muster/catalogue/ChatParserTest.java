package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.ShippedTerms;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;

class ChatParserTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final ChatParser PARSER = new ChatParser(ShippedTerms.terms(), new Places());

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void what_is_written_is_what_is_read(String text, String facts) {
        assertThat(facts(PARSER.read(text, SUNDAY))).isEqualTo(facts);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_value_shows_the_very_words_it_came_from(String text, String facts) {
        ChatReading reading = PARSER.read(text, SUNDAY);
        assertThat(reading.recognised()).allSatisfy(one -> {
            assertThat(one.written()).isNotBlank();
            assertThat(text.substring(one.start(), one.end()).strip().replace('\n', ';'))
                    .isEqualToNormalizingWhitespace(one.written().replace('\n', ';'));
        });
        assertThat(facts).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "。。。", "1拖", "缺", "元/", "一吨", "起订", "😷😷", "5555555555555555555555555555555555555555台"
            })
    void scraps_are_read_without_harm(String text) {
        assertThat(PARSER.read(text, SUNDAY).draft().title()).isNotNull();
    }

    @Test
    void the_same_text_gives_the_same_draft() {
        String text = "KN95线一条，每分钟60片，24小时生产，可转产平面口罩，25号以后有空";
        assertThat(PARSER.read(text, SUNDAY)).isEqualTo(PARSER.read(text, SUNDAY));
    }

    @Test
    void a_day_is_the_next_such_day() {
        assertThat(PARSER.read("口罩线 20号以后有空", SUNDAY).freeFrom()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(PARSER.read("口罩线 1月5日以后有空", SUNDAY).freeFrom()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(PARSER.read("口罩线 下下周一起有空", SUNDAY).freeFrom()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(PARSER.read("口罩线 31号起有空", LocalDate.of(2027, 2, 1)).freeFrom())
                .isEqualTo(LocalDate.of(2027, 3, 31));
    }

    static Stream<Arguments> texts() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ChatParserTest.class.getResourceAsStream("/catalogue/chat-texts.txt")),
                StandardCharsets.UTF_8))) {
            List<Arguments> texts = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(cells -> Arguments.of(cells[0].replace("\\n", "\n"), cells[1]))
                    .toList();
            assertThat(texts).hasSizeGreaterThan(40);
            return texts.stream();
        }
    }

    /** Everything that was read, in the order of the form; what was not said is left out. */
    private static String facts(ChatReading reading) {
        ListingDraft draft = reading.draft();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put(
                "kind",
                switch (draft.kind()) {
                    case PRODUCTION_LINE -> "line";
                    case EQUIPMENT -> "machine";
                    case MATERIAL -> "material";
                    case FINISHED_STOCK -> "stock";
                    case SERVICE -> "service";
                });
        facts.put("title", draft.title());
        facts.put("quantity", draft.quantity());
        facts.put("products", String.join("+", draft.products()));
        facts.put("convertible", String.join("+", draft.convertibleProducts()));
        facts.put(
                "operations",
                draft.operations().stream()
                        .map(operation -> operation.name()
                                + operation
                                        .statedRate()
                                        .map(rate -> "@" + rate.quantity() + "/" + rate.per())
                                        .orElse(""))
                        .collect(Collectors.joining("+")));
        facts.put(
                "specification",
                draft.specification().stream()
                        .map(value -> value.key() + ":" + value.written())
                        .collect(Collectors.joining("+")));
        facts.put("mode", draft.supplyMode() == SupplyMode.UNSAID ? null : draft.supplyMode());
        facts.put("crew", draft.crewIncluded());
        facts.put("material", draft.materialIncluded());
        facts.put("days", draft.materialDays());
        facts.put("missing", draft.missing());
        facts.put("minimum", draft.minimumOrder());
        facts.put("multiple", draft.orderMultiple());
        var charge = draft.fixedCharge();
        facts.put("charge", charge == null ? null : charge.major());
        Price price = draft.price();
        if (price != null) {
            PriceBasis basis = price.basis();
            facts.put("price", price.money().major() + " per " + price.per());
            facts.put(
                    "tax",
                    basis.taxIncluded()
                            ? "included"
                                    + basis.taxRate().map(rate -> " " + rate).orElse("")
                            : null);
            facts.put("invoice", basis.invoice() == PriceBasis.Invoice.UNSAID ? null : basis.invoice());
            facts.put("delivery", basis.delivery() == PriceBasis.Delivery.UNSAID ? null : basis.delivery());
        }
        facts.put("ready", draft.readyDate());
        facts.put("hours", draft.hoursPerDay());
        facts.put("changeover", draft.changeoverMinutes());
        facts.put(
                "particulars",
                draft.particulars().equals(Particulars.unsaid(draft.kind())) ? null : draft.particulars());
        facts.put("declared", draft.declared() == Availability.UNKNOWN ? null : draft.declared());
        facts.put("from", reading.freeFrom());
        facts.put("until", reading.freeUntil());
        facts.put("place", reading.place().map(Place::nameZh).orElse(""));
        facts.put("contact", String.join("+", reading.contact()));
        facts.put("left", String.join("+", reading.notUnderstood()));
        return facts.entrySet().stream()
                .filter(fact ->
                        fact.getValue() != null && !fact.getValue().toString().isEmpty())
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("; "));
    }
}
