package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.Rate;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.SaidWindow;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SterilisationMethod;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Money;
import org.muster.shared.Outcome;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
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
    void what_another_kind_would_say_is_refused_and_not_lost() {
        ListingDraft material =
                ListingDraft.material("熔喷布").products(List.of("熔喷布")).build();

        assertThat(ListingCells.read(material, Map.of(Column.LEAD_DAYS, "30", Column.BATCH, ""))
                        .reasons())
                .extracting(Refusal::field, Refusal::key)
                .containsExactly(tuple("LEAD_DAYS", "importexport.not_of_this_kind"));
    }

    @Example
    void a_service_is_read_as_people_write_it() {
        Map<Column, String> cells = Map.of(
                Column.TITLE,
                "流动资金",
                Column.KIND,
                "服务",
                Column.SERVICE_TYPE,
                "融资",
                Column.LIMIT,
                "500万",
                Column.YEARLY_RATE,
                "４.35％",
                Column.TERM,
                "180");
        Map<Column, String> cold = Map.of(
                Column.TITLE, "冷链", Column.KIND, "服务", Column.SERVICE_TYPE, "物流", Column.TEMPERATURE, "-18℃至-15℃");

        assertThat(read(ListingCells.blank(cells), cells).particulars())
                .isEqualTo(new Particulars.Finance(Money.yuan("5000000"), new BigDecimal("0.0435"), 180));
        assertThat(read(ListingCells.blank(cold), cold).particulars())
                .isEqualTo(new Particulars.Transport(null, null, null, new BigDecimal("-18"), new BigDecimal("-15")));
        assertThat(ListingCells.read(
                                ListingCells.blank(cells), Map.of(Column.SERVICE_TYPE, "金融", Column.YEARLY_RATE, "0.5"))
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("importexport.percent_unreadable");
    }

    @Property
    void windows_go_into_a_cell_and_come_out_of_it_the_same(@ForAll("windows") List<CapacityWindow> windows) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<SaidWindow> read = WindowCells.read(WindowCells.write(windows, locale))
                    .orElseThrow()
                    .orElse(List.of());
            assertThat(read)
                    .isEqualTo(windows.stream()
                            .map(window -> new SaidWindow(
                                    window.during(), window.availability(), WindowCells.onOneLine(window.note())))
                            .toList());
        }
    }

    @Property
    void whatever_stands_in_a_cell_of_windows_is_read_or_refused_by_its_column(@ForAll("windowCells") String cell) {
        assertThat(WindowCells.read(cell).reasons()).allMatch(reason -> "WINDOWS".equals(reason.field()));
    }

    @Example
    void windows_are_read_as_people_write_them() {
        Instant first = Instant.parse("2026-11-30T16:00:00Z");
        TimeWindow fiveDays = new TimeWindow(first, first.plus(Duration.ofDays(5)));

        for (String cell : List.of(
                "2026-12-01 ~ 2026-12-05",
                "2026/12/1至2026/12/5 空闲",
                "2026年12月1日 到 2026年12月5日 有空",
                "2026.12.1 00:00 — 2026.12.05 24:00 free",
                "２０２６-12-01 0:00～2026-12-06 00:00 是")) {
            assertThat(WindowCells.read(cell).orElseThrow().orElseThrow())
                    .as(cell)
                    .containsExactly(new SaidWindow(fiveDays, Availability.FREE, ""));
        }
        assertThat(WindowCells.read("无").orElseThrow()).contains(List.of());
        assertThat(WindowCells.read(" ").orElseThrow()).isEmpty();
        assertThat(WindowCells.read("下周有空").reasons())
                .extracting(Refusal::key)
                .containsExactly("importexport.window_unreadable");
        assertThat(WindowCells.read("2026-12-01 ~ 2026-12-05\n2026-12-05 ~ 2026-12-06 占用")
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("importexport.windows_overlap");
    }

    @Provide
    Arbitrary<String> windowCells() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars("0123456789-/:.~至 年月日空闲占用\n;").ofMaxLength(60),
                Arbitraries.of(
                        "2026-12-01 08:00 ~ 2026-12-05 18:00 空闲",
                        "2026-13-01 ~ 2026-12-05",
                        "none",
                        "2026-12-05 ~ 2026-12-01 x"));
    }

    @Provide
    Arbitrary<List<CapacityWindow>> windows() {
        Arbitrary<CapacityWindow> window = Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(1, 86_400),
                        Arbitraries.of(Availability.class),
                        Arbitraries.of("", "夜班", "two shifts; no Sunday", "（试产）\n待定", "１号线"))
                .as((day, seconds, availability, note) -> {
                    Instant from = Instant.parse("2026-12-01T00:00:00Z").plus(Duration.ofDays(day));
                    return new CapacityWindow(
                            new UUID(0, day), new TimeWindow(from, from.plusSeconds(seconds)), availability, note);
                });
        return window.list()
                .uniqueElements(CapacityWindow::id)
                .ofMaxSize(6)
                .map(list -> list.stream()
                        .sorted(Comparator.comparing(one -> one.during().from()))
                        .toList());
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
                        .build())
                .flatMap(draft -> particulars(draft.kind(), quantity)
                        .map(said -> draft.but().particulars(said).build()));
    }

    private static Arbitrary<? extends Particulars> particulars(ListingKind kind, Arbitrary<Quantity> quantity) {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 900).injectNull(0.3);
        Arbitrary<String> words =
                Arbitraries.of("图纸、培训", "17.5 m flatbed", "B-2026/11").injectNull(0.3);
        return switch (kind) {
            case MATERIAL -> Arbitraries.just(Particulars.NONE);
            case PRODUCTION_LINE ->
                Combinators.combine(
                                Arbitraries.of("纺粘布", "ABS", "melt-blown")
                                        .list()
                                        .uniqueElements()
                                        .ofMaxSize(3),
                                Arbitraries.of(CleanRoom.class).injectNull(0.2))
                        .as(Particulars.Line::new);
            case EQUIPMENT ->
                Combinators.combine(
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                number,
                                number)
                        .as(Particulars.Machine::new);
            case FINISHED_STOCK ->
                Combinators.combine(
                                words, Arbitraries.of(LocalDate.of(2028, 2, 29)).injectNull(0.3))
                        .as(Particulars.Stock::new);
            case SERVICE -> services(quantity.injectNull(0.3), number, words);
        };
    }

    private static Arbitrary<Particulars> services(
            Arbitrary<Quantity> quantity, Arbitrary<Integer> number, Arbitrary<String> words) {
        Arbitrary<BigDecimal> degrees = Arbitraries.bigDecimals()
                .between(new BigDecimal("-80"), new BigDecimal("90"))
                .ofScale(1);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(SterilisationMethod.class).injectNull(0.2), number, number, quantity)
                        .as(Particulars.Sterilisation::new),
                number.map(Particulars.Testing::new),
                Combinators.combine(
                                words,
                                quantity,
                                quantity,
                                degrees.list().ofSize(2).injectNull(0.4))
                        .as((vehicle, payload, cargo, range) -> new Particulars.Transport(
                                vehicle,
                                payload,
                                cargo,
                                range == null ? null : range.get(0),
                                range == null ? null : range.get(1))),
                number.map(Particulars.Crew::new),
                Combinators.combine(
                                Arbitraries.longs()
                                        .between(1, 900_000_000_00L)
                                        .map(minor -> new Money(minor, Money.YUAN))
                                        .injectNull(0.3),
                                Arbitraries.bigDecimals()
                                        .between(BigDecimal.ZERO, new BigDecimal("0.99"))
                                        .ofScale(4)
                                        .injectNull(0.3),
                                number)
                        .as(Particulars.Finance::new),
                Combinators.combine(words, number).as(Particulars.KnowHow::new),
                Arbitraries.just(new Particulars.OtherService()));
    }
}
