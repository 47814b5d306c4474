package org.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.muster.testing.SignIn.Visitor;

/** Suppliers, buyers and listings, made through its pages as people make them. */
public final class Traders {

    private Traders() {}

    /** Signed in, and acting for an organisation of that name that was just registered. */
    public static Visitor someoneOf(String organisation, String application, String username) {
        Visitor visitor = SignIn.at(application, username);
        HttpResponse<String> answer = visitor.post(
                "/register",
                Map.of(
                        "name", organisation,
                        "mobile", "138 7654 3210",
                        "email", "",
                        "place", "江阴",
                        "makes", "口罩",
                        "division", "",
                        "creditCode", ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return visitor;
    }

    /** The id of a line that is published, with its output. */
    public static String publishLine(Visitor supplier, String title, Map<String, String> more) {
        var fields = new LinkedHashMap<>(Map.of(
                "kind", "PRODUCTION_LINE",
                "title", title,
                "products", "医用口罩",
                "quantity", "100000",
                "quantityUnit", "zhi",
                "then", "publish"));
        fields.putAll(more);
        return publish(supplier, fields);
    }

    /** The id of a stock of pieces that is published as available now. */
    public static String publishStock(Visitor supplier, String title, int pieces) {
        return publishStock(supplier, title, pieces, Map.of());
    }

    public static String publishStock(Visitor supplier, String title, int pieces, Map<String, String> more) {
        var fields = new LinkedHashMap<>(Map.of(
                "kind", "MATERIAL",
                "title", title,
                "products", "医用口罩",
                "quantity", Integer.toString(pieces),
                "quantityUnit", "zhi",
                "declared", "FREE",
                "then", "publish"));
        fields.putAll(more);
        return publish(supplier, fields);
    }

    public static void openWindow(Visitor supplier, String listing, String from, String to) {
        HttpResponse<String> answer = supplier.post(
                "/my/windows", Map.of("listing", listing, "from", from, "to", to, "availability", "FREE", "note", ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    public static String aWord() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String publish(Visitor supplier, Map<String, String> fields) {
        HttpResponse<String> mine = supplier.post("/my/listings/new", fields);
        String address = Jsoup.parse(mine.body())
                .select("a:contains(" + fields.get("title") + ")")
                .attr("href");
        assertThat(address).as(mine.body()).startsWith("/listings/");
        return address.substring("/listings/".length());
    }
}
