package org.muster.certificate.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.Papers;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

@QuarkusTest
class CheckingJourneyTest {

    @Test
    void a_supplier_enters_a_certificate_on_a_telephone_without_scripts_and_an_operator_triages_by_keyboard() {
        String number = "苏械注准202121%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
        Traders.someoneOf("测试" + Traders.aWord() + "有限公司", SignIn.applicationUrl(), "supplier-wang");
        try (var window = Browser.open(Look.phone().inEnglish().withoutScripts())) {
            Page supplier = window.newPage();
            SignIn.into(supplier, "supplier-wang");
            supplier.navigate(SignIn.applicationUrl() + "/my/certificates/new");
            supplier.getByLabel("Kind").selectOption("REGISTRATION");
            supplier.locator("#number").fill(number);
            supplier.locator("#document")
                    .setInputFiles(new FilePayload("scan.pdf", "application/pdf", Papers.aPdf("Certificate")));
            button(supplier, "Save the certificate").press("Enter");
            assertThat(supplier.getByRole(AriaRole.ALERT)).containsText("Say who issued it");
            assertThat(supplier.getByText("We have scan.pdf")).isVisible();

            supplier.locator("#issuer").fill("江苏省药品监督管理局");
            supplier.locator("#scope").fill("surgical mask");
            supplier.locator("#standards").fill("YY 0469-2023");
            supplier.locator("#validTo")
                    .fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(2).toString());
            button(supplier, "Save the certificate").press("Enter");
            assertThat(supplier.getByRole(AriaRole.STATUS)).containsText("it waits to be checked");
            assertThat(supplier.getByText(number)).isVisible();
        }
        try (var window = Browser.open(Look.desktop())) {
            Page operator = window.newPage();
            SignIn.into(operator, "operator-sun");
            operator.navigate(SignIn.applicationUrl() + "/admin/certificates");
            operator.keyboard().press("j");
            assertThat(operator.evaluate("document.activeElement.hasAttribute('data-key-row')"))
                    .isEqualTo(true);
            operator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                    .click();
            Locator picture = operator.locator(".document-page img").first();
            assertThat(picture).isVisible();
            assertThat(((Number) picture.evaluate("image => image.decode().then(() => image.naturalWidth)")).intValue())
                    .isGreaterThan(500);

            title(operator).click();
            operator.keyboard().press("d");
            assertThat(radio(operator, "不一致或无法确认，不予认可")).isChecked();
            title(operator).click();
            operator.keyboard().press("a");
            assertThat(radio(operator, "与登记信息一致，予以确认")).isChecked();
            operator.keyboard().type("data");
            assertThat(operator.locator("#proof")).hasValue("data");
            operator.locator("#proof").fill("药监局网站查询一致");
            button(operator, "记录结论").click();
            assertThat(operator.getByRole(AriaRole.STATUS)).containsText("结论已记录");
            operator.navigate(SignIn.applicationUrl() + "/admin/certificates");
            assertThat(operator.getByText(number)).hasCount(0);
        }
    }

    private static Locator title(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
