package org.muster.organisation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

/** A liaison keeps the listings of an organisation that let them, and nothing else of it. */
@QuarkusTest
class KeepingJourneyTest {

    /** What is its people's own: members, papers, holds, other organisations it blocks. */
    private static final List<String> NOT_THEIRS = List.of(
            "/my/organisation",
            "/my/organisation/members",
            "/my/certificates",
            "/my/certificates/new",
            "/my/holds",
            "/my/export",
            "/my/blocked");

    @Test
    void a_liaison_keeps_listings_in_a_browser_and_is_kept_out_of_all_else() {
        String name = "江阴" + Traders.aWord() + "卫材有限公司";
        Visitor owner = Traders.someoneOf(name, SignIn.applicationUrl(), "supplier-wang");
        String title = "代管的线" + Traders.aWord();
        String listing = Traders.publishLine(owner, title, Map.of());
        Visitor liaison = aLiaisonOf("江阴市");

        try (var window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            SignIn.into(page, "supplier-wang");
            page.navigate(SignIn.applicationUrl() + "/my/organisation/members");
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("赵倩"))
                    .first()
                    .check();
            button(page, "请他代管").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("赵倩");
        }

        try (var window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            SignIn.into(page, "liaison-zhao");
            page.navigate(SignIn.applicationUrl() + "/coverage");
            button(page, "代管" + name + "的供给").first().click();
            assertThat(page).hasURL(SignIn.applicationUrl() + "/my/listings");
            assertThat(page.getByText(title).first()).isVisible();

            page.navigate(SignIn.applicationUrl() + "/my/listings/" + listing);
            page.getByLabel("标题").first().fill(title + "改");
            button(page, "保存").first().click();
            page.navigate(SignIn.applicationUrl() + "/listings/" + listing);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(title + "改");

            for (String path : NOT_THEIRS) {
                var answer = Objects.requireNonNull(page.navigate(SignIn.applicationUrl() + path));
                // Nobody's own people are asked to register first.
                assertThat(answer.status() == 403
                                || URI.create(answer.url()).getPath().equals("/register"))
                        .as("%s %s", path, answer.url())
                        .isTrue();
            }
        }
        isKeptOut(
                liaison.post("/listings/" + listing + "/hold", Map.of("key", listing, "quantity", "1", "unit", "zhi")));
        isKeptOut(liaison.post("/my/organisation/close", Map.of("name", name, "reason", "不该由我来关")));
        assertThat(SignIn.asNobody().get("/listings/" + listing).statusCode()).isEqualTo(200);

        Element keeper = Objects.requireNonNull(
                owner.page("/my/organisation/members").selectFirst("form[action*=/liaisons/][action$=/end]"));
        assertThat(owner.post(keeper.attr("action"), Map.of()).statusCode()).isEqualTo(200);
        HttpResponse<String> after = liaison.get("/my/listings/" + listing);
        assertThat(after.body()).doesNotContain(title);
    }

    private static void isKeptOut(HttpResponse<String> answer) {
        assertThat(answer.statusCode() == 403 || answer.uri().getPath().equals("/register"))
                .as("%s %s", answer.uri(), answer.statusCode())
                .isTrue();
    }

    private static Visitor aLiaisonOf(String area) {
        Visitor liaison = SignIn.as("liaison-zhao");
        liaison.post("/admin/areas", Map.of("area", area, "office", "江阴市工信局"));
        Visitor operator = SignIn.as("operator-sun");
        Element line = operator.page("/admin/areas").selectFirst(".area-line:contains(" + area + "):has(form)");
        if (line != null) {
            operator.post(
                    Objects.requireNonNull(line.selectFirst("form")).attr("action"),
                    Map.of("do", "grant", "reason", "介绍信已核对"));
        }
        return liaison;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
