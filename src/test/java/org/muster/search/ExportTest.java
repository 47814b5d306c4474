package org.muster.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Blocking;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Particulars;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.importexport.FileKind;
import org.muster.importexport.ListingSheets;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;

/** What a search found as a spreadsheet tells nobody more than the page. */
@QuarkusTest
class ExportTest {

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    ListingSheets sheets;

    @Inject
    Blocking blocking;

    private String word = "";
    private Supplier maker;

    @BeforeEach
    void a_maker_with_listings_of_every_confidentiality() {
        word = "xx" + UUID.randomUUID().toString().substring(0, 8);
        maker = supply.supplier("己" + word + "制造有限公司", Supply.QINGDAO);
        for (Confidentiality confidentiality : Confidentiality.values()) {
            publish(confidentiality);
        }
        supply.arrives();
    }

    private ListingId publish(Confidentiality confidentiality) {
        return supply.publishes(
                maker,
                ListingDraft.of(ListingKind.SERVICE, word + "线 " + confidentiality)
                        .products(List.of(word + "口罩"))
                        .description("就在" + maker.name() + "厂区")
                        .particulars(new Particulars.Transport(maker.name() + "的车", null, null, null, null))
                        .confidentiality(confidentiality)
                        .declared(Availability.FREE));
    }

    @Test
    void a_browser_hands_out_what_the_page_shows_and_no_more() throws IOException {
        try (var window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            SignIn.into(page, "newcomer");
            page.navigate(SignIn.applicationUrl() + "/search?q=" + word);
            assertThat(page.locator(".hit")).hasCount(2);
            var download = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导出结果"))
                            .click());
            assertThat(download.suggestedFilename()).isEqualTo("search.xlsx");
            List<List<String>> rows = new ArrayList<>();
            try (var workbook = WorkbookFactory.create(download.path().toFile())) {
                for (Row row : workbook.getSheetAt(0)) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(cell.toString()));
                    rows.add(cells);
                }
            }
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0)).contains("供给编号", "标题", "空闲档期（北京时间）");
            assertThat(rows.subList(1, 3).toString())
                    .contains(word + "线 PUBLIC")
                    .doesNotContain("COORDINATORS_ONLY", "VERIFIED_BUYERS");
            // Their name stands in the row of the public one alone.
            assertThat(rows.stream().filter(row -> row.toString().contains(maker.name())))
                    .hasSize(1);
        }
    }

    @Test
    void a_visitor_is_led_to_the_sign_in_and_told_nothing() {
        var answer = RestAssured.given().redirects().follow(false).get("/search/export?format=csv&q=" + word);
        assertThat(answer.statusCode()).isIn(302, 303, 401);
        assertThat(answer.asString()).doesNotContain(word);
    }

    @Test
    void each_viewer_gets_what_the_catalogue_shows_them() {
        Actor stranger = supply.supplier("庚" + word + "公司", Supply.WUHAN).actor();
        Actor verified =
                new Actor(stranger.person(), stranger.name(), Set.of(Role.MEMBER), stranger.organisation(), true);
        Actor coordinator = supply.person("协调员", Set.of(Role.COORDINATOR), Optional.empty());

        assertThat(lines(stranger)).hasSize(2);
        assertThat(lines(verified)).hasSize(3);
        assertThat(lines(coordinator)).hasSize(4);
        assertThat(lines(maker.actor())).hasSize(4);
        assertThat(lines(stranger).stream().filter(line -> line.contains(maker.name())))
                .hasSize(1);
        assertThat(lines(maker.actor()).stream().filter(line -> line.contains(maker.name() + "的车")))
                .hasSize(4);
    }

    @Test
    void whoever_is_blocked_gets_nothing_of_it() {
        Supplier rival = supply.supplier("辛" + word + "公司", Supply.WUHAN);
        assertThat(lines(rival.actor())).isNotEmpty();
        blocking.block(maker.actor(), rival.id(), "抄我们的报价", supply.now()).orElseThrow();
        assertThat(lines(rival.actor())).isEmpty();
    }

    @Test
    void windows_are_told_to_their_supplier_alone() {
        ListingId line = publish(Confidentiality.PUBLIC);
        var from = supply.now().plus(Duration.ofDays(9));
        supply.opens(maker, line, from, from.plus(Duration.ofHours(5)), Availability.FREE);
        supply.arrives();
        Actor stranger = supply.supplier("壬" + word + "公司", Supply.WUHAN).actor();
        String day =
                from.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString();

        assertThat(lines(maker.actor()).toString()).contains(day);
        assertThat(lines(stranger).toString()).doesNotContain(day);
    }

    /** The numbers of all of them are asked for, as if somebody had guessed them: what counts is who asks. */
    private List<String> lines(Actor viewer) {
        Sought sought = new Sought(SearchQuery.everything().withWords(word), 20, 20);
        List<ListingId> all =
                search.ids(maker.actor(), List.of(sought), supply.now()).get(0);
        assertThat(all).hasSizeGreaterThanOrEqualTo(4);
        String file =
                new String(sheets.of(viewer, all, FileKind.CSV, Locale.CHINESE, supply.now()), StandardCharsets.UTF_8);
        // A description has no line break here, so a line is a listing.
        return file.lines().filter(line -> line.contains(word)).toList();
    }
}
