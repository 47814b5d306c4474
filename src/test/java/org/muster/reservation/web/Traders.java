package org.muster.reservation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

/** Who sells and who holds in the tests of these pages. */
final class Traders {

    /** A Wednesday far enough ahead that no clock change of the tests' reader falls before it. */
    static final LocalDate DAY = LocalDate.of(2027, 2, 17);

    private Traders() {}

    /** Signed in and acting for an organisation of their own that nobody else belongs to. */
    static Visitor tradesAs(String username) {
        Visitor visitor = SignIn.as(username);
        visitor.post(
                "/register",
                Map.of(
                        "name", organisationOf(username),
                        "mobile", "138 7654 3210",
                        "email", "",
                        "place", "江阴",
                        "makes", "口罩",
                        "division", "",
                        "creditCode", ""));
        return visitor;
    }

    static String organisationOf(String username) {
        return "预留测试" + username.replace("-", "") + "有限公司" + aWord();
    }

    /** A line for hire that is free on {@link #DAY} from 8 to 20. */
    static String aLineForHire(Visitor supplier) {
        String id = published(supplier, Map.of("kind", "PRODUCTION_LINE", "supplyMode", "LINE_FOR_HIRE"), "整线出租");
        assertThat(supplier.post(
                                "/my/windows",
                                Map.of(
                                        "listing",
                                        id,
                                        "from",
                                        DAY + "T08:00",
                                        "to",
                                        DAY + "T20:00",
                                        "availability",
                                        "FREE"))
                        .body())
                .contains("已保存");
        return id;
    }

    /** 5,000 pieces of something, free now. */
    static String aLot(Visitor supplier) {
        return published(
                supplier,
                Map.of("kind", "MATERIAL", "declared", "FREE", "quantity", "5000", "quantityUnit", "zhi"),
                "现货口罩");
    }

    private static String published(Visitor supplier, Map<String, String> more, String title) {
        Map<String, String> fields =
                new HashMap<>(Map.of("title", title + " " + aWord(), "products", "医用口罩", "then", "publish"));
        fields.putAll(more);
        Document mine = parse(supplier.post("/my/listings/new", fields));
        String address = mine.select("a:contains(" + fields.get("title") + ")").attr("href");
        assertThat(address).as(mine.text()).startsWith("/listings/");
        return address.substring("/listings/".length());
    }

    static String aWord() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static Document parse(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
