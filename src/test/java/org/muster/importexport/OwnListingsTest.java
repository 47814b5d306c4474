package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.MyListing;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.SterilisationMethod;
import org.muster.catalogue.Timetables;
import org.muster.catalogue.WeeklyPattern;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Registration;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/** Suppliers bring their own listings, take them out, and bring them back. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnListingsTest {

    private static final String LIST = String.join(
            "\n",
            "货号,标题,供给种类,产品,数量,单位,供应方式,单价,计价数量,含税,税率,起订量,工序,规格参数,空闲情况,描述",
            "A-1,口罩线一号,产线,医用口罩、KN95口罩,15万,只,包工包料,0.35,1 只,是,13%,1万只,点焊 @ 120 只/分钟；耳带焊接,克重：25 gsm；颜色：白,空闲,\"两班倒，\n可加班\"",
            "A-2,熔喷布,材料,熔喷布,5吨,,现货,18000,1 吨,不含税,,100公斤,,,未知,",
            "A-3,,设备,口罩机,3,台,,,,,,,,,,",
            "A-4,坏行,产线,口罩,很多,只,,,,,,,,,,");

    @Inject
    Desk desk;

    @Inject
    Imports imports;

    @Inject
    ListingSheets sheets;

    @Inject
    Catalogue catalogue;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Timetables timetables;

    @Inject
    Clock clock;

    @Test
    void a_supplier_brings_listings_and_each_row_says_what_became_of_it() {
        Actor supplier = aSupplier();
        ImportId id = checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv");

        assertThat(desk.row(supplier, id, 5).outcome()).isEqualTo(RowOutcome.REFUSED);
        assertThat(desk.row(supplier, id, 5).findings().get(0).sentence().key())
                .isEqualTo("importexport.quantity_unreadable");
        assertThat(desk.row(supplier, id, 5).findings().get(0).column()).isEqualTo(Column.CAPACITY);
        run(supplier, id);

        List<MyListing> mine = catalogue.mine(supplier, 0, 20, clock.instant());
        assertThat(mine).extracting(MyListing::title).containsExactlyInAnyOrder("口罩线一号", "熔喷布", "口罩机");
        assertThat(mine).extracting(MyListing::state).containsOnly(ListingState.PUBLISHED);
        assertThat(mine.stream()
                        .filter(one -> one.title().equals("熔喷布"))
                        .findFirst()
                        .orElseThrow()
                        .quantity())
                .isEqualTo(Quantity.of("5", "tonne"));
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_figure_changes_that_one() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));

        ImportId again = checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv");
        assertThat(desk.view(supplier, again).count(RowOutcome.UNCHANGED)).isEqualTo(3);

        ImportId more = checked(supplier, LIST.replace("5吨", "6吨").getBytes(StandardCharsets.UTF_8), "list.csv");
        assertThat(desk.view(supplier, more).count(RowOutcome.UNCHANGED)).isEqualTo(2);
        assertThat(desk.view(supplier, more).count(RowOutcome.UPDATED)).isEqualTo(1);
        run(supplier, more);
        assertThat(catalogue.countMine(supplier)).isEqualTo(3);
    }

    @Test
    void what_was_taken_out_comes_back_unchanged_in_every_format_and_language() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));

        for (FileKind kind : FileKind.values()) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                byte[] file = sheets.ofMine(supplier, kind, locale, clock.instant());
                ImportId id = checked(supplier, file, "out." + kind.ending());
                ImportView view = desk.view(supplier, id);
                assertThat(view.rowCount()).as("%s %s", kind, locale).isEqualTo(3);
                assertThat(view.count(RowOutcome.UNCHANGED))
                        .as("%s %s: %s", kind, locale, desk.rows(supplier, id))
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void article_numbers_go_out_and_come_back_and_a_listing_may_get_another() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));
        String out = new String(
                sheets.ofMine(supplier, FileKind.CSV, Locale.CHINESE, clock.instant()), StandardCharsets.UTF_8);
        assertThat(out.lines().findFirst().orElseThrow()).contains("供给编号,货号,标题");
        assertThat(out).contains(",A-1,口罩线一号,").contains(",A-2,熔喷布,").contains(",A-3,口罩机,");

        // What another listing is called by is refused; a number nobody has is taken over.
        ImportId taken = checked(supplier, out.replace(",A-2,", ",A-1,").getBytes(StandardCharsets.UTF_8), "out.csv");
        assertThat(desk.view(supplier, taken).count(RowOutcome.UNCHANGED)).isEqualTo(2);
        assertThat(desk.view(supplier, taken).count(RowOutcome.REFUSED)).isEqualTo(1);
        assertThat(desk.rows(supplier, taken).stream()
                        .filter(row -> row.outcome() == RowOutcome.REFUSED)
                        .flatMap(row -> row.findings().stream())
                        .map(finding -> finding.sentence().key()))
                .containsExactly("catalogue.article_number_taken");
        ImportId renumbered =
                checked(supplier, out.replace(",A-2,", ",B-7,").getBytes(StandardCharsets.UTF_8), "out.csv");
        assertThat(desk.view(supplier, renumbered).count(RowOutcome.UPDATED)).isEqualTo(1);
        run(supplier, renumbered);

        ImportId again = checked(supplier, LIST.replace("A-2,", "B-7,").getBytes(StandardCharsets.UTF_8), "list.csv");
        assertThat(desk.view(supplier, again).count(RowOutcome.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void nobody_else_reads_article_numbers() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));
        List<ListingId> ids = catalogue.mine(supplier, 0, 20, clock.instant()).stream()
                .map(MyListing::id)
                .toList();
        String out = new String(
                sheets.of(aSupplier(), ids, FileKind.CSV, Locale.CHINESE, clock.instant()), StandardCharsets.UTF_8);
        assertThat(out).contains("口罩线一号").doesNotContain("A-1").doesNotContain("A-2");
    }

    /** Row 2 can be so; 3 costs too much, 4 makes more than it can, 5 is weighed, 6 is too many of anything. */
    private static final String HARD_TO_BELIEVE = String.join(
            "\n",
            "货号,标题,供给种类,产品,数量,单位,单价,计价数量,含税,工序,每天工时",
            "H-1,现货口罩,现货,医用外科口罩,20万,只,0.6,1 只,是,,",
            "H-2,贵口罩,现货,医用外科口罩,20万,只,60,1 只,是,,",
            "H-3,口罩线,产线,医用外科口罩,100万,只,,,,点焊 @ 100 只/分钟,10",
            "H-4,称重口罩,现货,医用外科口罩,3,吨,,,,,",
            "H-5,很多口罩,现货,医用外科口罩,20亿,只,,,,,");

    @Test
    void what_can_hardly_be_waits_for_a_word_and_is_kept_or_left_out() {
        Actor supplier = aSupplier();
        byte[] file = HARD_TO_BELIEVE.getBytes(StandardCharsets.UTF_8);
        ImportId id = checked(supplier, file, "list.csv");

        assertThat(desk.rows(supplier, id))
                .extracting(RowView::number, RowView::outcome)
                .containsExactly(
                        tuple(2, RowOutcome.CREATED),
                        tuple(3, RowOutcome.FLAGGED),
                        tuple(4, RowOutcome.FLAGGED),
                        tuple(5, RowOutcome.FLAGGED),
                        tuple(6, RowOutcome.FLAGGED));
        assertThat(saidOf(supplier, id, 3)).containsExactly("price_far_above");
        assertThat(saidOf(supplier, id, 4)).containsExactly("quantity_above_rate");
        assertThat(saidOf(supplier, id, 5)).containsExactly("unit_does_not_fit");
        assertThat(saidOf(supplier, id, 6)).containsExactly("quantity_hard_to_believe");

        desk.decided(supplier, id, FlagDecision.TAKE, 3, 4);
        desk.decided(supplier, id, FlagDecision.DROP, 5);
        assertThat(desk.row(supplier, id, 3).outcome()).isEqualTo(RowOutcome.CREATED);
        assertThat(saidOf(supplier, id, 3)).containsExactly("taken_take_as_written");
        assertThat(desk.row(supplier, id, 5).outcome()).isEqualTo(RowOutcome.DROPPED);
        assertThat(saidOf(supplier, id, 5)).containsExactly("unit_does_not_fit");
        run(supplier, id);

        assertThat(catalogue.mine(supplier, 0, 20, clock.instant()))
                .extracting(MyListing::title)
                .containsExactlyInAnyOrder("现货口罩", "贵口罩", "口罩线");
        // What stands already is not doubted again; what was left out is.
        ImportId again = checked(supplier, file, "list.csv");
        assertThat(desk.rows(supplier, again))
                .extracting(RowView::outcome)
                .containsExactly(
                        RowOutcome.UNCHANGED,
                        RowOutcome.UNCHANGED,
                        RowOutcome.UNCHANGED,
                        RowOutcome.FLAGGED,
                        RowOutcome.FLAGGED);
    }

    private List<String> saidOf(Actor actor, ImportId id, int row) {
        return desk.row(actor, id, row).findings().stream()
                .map(finding -> finding.sentence().key())
                .toList();
    }

    private static final String NEXT_YEAR =
            Year.now(ZoneOffset.UTC).plusYears(1).toString();

    private static final List<String> HEADINGS =
            List.of("货号,标题,供给种类,产品,数量,单位,工序,空闲档期,能用的材料,洁净级别,怎么给人用,交货期（天）,安装调试（天）,批号,有效期至,服务类别,灭菌方式".split(","));

    private static final List<String> MORE_HEADINGS =
            List.of("灭菌周期（分钟）,解析时间（分钟）,一柜装多少,出报告（小时）,车型,每辆载重,每辆容积,温度（℃）,人数,最高额度,年化费率,期限（天）,交付什么".split(","));

    private static final String EVERY_KIND = Stream.of(
                    headings().collect(Collectors.joining(",")),
                    row(
                            "货号=K-1 标题=十万级口罩线 供给种类=产线 产品=医用口罩 数量=10万 单位=只 工序=点焊 能用的材料=纺粘布、熔喷布 洁净级别=十万级",
                            "#YEAR#-03-03 08:00 ~ #YEAR#-03-07 20:00 空闲 两班\n#YEAR#-03-10 ~ #YEAR#-03-14 占用"),
                    row("货号=K-2 标题=口罩机 供给种类=设备 产品=口罩机 数量=3 单位=台 怎么给人用=出售、出租 交货期（天）=90 安装调试（天）=14", ""),
                    row("货号=K-3 标题=外科口罩现货 供给种类=现货 产品=医用外科口罩 数量=5万 单位=只 批号=B-0311 有效期至=2032-06-30", ""),
                    row("货号=K-4 标题=熔喷布 供给种类=材料 产品=熔喷布 数量=5 单位=吨", ""),
                    row(
                            "货号=K-5 标题=环氧乙烷灭菌 供给种类=服务 产品=灭菌 数量=400 单位=箱 服务类别=灭菌 灭菌方式=环氧乙烷 灭菌周期（分钟）=480 解析时间（分钟）=10080"
                                    + " 一柜装多少=20立方米",
                            ""),
                    row("货号=K-6 标题=口罩检测 供给种类=服务 产品=检测 服务类别=检测 出报告（小时）=48", ""),
                    row("货号=K-7 标题=冷链 供给种类=服务 产品=冷链运输 数量=6 单位=吨 服务类别=运输 车型=4.2米冷藏车 每辆载重=1.5吨 每辆容积=18立方米 温度（℃）=2~8", ""),
                    row("货号=K-8 标题=调试班组 供给种类=服务 产品=口罩机调试 工序=口罩机调试 服务类别=班组 人数=12", "#YEAR#-04-01 ~ #YEAR#-04-30 空闲"),
                    row("货号=K-9 标题=周转贷款 供给种类=服务 产品=贷款 服务类别=金融 最高额度=500万 年化费率=4.35% 期限（天）=180", ""),
                    row("货号=K-10 标题=熔喷工艺 供给种类=服务 产品=熔喷工艺 服务类别=技术 期限（天）=30 交付什么=图纸、工艺文件、驻厂指导", ""),
                    row("货号=K-11 标题=仓储 供给种类=服务 产品=仓储 服务类别=其他服务", ""))
            .collect(Collectors.joining("\n"))
            .replace("#YEAR#", NEXT_YEAR);

    private static Stream<String> headings() {
        return Stream.concat(HEADINGS.stream(), MORE_HEADINGS.stream());
    }

    private static String row(String cells, String windows) {
        Map<String, String> said = Stream.of(cells.split(" "))
                .map(cell -> cell.split("=", 2))
                .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1]));
        assertThat(headings()).containsAll(said.keySet());
        return headings()
                .map(heading ->
                        heading.equals("空闲档期") ? '"' + windows + '"' : '"' + said.getOrDefault(heading, "") + '"')
                .collect(Collectors.joining(","));
    }

    @Test
    void every_kind_comes_in_with_all_it_says_and_goes_out_and_in_unchanged() {
        Actor supplier = aSupplier();
        ImportId first = checked(supplier, EVERY_KIND.getBytes(StandardCharsets.UTF_8), "kinds.csv");
        assertThat(desk.view(supplier, first).count(RowOutcome.CREATED))
                .as("%s", desk.rows(supplier, first))
                .isEqualTo(11);
        run(supplier, first);

        assertThat(says(supplier, "十万级口罩线"))
                .isEqualTo(new Particulars.Line(List.of("纺粘布", "熔喷布"), CleanRoom.CLASS_100000));
        assertThat(says(supplier, "口罩机")).isEqualTo(new Particulars.Machine(true, true, false, 90, 14));
        assertThat(says(supplier, "外科口罩现货")).isEqualTo(new Particulars.Stock("B-0311", LocalDate.of(2032, 6, 30)));
        assertThat(says(supplier, "环氧乙烷灭菌"))
                .isEqualTo(new Particulars.Sterilisation(
                        SterilisationMethod.ETHYLENE_OXIDE, 480, 10080, Quantity.of("20", "cubic_metre")));
        assertThat(says(supplier, "冷链"))
                .isEqualTo(new Particulars.Transport(
                        "4.2米冷藏车",
                        Quantity.of("1.5", "tonne"),
                        Quantity.of("18", "cubic_metre"),
                        new BigDecimal("2"),
                        new BigDecimal("8")));
        assertThat(says(supplier, "调试班组")).isEqualTo(new Particulars.Crew(12));
        assertThat(says(supplier, "周转贷款"))
                .isEqualTo(new Particulars.Finance(Money.yuan("5000000"), new BigDecimal("0.0435"), 180));
        assertThat(says(supplier, "熔喷工艺")).isEqualTo(new Particulars.KnowHow("图纸、工艺文件、驻厂指导", 30));
        assertThat(own(supplier, "十万级口罩线").windows())
                .extracting(CapacityWindow::availability, CapacityWindow::note)
                .containsExactly(tuple(Availability.FREE, "两班"), tuple(Availability.NOT_FREE, ""));

        for (FileKind kind : FileKind.values()) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                byte[] file = sheets.ofMine(supplier, kind, locale, clock.instant());
                ImportId again = checked(supplier, file, "out." + kind.ending());
                assertThat(desk.view(supplier, again).count(RowOutcome.UNCHANGED))
                        .as("%s %s: %s", kind, locale, desk.rows(supplier, again))
                        .isEqualTo(11);
            }
        }
    }

    /** Into another house the same file brings the same: what is exported is all there is, but for the numbers. */
    @Test
    void what_was_taken_out_says_all_of_it_to_somebody_who_has_none_of_it() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, EVERY_KIND.getBytes(StandardCharsets.UTF_8), "kinds.csv"));
        String file = new String(
                sheets.ofMine(supplier, FileKind.CSV, Locale.CHINESE, clock.instant()), StandardCharsets.UTF_8);
        for (MyListing listing : catalogue.mine(supplier, 0, 20, clock.instant())) {
            file = file.replace(listing.id().toString(), "");
        }

        Actor other = aSupplier();
        run(other, checked(other, file.replaceFirst("厂区", "他们的").getBytes(StandardCharsets.UTF_8), "a.csv"));
        for (MyListing listing : catalogue.mine(supplier, 0, 20, clock.instant())) {
            assertThat(own(other, listing.title()).draft().but().at(null).build())
                    .isEqualTo(own(supplier, listing.title())
                            .draft()
                            .but()
                            .at(null)
                            .build());
            assertThat(own(other, listing.title()).windows())
                    .extracting(CapacityWindow::during, CapacityWindow::availability, CapacityWindow::note)
                    .isEqualTo(own(supplier, listing.title()).windows().stream()
                            .map(window -> tuple(window.during(), window.availability(), window.note()))
                            .toList());
        }
    }

    @Test
    void windows_are_changed_by_their_cell_and_stay_where_it_is_blank() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, EVERY_KIND.getBytes(StandardCharsets.UTF_8), "kinds.csv"));
        String list = "货号,标题,供给种类,空闲档期\nK-8,调试班组,服务,%s\nK-4,熔喷布,材料,\n";

        ImportId blank = checked(supplier, list.formatted("").getBytes(StandardCharsets.UTF_8), "a.csv");
        assertThat(desk.view(supplier, blank).count(RowOutcome.UNCHANGED)).isEqualTo(2);

        run(
                supplier,
                checked(
                        supplier,
                        list.formatted("#YEAR#-04-02 ~ #YEAR#-04-30")
                                .replace("#YEAR#", NEXT_YEAR)
                                .getBytes(StandardCharsets.UTF_8),
                        "a.csv"));
        assertThat(own(supplier, "调试班组").windows())
                .extracting(window -> window.during().from())
                .containsExactly(Instant.parse(NEXT_YEAR + "-04-01T16:00:00Z"));

        ImportId wrong = checked(supplier, list.formatted("四月").getBytes(StandardCharsets.UTF_8), "a.csv");
        assertThat(desk.row(supplier, wrong, 2).findings().get(0).sentence().key())
                .isEqualTo("importexport.window_unreadable");
        assertThat(desk.row(supplier, wrong, 2).findings().get(0).column()).isEqualTo(Column.WINDOWS);

        run(supplier, checked(supplier, list.formatted("无").getBytes(StandardCharsets.UTF_8), "a.csv"));
        assertThat(own(supplier, "调试班组").windows()).isEmpty();
    }

    @Test
    void a_weekly_pattern_goes_out_and_comes_in_again() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, EVERY_KIND.getBytes(StandardCharsets.UTF_8), "kinds.csv"));
        ListingId line = own(supplier, "调试班组").id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        WeeklyPattern pattern = new WeeklyPattern(
                ZoneId.of("Europe/Berlin"),
                today,
                today.plusDays(300),
                true,
                List.of(
                        new WeeklyPattern.Hours(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                                LocalTime.of(8, 0),
                                LocalTime.of(12, 30)),
                        new WeeklyPattern.Hours(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.MIDNIGHT),
                        new WeeklyPattern.Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(14, 0), LocalTime.of(16, 0))),
                List.of(
                        new WeeklyPattern.Exception(today.plusDays(9), today.plusDays(11), null, null, "盘点;\n全厂"),
                        new WeeklyPattern.Exception(
                                today.plusDays(20), today.plusDays(20), LocalTime.of(9, 0), LocalTime.of(10, 0), "")),
                new TreeSet<>(Set.of(today.getYear())));
        assertThat(timetables.follow(supplier, line, pattern, clock.instant()).isAccepted())
                .isTrue();
        List<?> before = windowsOf(supplier, "调试班组");

        for (FileKind kind : FileKind.values()) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                byte[] file = sheets.ofMine(supplier, kind, locale, clock.instant());
                ImportId again = checked(supplier, file, "out." + kind.ending());
                assertThat(desk.view(supplier, again).count(RowOutcome.UNCHANGED))
                        .as("%s %s: %s", kind, locale, desk.rows(supplier, again))
                        .isEqualTo(11);
            }
        }

        String file = new String(
                sheets.ofMine(supplier, FileKind.CSV, Locale.CHINESE, clock.instant()), StandardCharsets.UTF_8);
        for (MyListing listing : catalogue.mine(supplier, 0, 20, clock.instant())) {
            file = file.replace(listing.id().toString(), "");
        }
        Actor other = aSupplier();
        run(other, checked(other, file.replaceFirst("厂区", "他们的").getBytes(StandardCharsets.UTF_8), "a.csv"));
        assertThat(timetables
                        .pattern(other, own(other, "调试班组").id())
                        .map(one -> PatternCells.write(Optional.of(one), Locale.ENGLISH)))
                .contains(PatternCells.write(Optional.of(pattern), Locale.ENGLISH));
        assertThat(windowsOf(other, "调试班组")).isEqualTo(before);

        String list = "货号,标题,供给种类,每周规律\nK-8,调试班组,服务,%s\n";
        ImportId wrong = checked(supplier, list.formatted("自 明天").getBytes(StandardCharsets.UTF_8), "a.csv");
        assertThat(desk.row(supplier, wrong, 2).findings().get(0).column()).isEqualTo(Column.PATTERN);

        run(supplier, checked(supplier, list.formatted("无").getBytes(StandardCharsets.UTF_8), "a.csv"));
        assertThat(timetables.pattern(supplier, line)).isEmpty();
        assertThat(windowsOf(supplier, "调试班组")).hasSizeLessThan(before.size());
    }

    /** With their notes as a cell holds them. */
    private List<?> windowsOf(Actor supplier, String title) {
        return own(supplier, title).windows().stream()
                .map(window -> tuple(window.during(), window.availability(), WindowCells.onOneLine(window.note())))
                .toList();
    }

    private Particulars says(Actor supplier, String title) {
        return own(supplier, title).draft().particulars();
    }

    private OwnListing own(Actor supplier, String title) {
        return catalogue.mine(supplier, 0, 20, clock.instant()).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .flatMap(one -> catalogue.own(supplier, one.id(), clock.instant()))
                .orElseThrow();
    }

    @Test
    void nobody_changes_the_listing_of_another_by_its_number() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));
        byte[] file = sheets.ofMine(supplier, FileKind.XLSX, Locale.CHINESE, clock.instant());

        Actor other = aSupplier();
        ImportId id = checked(other, file, "theirs.xlsx");
        assertThat(desk.view(other, id).count(RowOutcome.REFUSED)).isEqualTo(3);
        assertThat(imports.view(other, checkedOf(supplier))).isEmpty();

        Actor liaison = desk.aLiaison();
        ImportId onBehalf = Desk.accepted(
                imports.receive(liaison, new Delivery(Purpose.ON_BEHALF, "a.xlsx", ""), file, clock.instant()));
        Desk.accepted(imports.describe(liaison, onBehalf, Desk.SAID, clock.instant()));
        Desk.accepted(imports.mapColumns(
                liaison,
                onBehalf,
                imports.columns(liaison, onBehalf).stream()
                        .map(ColumnGuess::guess)
                        .toList()));
        desk.inState(liaison, onBehalf, ImportState.CHECKED);
        assertThat(desk.view(liaison, onBehalf).count(RowOutcome.REFUSED)).isEqualTo(3);
    }

    @Test
    void what_a_liaison_entered_comes_back_unchanged_by_its_numbers() {
        Actor liaison = desk.aLiaison();
        String brand = desk.aBrand();
        ImportId entered = desk.imported(liaison, Desk.listOf(brand));
        var listings = desk.rows(liaison, entered).stream()
                .flatMap(row -> row.listing().stream())
                .distinct()
                .toList();
        assertThat(listings).isNotEmpty();

        byte[] file = sheets.of(liaison, listings, FileKind.XLSX, Locale.CHINESE, clock.instant());
        ImportId id = Desk.accepted(
                imports.receive(liaison, new Delivery(Purpose.ON_BEHALF, "out.xlsx", ""), file, clock.instant()));
        Desk.accepted(imports.describe(liaison, id, Desk.SAID, clock.instant()));
        Desk.accepted(imports.mapColumns(
                liaison,
                id,
                imports.columns(liaison, id).stream().map(ColumnGuess::guess).toList()));
        desk.inState(liaison, id, ImportState.CHECKED);

        assertThat(desk.view(liaison, id).count(RowOutcome.UNCHANGED)).isEqualTo(listings.size());
    }

    private final Map<Actor, ImportId> last = new java.util.HashMap<>();

    private ImportId checkedOf(Actor actor) {
        return java.util.Objects.requireNonNull(last.get(actor));
    }

    private ImportId checked(Actor actor, byte[] file, String name) {
        ImportId id = Desk.accepted(imports.receive(actor, new Delivery(Purpose.OWN, name, ""), file, clock.instant()));
        Desk.accepted(imports.describe(actor, id, new Upload(Purpose.OWN, "", "", ""), clock.instant()));
        Desk.accepted(imports.mapColumns(
                actor,
                id,
                imports.columns(actor, id).stream().map(ColumnGuess::guess).toList()));
        last.put(actor, id);
        return desk.inState(actor, id, ImportState.CHECKED);
    }

    private void run(Actor actor, ImportId id) {
        Desk.accepted(imports.run(actor, id, clock.instant()));
        desk.inState(actor, id, ImportState.DONE);
    }

    private Actor aSupplier() {
        Actor newcomer = desk.aNewcomer();
        OrganisationId organisation = Desk.accepted(registry.register(
                newcomer,
                new Registration("自录" + desk.aBrand() + "制品有限公司", "13900000009", "", "太原市", "", "口罩", "", ""),
                clock.instant()));
        return new Actor(newcomer.person(), newcomer.name(), Set.of(Role.MEMBER), Optional.of(organisation), false);
    }
}
