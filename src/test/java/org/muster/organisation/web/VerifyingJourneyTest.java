package org.muster.organisation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.organisation.CreditCodes;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;

@QuarkusTest
class VerifyingJourneyTest {

    private static final String REASON = "营业执照与公示系统一致，已电话核实";

    @Test
    void an_operator_verifies_by_keyboard_and_the_public_page_says_so() {
        String name = anOrganisationThatAsks();
        try (var window = Browser.open(Look.desktop())) {
            Page operator = window.newPage();
            SignIn.into(operator, "operator-sun");
            operator.navigate(SignIn.applicationUrl() + "/admin/verification");
            isUsable(operator);
            String openCase = link(operator, name).getAttribute("href");
            link(operator, name).click();
            isUsable(operator);

            operator.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .click();
            operator.keyboard().press("d");
            assertThat(radio(operator, "不通过")).isChecked();
            operator.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .click();
            operator.keyboard().press("a");
            assertThat(radio(operator, "通过：证照已核验")).isChecked();
            // The key has put the cursor where the reason goes; letters are letters there.
            operator.keyboard().type("dada");
            assertThat(operator.getByLabel("理由").first()).hasValue("dada");
            assertThat(radio(operator, "通过：证照已核验")).isChecked();

            operator.getByLabel("理由").first().fill(REASON);
            button(operator, "记录结论").click();
            assertThat(operator.getByRole(AriaRole.STATUS)).containsText("结论已记录");
            assertThat(link(operator, name)).hasCount(0);
            operator.navigate(SignIn.applicationUrl() + openCase.replace("/admin/verification/", "/organisations/"));
            assertThat(operator.getByText("证照已核验").first()).isVisible();
        }
    }

    @Test
    void without_scripts_and_in_English_an_operator_is_held_to_a_reason_and_then_decides() {
        String name = anOrganisationThatAsks();
        try (var window = Browser.open(Look.phone().inEnglish().withoutScripts())) {
            Page operator = window.newPage();
            SignIn.into(operator, "operator-sun");
            operator.navigate(SignIn.applicationUrl() + "/admin/verification");
            // By the keyboard: without scripts the browser cannot tell when a control has come to rest.
            link(operator, name).first().press("Enter");
            button(operator, "Record the decision").press("Enter");
            assertThat(operator.getByRole(AriaRole.ALERT)).containsText("Give the reason");

            operator.getByLabel("Reason").first().fill(REASON);
            button(operator, "Record the decision").press("Enter");
            assertThat(operator.getByRole(AriaRole.STATUS)).containsText("Decision recorded");
            assertThat(link(operator, name)).hasCount(0);
        }
    }

    private static String anOrganisationThatAsks() {
        String name = "日照" + UUID.randomUUID().toString().substring(0, 8) + "医疗用品有限公司";
        SignIn.Visitor wang = SignIn.as("supplier-wang");
        wang.post(
                "/register",
                Map.of(
                        "name", name,
                        "mobile", "13812345678",
                        "place", "日照",
                        "makes", "口罩",
                        "creditCode", CreditCodes.fresh()));
        assertThat(wang.post("/my/organisation/verification", Map.of("wanted", "DOCUMENTS_CHECKED", "note", ""))
                        .body())
                .contains(name);
        return name;
    }

    private static void isUsable(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        assertThat(Barriers.on(page)).isEmpty();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
