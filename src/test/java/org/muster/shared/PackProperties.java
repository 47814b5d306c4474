package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackProperties {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100支/箱          | carton | 100    | stem",
                "5L*4瓶/件         | piece  | 20     | litre",
                "５Ｌ×４瓶／件      | piece  | 20     | litre",
                "500ml*20瓶/箱     | carton | 10000  | millilitre",
                "10片/袋，50袋/箱   | carton | 500    | sheet",
                "50袋/箱，10片/袋   | carton | 500    | sheet",
                "48人份/盒         | box    | 48     | portion",
                "每箱2000只        | carton | 2000   | zhi",
                "1箱=1,000个       | carton | 1000   | item",
                "50 pcs per box    | box    | 50     | piece",
                "2.5公斤/桶        | drum   | 2.5    | kilogram",
                "医用口罩 10只/袋   | bag    | 10     | zhi"
            })
    void packs_read_as_the_trade_writes_them(String text, String outer, String amount, String inner) {
        assertThat(Pack.findIn(text)).contains(new Pack(Unit.of(outer), Quantity.of(amount, inner)));
    }

    @ParameterizedTest
    @CsvSource({"60吨/天", "20万只/日", "KN95", "3M 1860", "0支/箱", "''", "口罩", "GB 19083-2010", "12345", "100/箱"})
    void what_is_no_pack_is_none(String text) {
        assertThat(Pack.findIn(text)).isEmpty();
    }

    @Property
    void so_many_packs_hold_so_many_times_their_contents(
            @ForAll @IntRange(min = 1, max = 1_000_000) int packs,
            @ForAll @IntRange(min = 1, max = 100_000) int inside,
            @ForAll("outer") Unit outer,
            @ForAll("inner") Unit inner) {
        Optional<Pack> pack = Pack.parse(inside + inner.nameZh() + "/" + outer.nameZh());

        assertThat(pack).contains(new Pack(outer, Quantity.of(inside, inner)));
        assertThat(pack.orElseThrow().of(BigDecimal.valueOf(packs)))
                .isEqualTo(new Quantity(BigDecimal.valueOf(packs).multiply(BigDecimal.valueOf(inside)), inner));
    }

    @Property
    void packs_within_packs_multiply_whichever_is_told_first(
            @ForAll @IntRange(min = 1, max = 10_000) int one, @ForAll @IntRange(min = 1, max = 10_000) int two) {
        String smaller = one + "只/袋";
        String larger = two + "袋/箱";
        Pack whole = new Pack(Unit.of("carton"), Quantity.of((long) one * two, Unit.of("zhi")));

        assertThat(Pack.parse(smaller + "，" + larger)).contains(whole);
        assertThat(Pack.parse(larger + "，" + smaller)).contains(whole);
    }

    @Property
    void whatever_is_typed_is_a_pack_or_none(@ForAll @StringLength(max = 200) String text) {
        Pack.findIn(text).ifPresent(pack -> assertThat(pack.contents().amount()).isPositive());
    }

    @Property
    void letters_of_the_trade_in_any_order_are_a_pack_or_none(@ForAll("letters") String text) {
        Pack.findIn(text).ifPresent(pack -> assertThat(pack.contents().amount()).isPositive());
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings()
                .withChars("0123456789.,*x×/每箱盒袋支只片瓶LlmgkK公斤件人份 　，（）=")
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<Unit> outer() {
        return Arbitraries.of("carton", "box", "bag", "drum", "pallet").map(Unit::of);
    }

    @Provide
    Arbitrary<Unit> inner() {
        return Arbitraries.of("zhi", "stem", "sheet", "bottle", "kilogram", "litre", "roll")
                .map(Unit::of);
    }
}
