package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "只, H87, count", "个, H87, count", "支, H87, count", "套, SET, set", "箱, XCT, pack:carton", "吨, TNE, mass",
        "公斤, KGM, mass", "ＫＧ, KGM, mass", "米, MTR, length", "PCS, H87, count", "㎡, MTK, area", "gsm, GM, areal_mass"
    })
    void trade_units_are_known_however_they_are_written(String written, String rec20, String dimension) {
        assertThat(Unit.written(written)).hasValueSatisfying(unit -> {
            assertThat(unit.rec20()).isEqualTo(rec20);
            assertThat(unit.dimension()).isEqualTo(new Dimension(dimension));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "zhi, 1, piece",
        "zhi, 300000, pieces",
        "piece, 1.0, piece",
        "carton, 2, cartons",
        "box, 3, boxes",
        "inch, 0.5, inches",
        "person, 6, people",
        "gsm, 25, grams per square metre",
        "machine, 3, machine units",
        "jin, 5, jin",
        "tonne, 1.5, tonnes"
    })
    void behind_a_number_english_has_its_plurals(String code, BigDecimal amount, String words) {
        assertThat(Unit.of(code).counting(amount, Locale.ENGLISH)).isEqualTo(words);
    }

    @Test
    void behind_a_number_chinese_stays_as_it_is() {
        assertThat(Unit.of("zhi").counting(BigDecimal.TEN, Locale.CHINESE)).isEqualTo("只");
    }

    @Test
    void no_writing_belongs_to_two_units() {
        Map<String, Unit> owners = new HashMap<>();
        for (Unit unit : Unit.all()) {
            for (String writing : unit.aliases()) {
                assertThat(owners.putIfAbsent(writing, unit)).as(writing).isNull();
            }
        }
    }

    @Test
    void a_unit_has_a_name_in_both_languages() {
        assertThat(Unit.of("kilogram").name(Locale.ENGLISH)).isEqualTo("kilogram");
        assertThat(Unit.of("kilogram").name(Locale.CHINESE)).isEqualTo("千克");
        assertThat(List.copyOf(Unit.all())).allSatisfy(unit -> {
            assertThat(unit.nameZh()).isNotBlank();
            assertThat(unit.nameEn()).isNotBlank();
        });
    }

    @Test
    void an_unknown_unit_is_refused() {
        assertThat(Unit.written("瓦片")).isEmpty();
        assertThatThrownBy(() -> Unit.of("瓦片")).isInstanceOf(IllegalArgumentException.class);
    }
}
