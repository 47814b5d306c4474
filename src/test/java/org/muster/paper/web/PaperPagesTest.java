package org.muster.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.paper.PaperCode;
import org.muster.paper.Papers;
import org.muster.testing.Markup;
import org.muster.testing.Owners;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

@QuarkusTest
class PaperPagesTest {

    private static final String SITE = "https://muster.example/papers";

    @Inject
    Papers papers;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    @Test
    void an_allocation_order_reads_whole_in_both_languages_and_its_PDF_says_the_same() throws IOException {
        reads("ALLOCATION_ORDER", """
            物资调拨单
            文号：防指发〔2026〕12 号
            江阴熔喷有限公司：
            根据 省疫情防控指挥部 防指发〔2026〕12 号，请将下列物资调拨给 侯马市人民医院（山西侯马），%1$s 起运。
            收货联系人：李护士长，电话 13912345678。
            车辆 晋A12345，驾驶员 王堃，电话 13700001111。
            物资 | 数量 | 生产批号 | 灭菌批号 | 有效期至
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            发货单位：江阴熔喷有限公司（江苏江阴），联系人 赵厂长，电话 13812345678。
            签发：省疫情防控指挥部　经办：%2$s　%3$s
            有效期至 %4$s。
            真伪查询：%5$s，验证码 %6$s。
            """, """
            Allocation order
            Document: 防指发〔2026〕12 号
            To 江阴熔喷有限公司
            By 防指发〔2026〕12 号 of 省疫情防控指挥部, please hand over the goods below to 侯马市人民医院 (山西侯马); they leave on %1$s.
            Contact of the receiver: 李护士长, phone 13912345678.
            Vehicle 晋A12345, driver 王堃, phone 13700001111.
            Goods | Quantity | Batch | Sterilisation lot | Use by
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            Sent by 江阴熔喷有限公司 (江苏江阴), contact 赵厂长, phone 13812345678.
            Issued by 省疫情防控指挥部, handled by %2$s, %3$s
            Good until %4$s.
            Whether this is genuine: %5$s, code %6$s.
            """);
    }

    @Test
    void a_purchase_letter_reads_whole_in_both_languages_and_its_PDF_says_the_same() throws IOException {
        reads("PURCHASE_LETTER", """
            采购函
            文号：防指发〔2026〕12 号
            江阴熔喷有限公司：
            根据 省疫情防控指挥部 防指发〔2026〕12 号，我方向贵单位采购下列物资，用于 侯马市人民医院（山西侯马），请于 %1$s 起运，并按贵我双方确认的价格开具发票。
            收货联系人：李护士长，电话 13912345678。
            物资 | 数量 | 生产批号 | 灭菌批号 | 有效期至
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            签发：省疫情防控指挥部　经办：%2$s　%3$s
            有效期至 %4$s。
            真伪查询：%5$s，验证码 %6$s。
            """, """
            Purchase letter
            Document: 防指发〔2026〕12 号
            To 江阴熔喷有限公司
            By 防指发〔2026〕12 号 of 省疫情防控指挥部, we order the goods below from you for 侯马市人民医院 (山西侯马); they leave on %1$s and are invoiced at the price agreed between us.
            Contact of the receiver: 李护士长, phone 13912345678.
            Goods | Quantity | Batch | Sterilisation lot | Use by
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            Issued by 省疫情防控指挥部, handled by %2$s, %3$s
            Good until %4$s.
            Whether this is genuine: %5$s, code %6$s.
            """);
    }

    @Test
    void a_letter_of_introduction_reads_whole_in_both_languages_and_its_PDF_says_the_same() throws IOException {
        reads("INTRODUCTION_LETTER", """
            介绍信
            文号：防指发〔2026〕12 号
            江阴熔喷有限公司：
            兹介绍 王堃（电话 13700001111）前往贵单位办理下列物资的提货事宜，物资发往 侯马市人民医院（山西侯马）。请予接洽为荷。
            物资 | 数量 | 生产批号 | 灭菌批号 | 有效期至
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            发货单位：江阴熔喷有限公司（江苏江阴），联系人 赵厂长，电话 13812345678。
            签发：省疫情防控指挥部　经办：%2$s　%3$s
            有效期至 %4$s。
            真伪查询：%5$s，验证码 %6$s。
            """, """
            Letter of introduction
            Document: 防指发〔2026〕12 号
            To 江阴熔喷有限公司
            This introduces 王堃 (phone 13700001111), who comes to collect the goods below for 侯马市人民医院 (山西侯马). Please receive them.
            Goods | Quantity | Batch | Sterilisation lot | Use by
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            Sent by 江阴熔喷有限公司 (江苏江阴), contact 赵厂长, phone 13812345678.
            Issued by 省疫情防控指挥部, handled by %2$s, %3$s
            Good until %4$s.
            Whether this is genuine: %5$s, code %6$s.
            """);
    }

    @Test
    void a_vehicle_pass_reads_whole_in_both_languages_and_its_PDF_says_the_same() throws IOException {
        reads("VEHICLE_PASS", """
            应急物资运输车辆通行申请
            文号：防指发〔2026〕12 号
            沿途有关部门：
            车辆 晋A12345 由 王堃（电话 13700001111）驾驶，%1$s 从 江苏江阴 驶往 山西侯马，运输下列应急物资。请准予优先通行。
            物资 | 数量 | 生产批号 | 灭菌批号 | 有效期至
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            发货单位：江阴熔喷有限公司（江苏江阴），联系人 赵厂长，电话 13812345678。
            签发：省疫情防控指挥部　经办：%2$s　%3$s
            有效期至 %4$s。
            真伪查询：%5$s，验证码 %6$s。
            """, """
            Application for a vehicle pass
            Document: 防指发〔2026〕12 号
            To whom it may concern on the way
            The vehicle 晋A12345, driven by 王堃 (phone 13700001111), goes on %1$s from 江苏江阴 to 山西侯马 with the emergency goods below. Please let it pass first.
            Goods | Quantity | Batch | Sterilisation lot | Use by
            医用外科口罩 | 20,000 只 | P20261101 | S1102 | 2028-10-31
            熔喷布 | 3 吨 | – | – | –
            Sent by 江阴熔喷有限公司 (江苏江阴), contact 赵厂长, phone 13812345678.
            Issued by 省疫情防控指挥部, handled by %2$s, %3$s
            Good until %4$s.
            Whether this is genuine: %5$s, code %6$s.
            """);
    }

    /** @param zh with the day it leaves, who issued it, today, until when it is good, where to ask, and its code */
    private void reads(String kind, String zh, String en) throws IOException {
        PaperCode code = issued(kind);
        Actor coordinator = owners.aCoordinator("陈统筹");
        String by = papers.byCode(coordinator, code).orElseThrow().issuedBy();
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            String whole =
                    (locale == Locale.CHINESE ? zh : en).formatted(day(1), by, day(0), day(10), SITE, code.printed());
            assertThat(papers.sheet(coordinator, code, locale, SITE)
                            .orElseThrow()
                            .text())
                    .isEqualTo(whole);
            byte[] pdf = papers.pdf(coordinator, code, locale, SITE).orElseThrow();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String read = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                String said = whole.replace("|", "").replaceAll("\\s", "");
                assertThat(letters(read)).isEqualTo(letters(said));
                assertThat(document.getPage(0).getResources().getFontNames()).isNotEmpty();
            }
            assertThat(pdf.length)
                    .as("only the characters used are in the file")
                    .isLessThan(400_000);
        }
    }

    /** The cells of a table may be read in another order than they are said. */
    private static Map<Integer, Long> letters(String text) {
        Map<Integer, Long> letters = new LinkedHashMap<>();
        text.codePoints().sorted().forEach(one -> letters.merge(one, 1L, Long::sum));
        return letters;
    }

    @Test
    void anybody_asks_whether_it_is_genuine_and_sees_numbers_in_part() {
        PaperCode code = issued("VEHICLE_PASS");
        Document proof = SignIn.asNobody().page("/papers/" + code.printed().toLowerCase(Locale.ROOT));
        assertThat(proof.text())
                .contains("真实有效", "侯马市人民医院", "晋A***45", "王**", "137****1111", "防指发〔2026〕12 号")
                .doesNotContain("晋A12345")
                .doesNotContain("王堃")
                .doesNotContain("13700001111")
                .doesNotContain("13812345678");
        assertThat(SignIn.asNobody().get("/papers/" + code + "/sheet.pdf").uri().getPath())
                .as("whoever only holds the code cannot print it")
                .contains("/realms/muster/");
    }

    @Test
    void a_code_that_nobody_issued_is_told_so_in_words() {
        for (String code : List.of("ABCD-EFGH-JKMN", "nonsense", "0000-0000-0000-0000")) {
            HttpResponse<String> answer = SignIn.asNobody().get("/papers/" + code);
            assertThat(answer.statusCode()).as(code).isEqualTo(404);
            assertThat(answer.body()).contains("没有开具过验证码为", code);
        }
    }

    @Test
    void a_paper_that_was_made_void_says_so_on_the_page_and_in_print() {
        Visitor chen = SignIn.as("coordinator-chen");
        PaperCode code = issued("ALLOCATION_ORDER");
        String sheet = "/papers/" + code + "/sheet";
        assertThat(chen.post("/papers/" + code + "/void", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        chen.post("/papers/" + code + "/void", Map.of("reason", "车辆更换"));
        assertThat(SignIn.asNobody().page("/papers/" + code).text()).contains("已作废");
        assertThat(chen.page(sheet).select(".paper-banner").text()).isEqualTo("已作废");
        assertThat(chen.post("/papers/" + code + "/void", Map.of("reason", "再来一次"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_is_missing_is_refused_in_its_field_and_others_issue_nothing() {
        Visitor chen = SignIn.as("coordinator-chen");
        Map<String, String> typed = typed("VEHICLE_PASS");
        typed.put("vehicle", "");
        typed.put("toMobile", "没有");
        typed.put("validUntil", day(90));
        HttpResponse<String> refused = chen.post("/papers/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#vehicle", "#toMobile", "#validUntil");
        assertThat(page.select("#fromName").val()).isEqualTo("江阴熔喷有限公司");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
        assertThat(SignIn.as("buyer-li")
                        .post("/papers/new", typed("VEHICLE_PASS"))
                        .statusCode())
                .isIn(403, 404);
    }

    private PaperCode issued(String kind) {
        HttpResponse<String> answer = SignIn.as("coordinator-chen").post("/papers/new", typed(kind));
        String path = answer.uri().getPath();
        assertThat(path).as(answer.body()).endsWith("/sheet");
        return PaperCode.of(path.replace("/papers/", "").replace("/sheet", ""));
    }

    private Map<String, String> typed(String kind) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", kind);
        typed.put("authority", "省疫情防控指挥部");
        typed.put("document", "防指发〔2026〕12 号");
        typed.put("fromName", "江阴熔喷有限公司");
        typed.put("fromPlace", "江苏江阴");
        typed.put("fromContact", "赵厂长");
        typed.put("fromMobile", "138 1234 5678");
        typed.put("toName", "侯马市人民医院");
        typed.put("toPlace", "山西侯马");
        typed.put("toContact", "李护士长");
        typed.put("toMobile", "13912345678");
        typed.put("item-0", "医用外科口罩");
        typed.put("quantity-0", "20,000 只");
        typed.put("batch-0", "P20261101");
        typed.put("lot-0", "S1102");
        typed.put("expiry-0", "2028-10-31");
        typed.put("item-1", "熔喷布");
        typed.put("quantity-1", "3 吨");
        typed.put("vehicle", "晋A12345");
        typed.put("driver", "王堃");
        typed.put("driverMobile", "13700001111");
        typed.put("leaves", day(1));
        typed.put("validUntil", day(10));
        return typed;
    }

    private String day(int ahead) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(ahead)
                .toString();
    }
}
