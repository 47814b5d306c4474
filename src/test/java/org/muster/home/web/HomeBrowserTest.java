package org.muster.home.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

@QuarkusTest
class HomeBrowserTest {

    @Test
    void a_visitor_sees_the_first_page_and_can_use_it() {
        try (var window = Browser.open(Look.phone())) {
            var page = window.newPage();
            page.navigate(SignIn.applicationUrl());
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(Barriers.on(page)).isEmpty();
        }
    }

    @Test
    void the_first_page_is_valid_html() {
        assertThat(Markup.problemsOf(SignIn.asNobody().get("/").body())).isEmpty();
    }
}
