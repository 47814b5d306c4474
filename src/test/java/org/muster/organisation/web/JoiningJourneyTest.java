package org.muster.organisation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;

@QuarkusTest
class JoiningJourneyTest {

    @Test
    void on_a_phone_a_newcomer_registers_and_a_colleague_joins_by_the_link() {
        journey(
                Look.phone(),
                new Words("注册企业", "企业名称", "联系电话", "所在城镇或园区", "做什么产品", "同事姓名", "生成邀请链接", "邀请文字（可复制）", "确认加入“%s”"));
    }

    @Test
    void without_scripts_and_in_English_the_same_works() {
        journey(
                Look.desktop().inEnglish().withoutScripts(),
                new Words(
                        "Register organisation",
                        "Name of the organisation",
                        "Phone number",
                        "Town or park",
                        "What it makes",
                        "Colleague’s name",
                        "Make the link",
                        "Text to copy",
                        "Join “%s”"));
    }

    /** What the pages call things. */
    private record Words(
            String register,
            String name,
            String phone,
            String place,
            String makes,
            String colleague,
            String makeLink,
            String text,
            String join) {}

    private static void journey(Look look, Words words) {
        String name = "侯马" + UUID.randomUUID().toString().substring(0, 8) + "防护用品有限公司";
        try (var ownersWindow = Browser.open(look);
                var colleaguesWindow = Browser.open(look)) {
            Page owner = ownersWindow.newPage();
            SignIn.through(owner, "buyer-li");
            owner.navigate(SignIn.applicationUrl() + "/register");
            field(owner, words.name()).fill(name);
            field(owner, words.phone()).fill("138 1234 5678");
            field(owner, words.place()).fill("朝阳");
            field(owner, words.makes()).fill("口罩");
            button(owner, words.register()).press("Enter");
            // More than one place is called so: choose, and nothing has to be typed again.
            assertThat(owner.getByRole(AriaRole.ALERT)).isVisible();
            isUsable(owner, look);
            owner.getByRole(AriaRole.RADIO).nth(1).check();
            button(owner, words.register()).press("Enter");
            assertThat(heading(owner)).hasText(name);
            isUsable(owner, look);

            field(owner, words.colleague()).fill("周敏");
            button(owner, words.makeLink()).press("Enter");
            assertThat(owner.getByLabel(words.text())).isVisible();
            isUsable(owner, look);
            String link = owner.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/join/"))
                    .textContent();

            Page colleague = colleaguesWindow.newPage();
            colleague.navigate(link);
            assertThat(heading(colleague)).containsText(name);
            SignIn.through(colleague, "supplier-wang");
            colleague.navigate(link);
            isUsable(colleague, look);
            button(colleague, words.join().formatted(name)).press("Enter");
            assertThat(heading(colleague)).hasText(name);
            isUsable(colleague, look);
        }
    }

    /** No bar to scroll sideways, nothing that keeps somebody out; both are measured by scripts. */
    private static void isUsable(Page page, Look look) {
        if (look.scripts()) {
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(Barriers.on(page)).isEmpty();
        }
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label).first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
