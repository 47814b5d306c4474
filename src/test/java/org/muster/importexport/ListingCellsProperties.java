package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Rate;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Money;
import org.muster.shared.Outcome;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** What a listing says goes into cells and comes out of them the same. */
class ListingCellsProperties {

    @Property
    void what_was_written_of_a_listing_changes_nothing_of_it(@ForAll("drafts") ListingDraft draft) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(read(draft, ListingCells.write(draft, locale))).isEqualTo(draft);
        }
    }

    @Property
    void what_was_written_of_a_listing_says_the_same_of_a_new_one(@ForAll("drafts") ListingDraft draft) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Map<Column, String> cells = ListingCells.write(draft, locale);
            assertThat(read(ListingCells.blank(cells), cells)).isEqualTo(draft);
        }
    }

    @Property
    void whatever_cells_say_is_read_or_refused_by_its_column(
            @ForAll("drafts") ListingDraft draft, @ForAll("cells") Map<Column, String> cells) {
        Outcome<ListingDraft> read = ListingCells.read(draft, cells);

        assertThat(read.<Boolean>fold(
                        said -> true,
                        reasons -> reasons.stream()
                                .allMatch(reason -> Stream.of(Column.values())
                                        .map(Column::name)
                                        .anyMatch(reason.field()::equals))))
                .isTrue();
    }

    @Example
    void every_unit_has_a_writing_of_its_own() {
        for (Unit unit : Unit.all()) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(Unit.written(ListingCells.unit(unit, locale)))
                        .as(unit.code())
                        .contains(unit);
            }
        }
    }

    @Example
    void every_heading_that_is_handed_out_is_one_that_the_import_knows() {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<String> headings = ListingSheets.HEADINGS.stream()
                    .map(heading -> heading.in(locale))
                    .toList();
            List<Column> guessed = Headings.guess(headings, Purpose.OWN);
            for (int i = 0; i < headings.size(); i++) {
                Column column = ListingSheets.HEADINGS.get(i).column();
                assertThat(guessed.get(i))
                        .as(headings.get(i))
                        .isEqualTo(column.fits(Purpose.OWN) ? column : Column.IGNORED);
            }
        }
    }

    @Example
    void days_are_read_as_people_and_spreadsheets_write_them() {
        LocalDate day = LocalDate.of(2020, 1, 29);

        assertThat(List.of(
                        "2020-01-29", "2020/1/29", "2020.1.29", "2020年1月29日", "20200129", "43859", "2020-01-29 08:30"))
                .allSatisfy(text -> assertThat(ListingCells.day(text)).contains(day));
        assertThat(List.of("2020-13-01", "明天", "12", "2020-02-30"))
                .allSatisfy(text -> assertThat(ListingCells.day(text)).isEmpty());
    }

    private static ListingDraft read(ListingDraft before, Map<Column, String> cells) {
        return ListingCells.read(before, cells).fold(draft -> draft, reasons -> {
            throw new AssertionError(reasons + " of " + cells);
        });
    }

    @Provide
    Arbitrary<Map<Column, String>> cells() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "是", "12", "13%", "5吨", "1 只", "2020-01-29", "点焊 @ 3 件/班", "克重：25 gsm", "=1+1", "空闲"),
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("0123456789.,%@/：:；只件吨 ￥万").ofMaxLength(16));
        return Arbitraries.maps(Arbitraries.of(Column.class), cell)
                .ofMaxSize(12)
                .map(map -> map.isEmpty() ? new EnumMap<>(Column.class) : new EnumMap<>(map));
    }

    @Provide
    Arbitrary<ListingDraft> drafts() {
        Arbitrary<Unit> unit = Arbitraries.of("zhi", "piece", "tonne", "litre", "carton", "set", "square_metre")
                .map(Unit::of);
        Arbitrary<Quantity> quantity = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.01"), new BigDecimal("99999999"))
                                .ofScale(2),
                        unit)
                .as(Quantity::new);
        Arbitrary<String> word = Arbitraries.of("医用口罩", "KN95", "熔喷布", "spun-bond", "口罩机 1号", "25g");
        Arbitrary<Operation> operation = Combinators.combine(
                        Arbitraries.of("点焊", "ear-loop weld", "包装"),
                        quantity.injectNull(0.4),
                        Arbitraries.of(RatePer.class))
                .as((name, amount, per) -> new Operation(name, amount == null ? null : new Rate(amount, per)));
        Arbitrary<SpecificationValue> specification = Arbitraries.of(
                SpecificationValue.of("克重", "25", "gsm"),
                SpecificationValue.of("颜色", "白色"),
                SpecificationValue.of("宽", "175", "mm"));
        Arbitrary<Price> price = Combinators.combine(
                        Arbitraries.longs().between(0, 9_999_999),
                        quantity,
                        Arbitraries.of(true, false),
                        Arbitraries.of("0.13", "0.06", "0.0325")
                                .map(BigDecimal::new)
                                .optional(),
                        Arbitraries.of(PriceBasis.Invoice.class),
                        Arbitraries.of(PriceBasis.Delivery.class),
                        Arbitraries.of(LocalDate.of(2027, 1, 31)).optional())
                .as((minor, per, tax, rate, invoice, delivery, until) -> new Price(
                        new Money(minor, Money.YUAN), per, new PriceBasis(tax, rate, invoice, delivery, until)));
        Arbitrary<ListingDraft> words = Combinators.combine(
                        Arbitraries.of(ListingKind.class),
                        Arbitraries.of("口罩线", "Meltblown line", "一号（新）"),
                        word.list().uniqueElements().ofMaxSize(3),
                        operation.list().uniqueElements(Operation::name).ofMaxSize(2),
                        specification.list().uniqueElements().ofMaxSize(3),
                        Arbitraries.of("", "第一行\n第二行", "可加班"),
                        quantity.injectNull(0.3),
                        quantity.injectNull(0.5))
                .as((kind, title, products, operations, specifications, description, amount, minimum) ->
                        ListingDraft.of(kind, title)
                                .products(products)
                                .operations(operations)
                                .specification(specifications)
                                .description(description)
                                .quantity(amount)
                                .minimumOrder(minimum)
                                .build());
        return Combinators.combine(
                        words,
                        Arbitraries.of(SupplyMode.class),
                        Arbitraries.of(Availability.class),
                        Arbitraries.of(Confidentiality.class),
                        Arbitraries.of(true, false).injectNull(0.4),
                        Arbitraries.integers().between(0, 300).injectNull(0.4),
                        price.injectNull(0.4),
                        Arbitraries.of("13", "17").injectNull(0.4))
                .as((draft, mode, free, confidentiality, crew, days, cost, division) -> draft.but()
                        .supplyMode(mode)
                        .declared(free)
                        .confidentiality(confidentiality)
                        .crewIncluded(crew)
                        .materialDays(days)
                        .changeoverMinutes(days)
                        .readyDate(days == null ? null : LocalDate.of(2027, 3, 1))
                        .fixedCharge(days == null ? null : Money.yuan("1200.50"))
                        .price(cost)
                        .division(division)
                        .build());
    }
}
