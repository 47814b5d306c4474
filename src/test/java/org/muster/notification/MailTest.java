package org.muster.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.ask.Asks;
import org.muster.notification.smtp.SmtpMailServer;
import org.muster.outbox.Outbox;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** Letters go by mail through a real SMTP server, and what became of each is known. */
@QuarkusTest
class MailTest {

    private static final Letter LETTER = new Letter(
            "请答复：能否供应口罩？",
            "Please answer: can you supply masks?",
            "您好！请答复。",
            "Dear firm, please answer.",
            "/answers/a");

    @Inject
    Mailbox mailbox;

    @Inject
    MailDeliveries deliveries;

    @Inject
    MailWriter writer;

    @Inject
    LetterLanguages languages;

    @Inject
    Asks asks;

    @Inject
    Outbox outbox;

    @Inject
    OutboxWorker channels;

    @Inject
    EntityManager database;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Test
    void who_chose_no_language_gets_the_whole_letter_in_both() throws Exception {
        try (PostOffice office = PostOffice.open()) {
            Delivery letter = waiting("王厂长", anAddress());
            assertThat(worker(office.settings()).work(now())).isEqualTo(1);
            PostOffice.Received mail = office.received().get(0);
            assertThat(mail.sender()).isEqualTo("muster@example.org");
            assertThat(mail.recipient()).isEqualTo(letter.message().address());
            assertThat(mail.header("From")).isEqualTo("Muster <muster@example.org>");
            assertThat(mail.header("To")).isEqualTo("王厂长 <" + letter.message().address() + ">");
            assertThat(mail.header("Subject")).isEqualTo("请答复：能否供应口罩？ / Please answer: can you supply masks?");
            assertThat(mail.header("Message-ID"))
                    .isEqualTo("<" + letter.message().id() + "@muster.example.org>");
            assertThat(mail.header("Content-Language")).isEqualTo("zh, en");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("Content-Type").toLowerCase(Locale.ROOT)).isEqualTo("text/plain; charset=utf-8");
            assertThat(mail.message().getSentDate()).isNotNull();
            assertThat(mail.text().strip()).isEqualTo(inChinese(letter) + "\n\n--------\n\n" + inEnglish(letter));
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.SENT);
            assertThat(standing(letter).sentAt()).isPresent();
        }
    }

    @Test
    void who_chose_a_language_by_the_link_at_the_foot_gets_that_alone() throws Exception {
        try (PostOffice office = PostOffice.open()) {
            String address = anAddress();
            Delivery first = waiting("王厂长", address);
            SignIn.Visitor reader = SignIn.asNobody();
            String choice = choice(first);
            HttpResponse<String> page = reader.get(choice);
            assertThat(Markup.problemsOf(page.body())).isEmpty();
            assertThat(Jsoup.parse(page.body()).select("input[checked]").val()).isEqualTo("both");
            assertThat(reader.post(choice, Map.of("chosen", "en")).body()).contains("已保存");
            worker(office.settings()).work(now());
            PostOffice.Received english = office.received().get(0);
            assertThat(english.header("Subject")).isEqualTo("Please answer: can you supply masks?");
            assertThat(english.header("Content-Language")).isEqualTo("en");
            assertThat(english.text().strip()).isEqualTo(inEnglish(first));

            reader.post(choice, Map.of("chosen", "zh"));
            Delivery second = waiting("王厂长", address);
            worker(office.settings()).work(now());
            PostOffice.Received chinese = office.received().get(1);
            assertThat(chinese.header("Subject")).isEqualTo("请答复：能否供应口罩？");
            assertThat(chinese.text().strip()).isEqualTo(inChinese(second));

            reader.post(choice, Map.of("chosen", "both"));
            assertThat(languages.of(address)).isEmpty();
            assertThat(reader.get("/letters/AAAA").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_refusal_for_good_ends_it_with_the_servers_words() {
        try (PostOffice office = PostOffice.open()) {
            Delivery letter = waiting("查无此人", anAddress());
            office.refuse(letter.message().address(), 550, "5.1.1 No such user here");
            MailWorker worker = worker(office.settings());
            assertThat(worker.work(now())).isZero();
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.REFUSED);
            assertThat(standing(letter).said()).isEqualTo("550 5.1.1 No such user here");
            office.accept(letter.message().address());
            assertThat(worker.work(now().plus(Duration.ofDays(9)))).isZero();
            assertThat(office.received()).isEmpty();

            assertThat(deliveries.again(letter.message().id(), now())).isTrue();
            assertThat(worker.work(now())).isEqualTo(1);
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.SENT);
            assertThat(deliveries.again(letter.message().id(), now())).isFalse();
            assertThat(database.createNativeQuery(
                                    "select details ->> 'to' from audit_entry where action = 'LetterTriedAgain'"
                                            + " and subject_kind = 'letter' and subject_id = :letter",
                                    String.class)
                            .setParameter("letter", letter.message().id())
                            .getResultList())
                    .as("the first time here, and when it was made to wait")
                    .isEqualTo(List.of("查无此人", "查无此人"));
        }
    }

    @Test
    void a_refusal_for_now_is_tried_again_after_longer_and_longer_pauses_and_given_up_in_the_end() {
        try (PostOffice office = PostOffice.open()) {
            Delivery letter = waiting("满箱", anAddress());
            office.refuse(letter.message().address(), 452, "Mailbox full");
            MailWorker worker = worker(office.settings());
            Instant begin = now();
            worker.work(begin);
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.WAITING);
            assertThat(standing(letter).said()).isEqualTo("452 Mailbox full");
            assertThat(standing(letter).dueAt()).isEqualTo(begin.plus(Duration.ofMinutes(1)));
            worker.work(begin.plusSeconds(59));
            assertThat(standing(letter).attempts()).isEqualTo(1);
            worker.work(begin.plusSeconds(60));
            assertThat(standing(letter).dueAt()).isEqualTo(begin.plus(Duration.ofMinutes(3)));
            worker.work(begin.plus(Duration.ofMinutes(3)));
            assertThat(standing(letter).attempts()).isEqualTo(3);
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.GIVEN_UP);
        }
    }

    @Test
    void a_server_that_is_away_costs_one_try_and_gets_the_letter_when_it_is_back() throws Exception {
        int port;
        try (PostOffice gone = PostOffice.open()) {
            port = gone.port();
        }
        Delivery first = waiting("甲", anAddress());
        Delivery second = waiting("乙", anAddress());
        MailWorker worker = worker(PostOffice.settings(port));
        Instant begin = now();
        assertThat(worker.work(begin)).isZero();
        assertThat(standing(first).attempts() + standing(second).attempts()).isEqualTo(1);
        assertThat(List.of(standing(first), standing(second)))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeliveryState.WAITING));
        try (PostOffice back = PostOffice.openAt(port)) {
            assertThat(worker.work(begin.plus(Duration.ofMinutes(1)))).isEqualTo(2);
            assertThat(back.received())
                    .extracting(PostOffice.Received::recipient)
                    .containsExactlyInAnyOrder(
                            first.message().address(), second.message().address());
        }
    }

    @Test
    void a_wrong_password_blames_no_letter_and_the_right_one_lets_it_go() {
        try (PostOffice office = PostOffice.open()) {
            Delivery letter = waiting("戊", anAddress());
            Instant begin = now();
            assertThat(worker(office.settings("wrong")).work(begin)).isZero();
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.WAITING);
            assertThat(standing(letter).code()).contains(535);
            assertThat(worker(office.settings(PostOffice.PASSWORD)).work(begin.plus(Duration.ofMinutes(1))))
                    .isEqualTo(1);
            assertThat(office.loggedIn()).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_said_in_the_open_where_encryption_is_asked_for() {
        try (PostOffice office = PostOffice.open()) {
            Delivery letter = waiting("己", anAddress());
            assertThat(worker(office.encrypted()).work(now())).isZero();
            assertThat(standing(letter).state()).isEqualTo(DeliveryState.WAITING);
            assertThat(standing(letter).answer()).contains("STARTTLS");
            assertThat(office.loggedIn()).isZero();
            assertThat(office.received()).isEmpty();
            // Leaves nothing behind that another worker would send.
            assertThat(worker(office.settings()).work(now().plus(Duration.ofMinutes(1))))
                    .isEqualTo(1);
        }
    }

    @Test
    void with_a_server_set_a_letter_waits_from_the_start_and_without_a_mail_address_there_is_none() {
        try (PostOffice office = PostOffice.open()) {
            String address = anAddress();
            Mailbox set = new Mailbox(database, deliveries, office.settings());
            QuarkusTransaction.requiringNew().run(() -> {
                set.write("test " + address, new Recipient("庚", Way.EMAIL, address), LETTER, now());
                set.write("test " + address, new Recipient("庚", Way.EMAIL, address), LETTER, now());
                set.write("test " + address, new Recipient("庚", Way.MOBILE, "13800000000"), LETTER, now());
            });
            assertThat(worker(office.settings()).work(now())).isEqualTo(1);
            assertThat(office.received())
                    .extracting(PostOffice.Received::recipient)
                    .containsExactly(address);
        }
    }

    @Test
    void settings_are_read_as_operators_write_them() {
        MailSettings read = new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withDefaultValues(Map.of(
                        "muster.mail.host", "smtp.example.org",
                        "muster.mail.from", "Muster <muster@example.org>",
                        "muster.mail.site", "https://muster.example.org",
                        "muster.mail.first-pause", "PT10S",
                        "muster.mail.look-every", "PT5S",
                        "muster.mail.tls", "tls"))
                .build()
                .getConfigMapping(MailSettings.class);
        assertThat(read.sends()).isTrue();
        assertThat(read.port()).isEqualTo(587);
        assertThat(read.tls()).isEqualTo(MailSettings.Tls.TLS);
        assertThat(read.site()).contains(URI.create("https://muster.example.org"));
        assertThat(read.firstPause()).isEqualTo(Duration.ofSeconds(10));
        assertThat(read.user()).isEmpty();
    }

    @Test
    void a_server_without_a_sender_or_a_site_does_not_start() {
        MailSettings half = new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withDefaultValues(Map.of("muster.mail.host", "smtp.example.org", "muster.mail.look-every", "PT5S"))
                .build()
                .getConfigMapping(MailSettings.class);
        assertThatThrownBy(() -> worker(half).check(new StartupEvent()))
                .hasMessageContaining("muster.mail.from")
                .hasMessageContaining("muster.mail.site");
    }

    @Test
    void what_died_before_its_commit_comes_again_under_the_same_name() throws Exception {
        try (PostOffice office = PostOffice.open()) {
            Delivery letter = waiting("丙", anAddress());
            SmtpMailServer server = new SmtpMailServer(vertx, office.settings());
            server.send(writer.write(letter.message(), office.settings().site().orElseThrow()));
            assertThat(worker(office.settings()).work(now())).isEqualTo(1);
            assertThat(office.received()).hasSize(2);
            assertThat(office.received().get(1).header("Message-ID"))
                    .isEqualTo(office.received().get(0).header("Message-ID"));
        }
    }

    @Test
    void two_workers_do_not_send_one_letter_twice() throws Exception {
        try (PostOffice office = PostOffice.open()) {
            waiting("丁", anAddress());
            CountDownLatch answers = new CountDownLatch(1);
            office.answerAfter(answers);
            Instant now = now();
            CompletableFuture<Integer> one = CompletableFuture.supplyAsync(
                    () -> worker(office.settings()).work(now));
            office.awaitReading();
            assertThat(worker(office.settings()).work(now)).isZero();
            answers.countDown();
            assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(1);
            assertThat(worker(office.settings()).work(now)).isZero();
            assertThat(office.received()).hasSize(1);
        }
    }

    @Test
    void a_name_writes_no_header_and_an_address_no_command() throws Exception {
        try (PostOffice office = PostOffice.open()) {
            String address = anAddress();
            Letter letter = new Letter(
                    "问\r\nBcc: spy@example.org",
                    "Ask\nX-Spy: 1",
                    "正文𠮷\r\n.\r\nMAIL FROM:<x@example.org>",
                    "Text",
                    null);
            waiting("王\r\nBcc: spy@example.org <spy@example.org>, \"", address, letter);
            Delivery wrong = waiting("李", address + ">\r\nRCPT TO:<spy@example.org", LETTER);
            Delivery list = waiting("赵", address + ", spy@example.org", LETTER);
            assertThat(worker(office.settings()).work(now())).isEqualTo(1);
            PostOffice.Received mail = office.received().get(0);
            assertThat(mail.header("Bcc") + mail.header("X-Spy")).isEmpty();
            assertThat(mail.header("To")).isEqualTo("王 Bcc: spy@example.org <spy@example.org>, \" <" + address + ">");
            assertThat(mail.message().getHeader("To")[0]).doesNotContain("spy");
            assertThat(mail.header("Subject")).isEqualTo("问 Bcc: spy@example.org / Ask X-Spy: 1");
            assertThat(mail.text()).startsWith("正文𠮷\n.\nMAIL FROM:<x@example.org>\n");
            assertThat(standing(wrong).state()).isEqualTo(DeliveryState.REFUSED);
            assertThat(standing(list).state()).isEqualTo(DeliveryState.REFUSED);
            assertThat(office.received()).hasSize(1);
        }
    }

    @Test
    void an_ask_goes_by_mail_and_the_desk_reads_what_became_of_it() throws Exception {
        try (PostOffice office = PostOffice.open()) {
            Asked asked = anAsk();
            assertThat(asked.desk()).contains("邮件未发出：没有配置邮件服务器");
            deliveries.again(asked.letter().message().id(), now());
            assertThat(asked.desk()).contains("邮件待发送");
            office.refuse(asked.letter().message().address(), 550, "No such user here");
            MailWorker worker = worker(office.settings());
            worker.work(now());
            assertThat(asked.desk()).contains("邮件被拒收", "550 No such user here");
            Document one = asked.chen().page(asked.ask());
            assertThat(one.text()).contains("邮件被拒收", asked.letter().message().address(), "请打电话或转发答复链接");
            office.accept(asked.letter().message().address());
            deliveries.again(asked.letter().message().id(), now());
            worker.work(now());
            assertThat(asked.desk()).contains("邮件已发出");

            String link = one.select("a.long-link").attr("href");
            String path = link.substring(link.indexOf("/answers/"));
            PostOffice.Received mail = office.received().get(0);
            String thing = asked.letter().message().subjectZh().replace("请答复：能否供应", "");
            assertThat(mail.header("Subject"))
                    .isEqualTo("请答复：能否供应" + thing + " / Please answer: can you supply " + thing + "?");
            assertThat(mail.text().strip().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "T"))
                    .isEqualTo(asked.firm() + "，您好！省指挥部（防指发 1 号）请贵单位供应" + thing
                            + " 2000 只。请在 T（北京时间）前打开下面的链接答复，不用注册，可以转给同事。核实请拨 13812345678（陈统筹）。"
                            + "价格依据：CNY 1.20 / 只 · 含税 13% · 专票 · 到厂价。法律依据：市场采购。\n\n"
                            + "https://muster.example.org" + path + "\n\n"
                            + "本邮件由 Muster 自动发出，请勿直接回复。选择来信语言：https://muster.example.org"
                            + choice(asked.letter())
                            + "\n\n--------\n\n"
                            + "Dear " + asked.firm() + ", 省指挥部 (防指发 1 号) asks you for " + thing + " 2000 "
                            + "pieces. Please open the link below and answer by T (Beijing time); no account is needed,"
                            + " and you may forward it to colleagues. To make sure it is us, ring 13812345678 (陈统筹)."
                            + " Price basis: CNY 1.20 / piece · tax included 13% · special VAT invoice · delivered."
                            + " Legal basis: market purchase.\n\n"
                            + "https://muster.example.org" + path + "\n\n"
                            + "Muster sent this by itself; please do not answer it. Choose the language of your letters:"
                            + " https://muster.example.org" + choice(asked.letter()));
        }
    }

    @Test
    void an_ask_that_is_answered_or_over_is_not_sent_any_more() {
        try (PostOffice office = PostOffice.open()) {
            Asked asked = anAsk();
            deliveries.again(asked.letter().message().id(), now());
            asked.chen().post(asked.ask() + "/withdraw", Map.of("reason", "不再需要"));
            assertThat(worker(office.settings()).work(now())).isZero();
            assertThat(office.received()).isEmpty();
            assertThat(standing(asked.letter()).state()).isEqualTo(DeliveryState.LAPSED);
            assertThat(asked.desk()).contains("询问已结束，邮件不再发送");
        }
    }

    @Test
    void an_operator_sees_what_became_of_letters_and_learns_why_none_is_sent() {
        Delivery letter = kept("张厂长", anAddress(), LETTER);
        SignIn.Visitor operator = SignIn.as("operator-sun");
        HttpResponse<String> page = operator.get("/admin/letters?state=KEPT");
        assertThat(Markup.problemsOf(page.body())).isEmpty();
        Document shown = Jsoup.parse(page.body());
        assertThat(shown.text()).contains("没有配置邮件服务器", letter.message().address(), "未发送，没有邮件服务器");
        assertThat(shown.select("#state option[selected]").val()).isEqualTo("KEPT");
        assertThat(shown.select("form[action*=" + letter.message().id() + "]")).isEmpty();
        String again = "/admin/letters/" + letter.message().id() + "/again";
        assertThat(operator.post(again, Map.of("state", "KEPT")).body()).contains("没有配置邮件服务器，无法发送");
        assertThat(standing(letter).state()).isEqualTo(DeliveryState.KEPT);
        assertThat(operator.page("/admin/letters?state=REFUSED").text())
                .doesNotContain(letter.message().address());
        assertThat(operator.post("/admin/letters/" + UUID.randomUUID() + "/again", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(SignIn.as("buyer-li").get("/admin/letters").statusCode()).isEqualTo(403);
    }

    // ── Vocabulary ──────────────────────────────────────────────────────────────

    /** An ask whose supplier has a mail address, as the desk sees it. */
    private record Asked(SignIn.Visitor chen, String emergency, String ask, String firm, Delivery letter) {

        String desk() {
            return chen.page(emergency + "/asks").text();
        }
    }

    private Asked anAsk() {
        String firm = "供方" + Traders.aWord();
        String address = anAddress();
        SignIn.Visitor chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        SignIn.Visitor supplier = SignIn.as("supplier-wang");
        HttpResponse<String> registered = supplier.post(
                "/register",
                Map.of(
                        "name", firm,
                        "mobile", "138 7654 3210",
                        "email", address,
                        "place", "江阴",
                        "makes", "口罩",
                        "division", "",
                        "creditCode", ""));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
        String listing = Traders.publishStock(
                supplier,
                "口罩库存" + Traders.aWord(),
                5000,
                Map.of(
                        "price", "1.20",
                        "pricePer", "1",
                        "pricePerUnit", "zhi",
                        "priceTaxIncluded", "true",
                        "priceTaxRate", "13",
                        "priceInvoice", "SPECIAL_VAT",
                        "priceDelivery", "DELIVERED"));
        String emergency = Emergencies.declared(chen, "山西保障" + Traders.aWord(), "山西侯马");
        String area =
                chen.page(emergency + "/asks").select("#place option").get(0).val();
        HttpResponse<String> sent = chen.post(
                emergency + "/asks/one",
                Map.of(
                        "listing",
                        listing,
                        "amount",
                        "2000",
                        "neededBy",
                        LocalDate.ofInstant(now(), ZoneId.of("Asia/Shanghai"))
                                .plusDays(3)
                                .toString(),
                        "place",
                        area,
                        "basis",
                        "MARKET_PURCHASE"));
        String ask =
                Jsoup.parse(sent.body()).select("a[href*=/asks/][aria-label]").attr("href");
        assertThat(ask).as(sent.body()).isNotEmpty();
        channels.drain();
        Delivery letter = deliveries.latest(Optional.empty(), 0, 200).stream()
                .filter(one -> one.message().address().equals(address)
                        && one.message().subjectZh().startsWith("请答复"))
                .findFirst()
                .orElseThrow();
        return new Asked(chen, emergency, ask, firm, letter);
    }

    private Delivery waiting(String name, String address) {
        return waiting(name, address, LETTER);
    }

    private Delivery waiting(String name, String address, Letter letter) {
        Delivery kept = kept(name, address, letter);
        assertThat(kept.state()).isEqualTo(DeliveryState.KEPT);
        assertThat(deliveries.again(kept.message().id(), now())).isTrue();
        return standing(kept);
    }

    /** Written while no mail server is set. */
    private Delivery kept(String name, String address, Letter letter) {
        mailbox.write("test " + UUID.randomUUID(), new Recipient(name, Way.EMAIL, address), letter, now());
        return deliveries.latest(Optional.of(DeliveryState.KEPT), 0, 200).stream()
                .filter(one -> one.message().address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Delivery standing(Delivery letter) {
        return deliveries.byId(letter.message().id()).orElseThrow();
    }

    private MailWorker worker(MailSettings settings) {
        return new MailWorker(deliveries, new SmtpMailServer(vertx, settings), writer, asks, outbox, settings, clock);
    }

    private String choice(Delivery letter) {
        return "/letters/" + languages.token(letter.message().id());
    }

    private String inChinese(Delivery letter) {
        return "您好！请答复。\n\nhttps://muster.example.org/answers/a\n\n"
                + "本邮件由 Muster 自动发出，请勿直接回复。选择来信语言：https://muster.example.org" + choice(letter);
    }

    private String inEnglish(Delivery letter) {
        return "Dear firm, please answer.\n\nhttps://muster.example.org/answers/a\n\n"
                + "Muster sent this by itself; please do not answer it. Choose the language of your letters:"
                + " https://muster.example.org" + choice(letter);
    }

    private static String anAddress() {
        return "f" + UUID.randomUUID() + "@example.org";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
