package org.muster.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** The board says who owes an answer and who is on shift, and the report of a day says the same on paper. */
@QuarkusTest
class BoardPagesTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor chen;

    private String emergency = "";
    private String supplier = "";

    @BeforeEach
    void somebody_is_asked() {
        chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        emergency = Emergencies.declared(chen, "看板" + Traders.aWord(), "山西侯马");
        supplier = "供方" + Traders.aWord();
        SignIn.Visitor wang = Traders.someoneOf(supplier, SignIn.applicationUrl(), "supplier-wang");
        String listing = Traders.publishStock(wang, "口罩库存" + Traders.aWord(), 5000);
        String area =
                chen.page(emergency + "/asks").select("#place option").get(0).val();
        assertThat(chen.post(
                                emergency + "/asks/one",
                                Map.of(
                                        "listing",
                                        SignIn.applicationUrl() + "/listings/" + listing,
                                        "amount",
                                        "2000",
                                        "neededBy",
                                        today().plusDays(3).toString(),
                                        "place",
                                        area,
                                        "basis",
                                        "MARKET_PURCHASE"))
                        .body())
                .contains("已预留并发出询问");
    }

    private static LocalDate today() {
        return LocalDate.now(BEIJING);
    }

    @Test
    void the_board_names_who_owes_an_answer_and_who_is_on_shift() {
        Document board = chen.page(emergency + "/board");
        assertThat(board.select("#board-owing").text()).contains(supplier, "2,000", "后");
        assertThat(board.select("#board-owing a").attr("href")).startsWith(emergency + "/asks/");
        assertThat(board.select("#board-coverage").text()).contains("还没有发出方案");
        assertThat(board.select("#board-shift").text()).contains("还没有交接班记录");

        HttpResponse<String> refused =
                chen.post(emergency + "/shifts", Map.of("from", "王", "to", "李乙", "open", "等一家答复"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("[role=alert] a").eachAttr("href")).containsExactly("#from");
        assertThat(again.select("#open").text()).isEqualTo("等一家答复");

        HttpResponse<String> handed =
                chen.post(emergency + "/shifts", Map.of("from", "王甲", "to", "李乙", "open", "等一家答复"));
        assertThat(handed.statusCode()).isEqualTo(200);
        assertThat(Markup.problemsOf(handed.body())).isEmpty();
        Document log = Jsoup.parse(handed.body());
        assertThat(log.select("main table").text()).contains("王甲", "李乙", "等一家答复");
        assertThat(log.select("#from").val()).isEqualTo("李乙");
        assertThat(chen.page(emergency + "/board").select("#board-shift").text())
                .contains("当班：李乙", "等一家答复");
        assertThat(chen.get(emergency + "/board?page=2").statusCode()).isEqualTo(404);

        SignIn.Visitor li = SignIn.as("buyer-li");
        for (String path : List.of("/board", "/shifts", "/situation", "/situation.pdf")) {
            assertThat(li.get(emergency + path).statusCode()).as(path).isIn(403, 404);
        }
    }

    @Test
    void the_report_of_a_day_reads_the_same_on_paper_and_fits_on_a_page() throws IOException {
        HttpResponse<String> page = chen.get(emergency + "/situation");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Markup.problemsOf(page.body())).isEmpty();
        assertThat(Jsoup.parse(page.body()).select("main").text()).contains("等供方答复 1 项", "还没有发出方案", supplier, "预留并询问");
        HttpResponse<byte[]> pdf = chen.file(emergency + "/situation.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("情况报告", supplier, "等供方答复1项", "预留并询问", "未经人工增删");
        }
        HttpResponse<String> refused = chen.get(emergency + "/situation?day=" + today().plusDays(9));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#day");
        assertThat(chen.get(emergency + "/situation.pdf?day=never").statusCode())
                .isEqualTo(404);
    }
}
