package org.muster.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ComparablePrice;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.search.Supply;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.PriceBasis.Delivery;
import org.muster.shared.PriceBasis.Invoice;
import org.muster.shared.Quantity;
import org.muster.testing.SignIn;

@QuarkusTest
class ShortlistPagesTest {

    @Inject
    Supply supply;

    @SuppressWarnings("NullAway.Init")
    private Supply.Supplier maker;

    @SuppressWarnings("NullAway.Init")
    private Supply.Supplier other;

    @BeforeEach
    void two_makers() {
        maker = supply.supplier("比较甲" + UUID.randomUUID().toString().substring(0, 8) + "厂", "370200");
        other = supply.supplier("比较乙" + UUID.randomUUID().toString().substring(0, 8) + "厂", "420100");
    }

    @Test
    void prices_stand_on_one_basis_and_the_lowest_is_said() {
        ListingId box = cloth(maker, "熔喷布甲", Optional.of(price("113", "10", "kilogram", true, "0.13")));
        ListingId tonne = cloth(other, "熔喷布乙", Optional.of(price("9000", "1", "tonne", false, "0.13")));
        Document page = compare(box, tonne);
        assertThat(row(page, "折算单价")).hasSize(2);
        assertThat(row(page, "折算单价").get(0)).contains("¥11.3");
        assertThat(row(page, "折算单价").get(1)).contains("¥10.17", "最低");
    }

    @Test
    void rows_that_differ_are_marked_and_those_that_do_not_are_not() {
        ListingId one = cloth(maker, "熔喷布甲", Optional.of(price("11", "1", "kilogram", true, "0.13")));
        ListingId two = cloth(other, "熔喷布乙", Optional.of(price("11", "1", "kilogram", true, "0.13")));
        Document page = compare(one, two);
        assertThat(heading(page, "所在地")).contains("≠");
        assertThat(heading(page, "种类")).doesNotContain("≠");
        assertThat(heading(page, "折算单价")).doesNotContain("≠");
    }

    @Test
    void at_most_four_are_compared_and_what_nobody_may_see_is_left_out() {
        ListingId hidden =
                supply.publishes(maker, ListingDraft.material("秘密").confidentiality(Confidentiality.COORDINATORS_ONLY));
        ListingId seen = cloth(maker, "熔喷布", Optional.empty());
        Document page = compare(seen, hidden);
        assertThat(page.select(".compared")).hasSize(1);
        assertThat(page.text()).doesNotContain("秘密").contains("有 1 条现在看不到");
        ListingId[] five = {
            seen,
            cloth(maker, "布二", Optional.empty()),
            cloth(maker, "布三", Optional.empty()),
            cloth(maker, "布四", Optional.empty()),
            cloth(maker, "布五", Optional.empty())
        };
        Document many = compare(five);
        assertThat(many.select(".compared")).hasSize(4);
        assertThat(many.text()).contains("最多比较 4 条");
    }

    @Test
    void rubbish_in_the_address_is_an_empty_comparison() {
        assertThat(SignIn.asNobody().page("/compare?id=nonsense&id=").text()).contains("还没有选要比较的供给");
    }

    @Test
    void a_price_that_cannot_be_put_on_the_basis_is_not_compared() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(ComparablePrice.of(price("10", "1", "kilogram", false, ""), today))
                .isEmpty();
        Price over = new Price(
                Money.yuan("10"),
                Quantity.of("1", "kilogram"),
                new PriceBasis(
                        true, Optional.empty(), Invoice.UNSAID, Delivery.UNSAID, Optional.of(today.minusDays(1))));
        assertThat(ComparablePrice.of(over, today)).isEmpty();
        assertThat(ComparablePrice.of(over, today.minusDays(1))).isPresent();
    }

    @Test
    void what_is_kept_is_listed_noted_and_removed_by_its_person_only() {
        ListingId line = supply.publishes(maker, ListingDraft.line("候选的线").declared(Availability.FREE));
        SignIn.Visitor wang = SignIn.as("supplier-wang");
        wang.post("/my/shortlist", Map.of("id", line.toString()));
        assertThat(wang.page("/my/shortlist").text()).contains("候选的线");
        wang.post("/my/shortlist/" + line + "/note", Map.of("note", "周三回电话"));
        assertThat(wang.page("/my/shortlist").select("#note-" + line).attr("value"))
                .isEqualTo("周三回电话");
        SignIn.Visitor li = SignIn.as("buyer-li");
        assertThat(li.page("/my/shortlist").text()).doesNotContain("候选的线");
        assertThat(li.post("/my/shortlist/" + line + "/remove", Map.of()).statusCode())
                .isEqualTo(404);
        wang.post("/my/shortlist/" + line + "/remove", Map.of());
        assertThat(wang.page("/my/shortlist").text()).doesNotContain("候选的线");
    }

    @Test
    void a_note_that_is_too_long_is_refused_and_not_lost() {
        ListingId line = supply.publishes(maker, ListingDraft.line("备注太长的线").declared(Availability.FREE));
        SignIn.Visitor wang = SignIn.as("supplier-wang");
        wang.post("/my/shortlist", Map.of("id", line.toString()));
        String longNote = "长".repeat(301);
        var refused = wang.post("/my/shortlist/" + line + "/note", Map.of("note", longNote));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("备注太长了：301", longNote);
        wang.post("/my/shortlist/" + line + "/remove", Map.of());
    }

    @Test
    void what_goes_out_of_sight_stays_in_the_list_without_saying_what_it_was() {
        ListingId line = supply.publishes(maker, ListingDraft.line("要撤下的线").declared(Availability.FREE));
        SignIn.Visitor wang = SignIn.as("supplier-wang");
        wang.post("/my/shortlist", Map.of("id", line.toString()));
        supply.withdraws(maker, line);
        assertThat(wang.page("/my/shortlist").text()).contains("现在看不到").doesNotContain("要撤下的线");
        wang.post("/my/shortlist/" + line + "/remove", Map.of());
    }

    @Test
    void a_listing_page_shows_similar_ones_of_others_only() {
        String product = "锆英" + UUID.randomUUID().toString().substring(0, 6) + "砂";
        ListingId mine = supply.publishes(
                maker,
                ListingDraft.material(product + "一号").products(List.of(product)).declared(Availability.FREE));
        supply.publishes(
                maker,
                ListingDraft.material(product + "二号").products(List.of(product)).declared(Availability.FREE));
        supply.publishes(
                other,
                ListingDraft.material(product + "三号").products(List.of(product)).declared(Availability.FREE));
        supply.arrives();
        String similar = SignIn.asNobody()
                .page("/listings/" + mine + "/similar")
                .select("#similar-list")
                .text();
        assertThat(similar).contains("三号").doesNotContain("一号").doesNotContain("二号");
    }

    private ListingId cloth(Supply.Supplier by, String title, Optional<Price> price) {
        return supply.publishes(
                by,
                ListingDraft.material(title)
                        .products(List.of("熔喷布"))
                        .price(price.orElse(null))
                        .declared(Availability.FREE));
    }

    private static Price price(String yuan, String amount, String unit, boolean taxed, String rate) {
        return new Price(
                Money.yuan(yuan),
                Quantity.of(amount, unit),
                new PriceBasis(
                        taxed,
                        Optional.of(rate).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                        Invoice.SPECIAL_VAT,
                        Delivery.EX_WORKS,
                        Optional.empty()));
    }

    private static Document compare(ListingId... ids) {
        StringBuilder address = new StringBuilder("/compare?x=");
        for (ListingId id : ids) {
            address.append("&id=").append(id);
        }
        return SignIn.asNobody().page(address.toString());
    }

    private static List<String> row(Document page, String heading) {
        return page.select(".comparison-table tr:has(th:contains(" + heading + ")) td")
                .eachText();
    }

    private static String heading(Document page, String heading) {
        return page.select(".comparison-table th:contains(" + heading + ")").text();
    }
}
