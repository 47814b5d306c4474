package org.muster.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.LegalBasis;
import org.muster.ask.AnswerDraft;
import org.muster.ask.AskLeg;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.emergency.Declarations;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.paper.PaperCode;
import org.muster.paper.PaperKind;
import org.muster.paper.Papers;
import org.muster.reservation.Claim;
import org.muster.reservation.Market;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** What was promised is sent, never more than that; it only moves on, and only what was accepted covers a need. */
@QuarkusTest
class ConsignmentsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SITE = "https://muster.example/papers";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    @Inject
    Consignments consignments;

    @Inject
    Asks asks;

    @Inject
    Papers papers;

    @Inject
    EmergencyDesk emergencies;

    @Inject
    Market market;

    private Actor office = Actor.visitor();
    private Actor supplier = Actor.visitor();
    private EmergencyId emergency = EmergencyId.create();
    private ListingId stock = ListingId.create();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void an_office_and_a_supplier_with_ten_tonnes() {
        office = anOffice();
        supplier = market.somebody();
        stock = market.aStock(supplier, "10", "tonne");
        now = market.now();
        emergency = emergencies
                .declare(office, Declarations.of("山西"), Declarations.RULE, ZONE, now)
                .orElseThrow();
    }

    private Actor anOffice() {
        Actor buyer = market.somebody();
        return new Actor(buyer.person(), "陈统筹", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
    }

    @Test
    void several_consignments_go_for_a_leg_and_never_more_than_was_promised() {
        UUID leg = promised("6");
        consignments.send(supplier, leg, typed("4 吨"), ZONE, now).orElseThrow();
        Outcome<UUID> tooMuch = consignments.send(supplier, leg, typed("2001 kg"), ZONE, now);
        assertThat(tooMuch.reasons())
                .containsExactly(Refusal.at(
                        "amount",
                        "consignment.more_than_promised",
                        Quantity.of("6", "tonne"),
                        Quantity.of("2", "tonne")));
        consignments.send(supplier, leg, typed("2000 kg"), ZONE, now).orElseThrow();
        RunLeg whole = consignments.leg(supplier, leg, now).orElseThrow();
        assertThat(whole.consignments())
                .hasSize(2)
                .extracting(ConsignmentView::number)
                .doesNotHaveDuplicates();
        assertThat(whole.left()).contains(Quantity.of("0", "tonne"));
        assertThat(whole.open()).isFalse();
    }

    @Test
    void two_at_once_do_not_send_more_than_was_promised_either() throws Exception {
        UUID leg = promised("6");
        int senders = 6;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService at = Executors.newFixedThreadPool(senders);
        List<Future<Outcome<UUID>>> sent = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            sent.add(at.submit(() -> {
                start.await();
                return consignments.send(supplier, leg, typed("4"), ZONE, now);
            }));
        }
        start.countDown();
        int accepted = 0;
        for (Future<Outcome<UUID>> one : sent) {
            accepted += one.get().isAccepted() ? 1 : 0;
        }
        at.shutdown();
        assertThat(accepted).isOne();
        assertThat(consignments.leg(supplier, leg, now).orElseThrow().left()).contains(Quantity.of("2", "tonne"));
    }

    @Test
    void the_same_sent_once_more_sends_nothing_more() {
        UUID leg = promised("6");
        DispatchDraft draft = typed("3");
        UUID first = consignments.send(supplier, leg, draft, ZONE, now).orElseThrow();
        assertThat(consignments.send(supplier, leg, draft, ZONE, now)).isEqualTo(Outcome.accepted(first));
        assertThat(consignments.leg(supplier, leg, now).orElseThrow().consignments())
                .hasSize(1);

        consignments.depart(supplier, first, "k1", at(0), "", ZONE, now).orElseThrow();
        consignments.depart(supplier, first, "k1", at(0), "", ZONE, now).orElseThrow();
        assertThat(seen(first).history())
                .extracting(ConsignmentEntry::deed)
                .containsExactly(ConsignmentDeed.COMMITTED, ConsignmentDeed.DISPATCHED);
    }

    @Test
    void it_only_moves_on() {
        UUID id = sent(promised("6"), "6");
        assertThat(keys(consignments.arrive(office, id, "a", at(0), ZONE, now)))
                .containsExactly("consignment.only_forward");
        assertThat(keys(consignments.judge(office, id, "j", List.of(good("6")), now)))
                .containsExactly("consignment.only_forward");
        consignments.depart(supplier, id, "d", at(0), "", ZONE, now).orElseThrow();
        assertThat(keys(consignments.depart(supplier, id, "d2", at(0), "", ZONE, now)))
                .containsExactly("consignment.only_forward");
        assertThat(keys(consignments.arrive(office, id, "a", at(60 * 24), ZONE, now)))
                .containsExactly("consignment.moment_future");
        assertThat(keys(consignments.arrive(office, id, "a", at(-60), ZONE, now)))
                .containsExactly("consignment.moment_before");
        consignments.arrive(office, id, "a", at(1), ZONE, now).orElseThrow();
        assertThat(keys(consignments.delay(supplier, id, "l", at(60 * 48), "堵车", "", ZONE, now)))
                .containsExactly("consignment.only_forward");
        consignments.judge(office, id, "j", List.of(good("6")), now).orElseThrow();
        assertThat(keys(consignments.arrive(office, id, "a3", at(1), ZONE, now)))
                .containsExactly("consignment.only_forward");
        assertThat(seen(id).state()).isEqualTo(ConsignmentState.ACCEPTED);
    }

    @Test
    void only_what_was_accepted_covers_the_need() {
        UUID leg = promised("6");
        UUID first = arrived(sent(leg, "4"));
        sent(leg, "1");
        assertThat(coverage().accepted()).isEqualTo(Quantity.of("0", "tonne"));
        assertThat(coverage().underWay()).isEqualTo(Quantity.of("5", "tonne"));
        BatchDraft mixed = new BatchDraft("P2", "", "2026-01-01", "", "PASSED", "0.5", "0.5", "外包装破损");
        consignments.judge(office, first, "j", List.of(good("3"), mixed), now).orElseThrow();
        Coverage coverage = coverage();
        assertThat(coverage.accepted()).isEqualTo(Quantity.of("3.5", "tonne"));
        assertThat(coverage.rejected()).isEqualTo(Quantity.of("0.5", "tonne"));
        assertThat(coverage.underWay()).isEqualTo(Quantity.of("1", "tonne"));
        assertThat(coverage.promised()).isEqualTo(Quantity.of("6", "tonne"));
        assertThat(seen(first).batches()).extracting(Batch::batch).containsExactly("P1", "P2");
        assertThat(lost(leg)).isEmpty();
    }

    @Test
    void what_is_found_is_judged_whole_and_with_reasons() {
        UUID id = arrived(sent(promised("6"), "6"));
        assertThat(keys(consignments.judge(office, id, "j", List.of(), now)))
                .containsExactly("consignment.batch_missing");
        assertThat(keys(consignments.judge(office, id, "j", List.of(good("5")), now)))
                .containsExactly("consignment.sum_differs");
        BatchDraft failed = new BatchDraft("P1", "S1", "2026-13-01", "2020-01-01", "FAILED", "1", "5", "");
        assertThat(consignments.judge(office, id, "j", List.of(failed), now).reasons())
                .extracting(one -> one.field() + " " + one.key())
                .containsExactlyInAnyOrder(
                        "produced-0 consignment.day_unreadable",
                        "accepted-0 consignment.accepted_failed",
                        "accepted-0 consignment.accepted_expired",
                        "reason-0 consignment.reason_missing");
        assertThat(seen(id).state()).isEqualTo(ConsignmentState.ARRIVED);
    }

    @Test
    void a_leg_that_is_rejected_whole_is_known_to_the_repair() {
        UUID leg = promised("6");
        UUID id = arrived(sent(leg, "6"));
        consignments
                .judge(office, id, "j", List.of(new BatchDraft("P1", "", "", "", "FAILED", "", "6", "过滤效率不足")), now)
                .orElseThrow();
        assertThat(seen(id).state()).isEqualTo(ConsignmentState.REJECTED);
        assertThat(lost(leg)).contains("GOODS_REJECTED");
    }

    @Test
    void a_delay_past_the_need_is_late_and_known_to_the_repair() {
        UUID leg = promised("6");
        UUID id = sent(leg, "6");
        assertThat(keys(consignments.delay(supplier, id, "l", at(1), "", "", ZONE, now)))
                .containsExactlyInAnyOrder("consignment.text_length", "consignment.not_later");
        consignments
                .delay(supplier, id, "l", at(60 * 30), "高速封闭", "", ZONE, now)
                .orElseThrow();
        assertThat(seen(id).late(now)).isFalse();
        assertThat(lost(leg)).isEmpty();
        consignments
                .delay(office, id, "l2", at(60 * 72), "车辆故障", "李厂长", ZONE, now)
                .orElseThrow();
        ConsignmentView late = seen(id);
        assertThat(late.late(now)).isTrue();
        assertThat(late.history()).last().satisfies(step -> {
            assertThat(step.who()).isEqualTo("李厂长");
            assertThat(step.typedBy()).isEqualTo("陈统筹");
        });
        assertThat(lost(leg)).contains("TOO_LATE");
        assertThat(consignments.run(office, emergency, now).legs()).first().matches(one -> one.late(now));
    }

    @Test
    void only_the_office_and_the_supplier_know_of_it() {
        UUID leg = promised("6");
        UUID id = sent(leg, "2");
        for (Actor stranger : List.of(market.somebody(), anOffice(), Actor.visitor())) {
            assertThat(consignments.byId(stranger, id, now)).isEmpty();
            assertThat(consignments.leg(stranger, leg, now)).isEmpty();
            assertThat(consignments.mine(stranger, now)).isEmpty();
            assertThat(consignments.run(stranger, emergency, now).legs()).isEmpty();
            assertThat(keys(consignments.send(stranger, leg, typed("1"), ZONE, now)))
                    .containsExactly(Consignments.NOT_FOUND);
            assertThat(keys(consignments.depart(stranger, id, "d", at(0), "某人", ZONE, now)))
                    .containsExactly(Consignments.NOT_FOUND);
            assertThat(keys(consignments.issue(stranger, id, "PURCHASE_LETTER", now)))
                    .containsExactly(Consignments.NOT_FOUND);
        }
        // The supplier does not judge its own goods.
        consignments.depart(supplier, id, "d", at(0), "", ZONE, now).orElseThrow();
        assertThat(keys(consignments.arrive(supplier, id, "a", at(0), ZONE, now)))
                .containsExactly(Consignments.NOT_FOUND);
        assertThat(consignments.mine(supplier, now)).hasSize(1);
    }

    @Test
    void nothing_goes_for_what_nobody_promised() {
        asks.send(office, emergency, List.of(leg("6")), now).orElseThrow();
        UUID asked = asks.of(office, emergency, now).get(0).id();
        assertThat(keys(consignments.send(supplier, asked, typed("1"), ZONE, now)))
                .containsExactly("consignment.not_promised");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        UUID leg = promised("6");
        DispatchDraft wrong = new DispatchDraft("k", "很多", "车", "", "一二三", "", "明天", at(1), at(60), "");
        assertThat(consignments.typeIn(office, leg, wrong, ZONE, now).reasons())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder(
                        "amount", "vehicle", "driver", "driverMobile", "from", "departure", "departed", "caller");
    }

    @Test
    void a_purchase_letter_is_filled_in_and_its_PDF_says_it_whole() throws IOException {
        UUID id = sent(promised("6"), "6");
        ConsignmentView view = seen(id);
        assertThat(Consignments.kinds(view))
                .containsExactly(PaperKind.PURCHASE_LETTER, PaperKind.INTRODUCTION_LETTER, PaperKind.VEHICLE_PASS);
        assertThat(keys(consignments.issue(office, id, "ALLOCATION_ORDER", now)))
                .containsExactly("consignment.paper_kind");
        for (PaperKind kind : Consignments.kinds(view)) {
            PaperCode code = consignments.issue(office, id, kind.name(), now).orElseThrow();
            String said = expected(kind, view, code);
            byte[] pdf = consignments
                    .pdf(supplier, id, code, Locale.CHINESE, SITE, now)
                    .orElseThrow();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String read = new PDFTextStripper().getText(document);
                assertThat(letters(read)).as(read).isEqualTo(letters(said));
            }
            assertThat(papers.proof(code, now)).isPresent();
            assertThat(consignments.pdf(market.somebody(), id, code, Locale.CHINESE, SITE, now))
                    .isEmpty();
        }
        assertThat(seen(id).papers()).hasSize(3);
    }

    @Test
    void an_allocation_order_names_who_ordered_it_and_its_PDF_says_it_whole_in_both_languages() throws IOException {
        asks.send(office, emergency, List.of(leg("6", LegalBasis.ALLOCATION, "省工信厅 Staff office", "调〔2026〕3 号")), now)
                .orElseThrow();
        AskView ask = asks.of(office, emergency, now).get(0);
        asks.typeIn(office, emergency, ask.id(), new AnswerDraft("YES", Set.of(), "", "", "", "李厂长", ""), now)
                .orElseThrow();
        UUID id = sent(ask.id(), "6");
        ConsignmentView view = seen(id);
        assertThat(Consignments.kinds(view)).startsWith(PaperKind.ALLOCATION_ORDER);
        PaperCode code = consignments.issue(office, id, "ALLOCATION_ORDER", now).orElseThrow();
        String from = view.ask().organisationName();
        String mobile = view.ask().mobile().orElse("13700001111").replaceAll("[\\s-]", "");
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        LocalDate leaves = LocalDate.ofInstant(view.plannedDeparture(), ZONE);
        LocalDate until = LocalDate.ofInstant(view.expectedArrival(), ZONE).plusDays(3);
        List<String> zh = List.of(
                "物资调拨单",
                "文号：调〔2026〕3 号",
                from + "：",
                "根据 省工信厅 Staff office 调〔2026〕3 号，请将下列物资调拨给 省疫情防控指挥部（山西省），" + leaves + " 起运。",
                "收货联系人：陈统筹，电话 13812345678。",
                "车辆 晋A12345，驾驶员 王堃，电话 13700001111。",
                "物资 数量 生产批号 灭菌批号 有效期至",
                "熔喷布 6 吨 – – –",
                "发货单位：" + from + "（江苏江阴），联系人 李厂长，电话 " + mobile + "。",
                "签发：省工信厅 Staff office　经办：陈统筹　" + today,
                "有效期至 " + until + "。",
                "真伪查询：" + SITE + "，验证码 " + code.printed() + "。");
        List<String> en = List.of(
                "Allocation order",
                "Document: 调〔2026〕3 号",
                "To " + from,
                "By 调〔2026〕3 号 of 省工信厅 Staff office, please hand over the goods below to 省疫情防控指挥部 (山西省); they leave on "
                        + leaves + ".",
                "Contact of the receiver: 陈统筹, phone 13812345678.",
                "Vehicle 晋A12345, driver 王堃, phone 13700001111.",
                "Goods Quantity Batch Sterilisation lot Use by",
                "熔喷布 6 吨 – – –",
                "Sent by " + from + " (江苏江阴), contact 李厂长, phone " + mobile + ".",
                "Issued by 省工信厅 Staff office, handled by 陈统筹, " + today,
                "Good until " + until + ".",
                "Whether this is genuine: " + SITE + ", code " + code.printed() + ".");
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            byte[] pdf = consignments.pdf(office, id, code, locale, SITE, now).orElseThrow();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String read = new PDFTextStripper().getText(document);
                List<String> said = locale == Locale.CHINESE ? zh : en;
                assertThat(letters(read)).as(read).isEqualTo(letters(String.join("", said)));
                assertThat(read.replaceAll("[\\s　]", ""))
                        .containsSubsequence(said.stream()
                                .filter(line -> !line.startsWith("熔喷布"))
                                .filter(line -> !line.startsWith("物资 ") && !line.startsWith("Goods "))
                                .map(line -> line.replaceAll("[\\s　]", ""))
                                .toList());
            }
        }
    }

    private String expected(PaperKind kind, ConsignmentView view, PaperCode code) {
        AskView ask = view.ask();
        LocalDate day = LocalDate.ofInstant(now, ZONE);
        LocalDate leaves = LocalDate.ofInstant(view.plannedDeparture(), ZONE);
        String from = ask.organisationName();
        String mobile = ask.mobile().orElse("13700001111").replaceAll("[\\s-]", "");
        String head = switch (kind) {
            case PURCHASE_LETTER ->
                "采购函 文号：防指发〔2026〕12 号 %s： 根据 省疫情防控指挥部 防指发〔2026〕12 号，我方向贵单位采购下列物资，用于 省疫情防控指挥部（山西省），请于 %s 起运，并按贵我双方确认的价格开具发票。 收货联系人：陈统筹，电话 13812345678。"
                        .formatted(from, leaves);
            case INTRODUCTION_LETTER ->
                "介绍信 文号：防指发〔2026〕12 号 %s： 兹介绍 王堃（电话 13700001111）前往贵单位办理下列物资的提货事宜，物资发往 省疫情防控指挥部（山西省）。请予接洽为荷。"
                        .formatted(from);
            default ->
                "应急物资运输车辆通行申请 文号：防指发〔2026〕12 号 沿途有关部门： 车辆 晋A12345 由 王堃（电话 13700001111）驾驶，%s 从 江苏江阴 驶往 山西省，运输下列应急物资。请准予优先通行。"
                        .formatted(leaves);
        };
        String sender = kind == PaperKind.PURCHASE_LETTER ? "" : "发货单位：%s（江苏江阴），联系人 李厂长，电话 %s。".formatted(from, mobile);
        return head
                + "物资 数量 生产批号 灭菌批号 有效期至 熔喷布 6 吨 – – –"
                + sender
                + "签发：省疫情防控指挥部 经办：陈统筹 %s 有效期至 %s。 真伪查询：%s，验证码 %s。"
                        .formatted(
                                day,
                                LocalDate.ofInstant(view.expectedArrival(), ZONE)
                                        .plusDays(3),
                                SITE,
                                code.printed());
    }

    /** The cells of a table may be read in another order than they are said. */
    private static String letters(String text) {
        return text.replaceAll("[\\s　]", "")
                .codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    // ── What the tests do again and again ───────────────────────────────────────

    private UUID promised(String tonnes) {
        asks.send(office, emergency, List.of(leg(tonnes)), now).orElseThrow();
        AskView ask = asks.of(office, emergency, now).get(0);
        asks.typeIn(office, emergency, ask.id(), new AnswerDraft("YES", Set.of(), "", "", "", "李厂长", ""), now)
                .orElseThrow();
        return ask.id();
    }

    private AskLeg leg(String tonnes) {
        return leg(tonnes, LegalBasis.MARKET_PURCHASE, "", "");
    }

    private AskLeg leg(String tonnes, LegalBasis basis, String authority, String document) {
        return new AskLeg(
                null,
                0,
                supplier.organisation().orElseThrow(),
                stock,
                "熔喷布",
                new Claim.Amount(stock, Quantity.of(tonnes, "tonne")),
                Optional.empty(),
                "熔喷布",
                "meltblown fabric",
                "140000",
                now.plus(Duration.ofDays(2)),
                basis,
                authority,
                document,
                List.of());
    }

    private UUID sent(UUID leg, String amount) {
        return consignments.send(supplier, leg, typed(amount), ZONE, now).orElseThrow();
    }

    private UUID arrived(UUID id) {
        consignments.depart(supplier, id, "d", at(0), "", ZONE, now).orElseThrow();
        return consignments.arrive(office, id, "a", at(0), ZONE, now).orElseThrow();
    }

    private DispatchDraft typed(String amount) {
        return new DispatchDraft(
                Market.aKey(), amount, "晋A·12345", "王堃", "137 0000 1111", "江苏江阴", at(60), at(60 * 24), "", "");
    }

    private static BatchDraft good(String amount) {
        return new BatchDraft("P1", "S1102", "2026-01-01", "2099-12-31", "PASSED", amount, "", "");
    }

    private String at(int minutes) {
        return TYPED.format(now.plus(Duration.ofMinutes(minutes)).atZone(ZONE));
    }

    private ConsignmentView seen(UUID id) {
        return consignments.byId(office, id, now).orElseThrow();
    }

    private Coverage coverage() {
        List<Coverage> all = consignments.run(office, emergency, now).coverage();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Optional<String> lost(UUID ask) {
        return List.of("GOODS_REJECTED", "TOO_LATE").stream()
                .filter(loss ->
                        market.count("select count(*) from ask_loss where ask_id = ? and loss = ?", ask, loss) > 0)
                .findFirst();
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Refusal::key).toList();
    }
}
