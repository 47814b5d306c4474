package org.muster.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.SignIn;

/** What each kind of person finds on the first page. */
@QuarkusTest
class HomeTest {

    @Test
    void a_visitor_finds_the_box_and_two_doors() {
        Document page = SignIn.asNobody().page("/");
        assertThat(page.select("form[role=search] input[name=q]")).hasSize(1);
        assertThat(page.select(".door h2").eachText()).containsExactly("找产能", "登记闲置产线或材料");
        assertThat(page.select(".numbers-list dt")).hasSize(4);
    }

    @Test
    void an_operator_sees_what_waits() {
        Document page = SignIn.as("operator-sun").page("/");
        assertThat(page.text()).containsAnyOf("等待认证审核", "没有等待审核的企业");
        assertThat(page.select("main a[href=/my/import]")).hasSize(1);
    }

    @Test
    void a_coordinator_is_told_what_their_search_adds() {
        assertThat(SignIn.as("coordinator-chen").page("/").text()).contains("只对统筹员公开的供给");
    }

    @Test
    void who_can_sign_in_is_told_in_development_only() {
        assertThat(SignIn.asNobody().get("/").body()).doesNotContain("muster-dev");
    }
}
