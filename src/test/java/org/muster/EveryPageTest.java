package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muster.demo.DemoSeeder;
import org.muster.organisation.CreditCodes;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.outbox.OutboxWorker;
import org.muster.shared.OrganisationId;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.DemoMarket;
import org.muster.testing.Emergencies;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.Owners;
import org.muster.testing.Papers;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/**
 * Every page of the authorization table, over the demo market, as the person it is for: it answers, is valid HTML, has no
 * finding of axe, breaks no content-security policy, and needs no sideways scrolling on the narrowest telephone.
 * With {@code -Dmuster.screenshots=<folder>} each page is also taken as a picture.
 */
@QuarkusTest
@TestProfile(DemoMarket.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final String NOBODY = "";

    /** A page, who looks at it, and where it is. */
    private record Visit(String name, String who, String path) {}

    /** Routes that answer something other than a page. */
    private static final Set<String> NOT_PAGES = Set.of(
            "/sign-in", // sends on to where the person came from
            "/sign-up",
            "/live", // a stream
            "/my/organisation/invitations/{id}/qr.svg",
            "/claims/{id}/document",
            "/certificates/{id}/document",
            "/certificates/{id}/document/pages/{number}",
            "/emergencies/{id}/rolls/{call}/{ask}/qr.svg",
            "/emergencies/{id}/asks/{ask}/qr.svg",
            "/challenges/{id}/claims/{claim}/evidence/{file}",
            "/emergencies/{id}/report.pdf",
            "/emergencies/{id}/situation.pdf",
            "/emergencies/{id}/public-record.json",
            "/papers/{code}/sheet.pdf",
            "/emergencies/{id}/run/{consignment}/papers/{code}/sheet.pdf",
            "/my/consignments/{consignment}/papers/{code}/sheet.pdf",
            "/papers/{code}/qr.svg",
            "/my/export",
            "/search/export",
            "/my/import/{id}/refused",
            "/too-large", // tells that an upload was
            "/listings/{id}/photos/{photo}", // pictures
            "/listings/{id}/photos/{photo}/small",
            "/testing/who-am-i");

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    private final Map<String, Visit> visits = new LinkedHashMap<>();

    private final ExecutorService walkers = Executors.newFixedThreadPool(2);
    private CompletableFuture<List<String>> onTelephone = new CompletableFuture<>();
    private CompletableFuture<List<String>> onDesk = new CompletableFuture<>();
    private CompletableFuture<List<String>> invalid = new CompletableFuture<>();
    private CompletableFuture<List<String>> withoutScripts = new CompletableFuture<>();

    @BeforeAll
    void fill_the_market() {
        seeder.seed();
        outbox.drain();
        SignIn.Visitor visitor = SignIn.asNobody();
        SignIn.Visitor supplier = SignIn.as("supplier-wang");
        SignIn.Visitor operator = SignIn.as("operator-sun");

        visit("/", "home", NOBODY, "/");
        visit("/search", "search", NOBODY, "/search?q=%E5%8F%A3%E7%BD%A9");
        visit("/search/map", "map", NOBODY, "/search/map?q=%E5%8F%A3%E7%BD%A9");
        visit("/places", "places", NOBODY, "/places?q=%E6%AD%A6%E6%B1%89");
        String listing = link(visitor.page("/search?q=%E5%8F%A3%E7%BD%A9"), "/listings/");
        visit("/listings/{id}", "listing", NOBODY, listing);
        visit(
                "/compare",
                "compare",
                NOBODY,
                "/compare?"
                        + visitor.page("/search?q=%E5%8F%A3%E7%BD%A9").select("input[form=chosen]").stream()
                                .limit(3)
                                .map(box -> "id=" + box.attr("value"))
                                .collect(Collectors.joining("&")));
        visit("/listings/{id}/similar", "similar", NOBODY, listing + "/similar");
        supplier.post("/my/shortlist", Map.of("id", listing.substring("/listings/".length())));
        visit("/my/shortlist", "shortlist", "supplier-wang", "/my/shortlist");
        visit("/organisations/{id}", "organisation", NOBODY, link(visitor.page(listing), "/organisations/"));
        visit("/register", "register", "newcomer", "/register");
        visit("/my/organisation", "my-organisation", "supplier-wang", "/my/organisation");
        visit("/my/organisation/members", "members", "supplier-wang", "/my/organisation/members");
        var invited = supplier.post(
                "/my/organisation/invitations",
                Map.of("invitedName", "钱多", "invitedMobile", "13900000001", "invitedEmail", "qian@example.org"));
        String invitation = invited.uri().getPath();
        visit("/my/organisation/invitations/{id}", "invitation", "supplier-wang", invitation);
        visit("/join/{token}", "join", "newcomer", token(supplier.page(invitation)));
        visit("/my/listings", "my-listings", "supplier-wang", "/my/listings");
        visit("/my/listings/new", "new-listing", "supplier-wang", "/my/listings/new");
        visit("/my/listings/paste", "paste", "supplier-wang", "/my/listings/paste");
        for (String template : List.of(
                "test-kit-line", "mask-machine", "suit-stock", "eo-sterilisation", "cold-chain", "fitter-crew")) {
            String path = "/my/listings/new?template=" + template;
            visit(path, "new-" + template, "supplier-wang", path);
        }
        Document mine = supplier.page("/my/listings");
        visit("/my/listings/{id}", "edit-listing", "supplier-wang", link(mine, "/my/listings/", "new", "paste"));
        visit(
                "/my/listings/{id}/photos",
                "photos",
                "supplier-wang",
                link(mine, "/my/listings/", "new", "paste") + "/photos");
        visit("/my/windows", "windows", "supplier-wang", link(mine, "/my/windows"));
        visit(
                "/my/windows/pattern",
                "pattern",
                "supplier-wang",
                link(mine, "/my/windows").replace("/my/windows", "/my/windows/pattern"));
        visit("/my/blocked", "blocked", "supplier-wang", "/my/blocked?name=%E9%98%B2%E6%8A%A4");
        visit("/my/certificates", "my-certificates", "supplier-wang", "/my/certificates");
        visit("/my/certificates/new", "new-certificate", "supplier-wang", "/my/certificates/new");
        String certificate = shownCertificate(supplier);
        visit("/my/certificates/{id}", "certificate", "supplier-wang", "/my/certificates/" + certificate);
        visit("/admin/certificates", "certificate-checks", "operator-sun", "/admin/certificates");
        visit("/admin/certificates/{id}", "certificate-case", "operator-sun", "/admin/certificates/" + certificate);
        SignIn.as("liaison-zhao").post("/admin/areas", Map.of("area", "青岛市", "office", "青岛市工信局"));
        visit("/admin/areas", "areas", "operator-sun", "/admin/areas");
        visit("/listings/{id}/hold", "listing-hold", "supplier-wang", listing + "/hold");
        visit("/my/holds/{id}", "hold", "supplier-wang", blockedStock(supplier));
        visit("/my/holds", "holds", "supplier-wang", "/my/holds");
        visit("/my/import", "import", "liaison-zhao", "/my/import");
        visit("/my/import/{id}", "import-job", "liaison-zhao", uploadedList());
        visit("/admin/terms", "terms", "operator-sun", "/admin/terms?q=%E5%8F%A3%E7%BD%A9");
        visit("/admin/terms/new", "new-term", "operator-sun", "/admin/terms/new");
        visit("/admin/terms/{key}", "term", "operator-sun", "/admin/terms/n95-respirator");
        visit("/admin/verification", "verification", "operator-sun", "/admin/verification");
        Optional.ofNullable(firstLink(operator.page("/admin/verification"), "/admin/verification/"))
                .ifPresent(path -> visit("/admin/verification/{id}", "verification-case", "operator-sun", path));
        String known = "/organisations/" + someoneOnAList();
        visit("/organisations/{id}/claim", "claim", "newcomer", known + "/claim");
        visit(
                "/admin/certificates/of/{organisation}",
                "certificate-on-behalf",
                "operator-sun",
                known.replace("/organisations/", "/admin/certificates/of/"));
        SignIn.as("buyer-li")
                .upload(
                        known + "/claim",
                        Map.of(
                                "job", "厂长",
                                "mobile", "13900000002",
                                "creditCode", CreditCodes.fresh(),
                                "evidence", "网站上的联系人就是我，可以回拨企业座机核对。"));
        visit("/my/claims", "my-claims", "buyer-li", "/my/claims");
        visit("/claims", "claims", "operator-sun", "/claims");
        visit("/claims/{id}", "claim-case", "operator-sun", link(operator.page("/claims"), "/claims/"));
        visit("/coverage", "coverage", "liaison-zhao", "/coverage");
        visit("/admin/duplicates", "duplicates", "operator-sun", "/admin/duplicates");
        var compared = operator.post("/admin/duplicates", Map.of("first", "青岛蓝湾防护用品有限公司", "second", "日照安越医疗用品有限公司"));
        visit(
                "/admin/duplicates/{id}",
                "duplicate",
                "operator-sun",
                compared.uri().getPath());
        visit("/admin/operations", "operations", "operator-sun", "/admin/operations");
        visit("/admin/audit", "audit", "operator-sun", "/admin/audit");
        visit("/admin/ledger", "ledger", "operator-sun", "/admin/ledger");
        visit("/admin/ledger/proof", "ledger-proof", "operator-sun", "/admin/ledger/proof");
        SignIn.Visitor coordinator = SignIn.as("coordinator-chen");
        String emergency = anEmergency(coordinator);
        visit("/emergencies", "emergencies", "coordinator-chen", "/emergencies");
        visit("/emergencies/new", "declare", "coordinator-chen", "/emergencies/new");
        visit("/emergencies/{id}", "emergency", "coordinator-chen", emergency);
        visit("/emergencies/{id}/edit", "emergency-edit", "coordinator-chen", emergency + "/edit");
        visit("/emergencies/{id}/board", "board", "coordinator-chen", emergency + "/board");
        visit("/emergencies/{id}/shifts", "shifts", "coordinator-chen", emergency + "/shifts");
        visit("/emergencies/{id}/balance", "balance", "coordinator-chen", emergency + "/balance");
        visit("/emergencies/{id}/situation", "situation", "coordinator-chen", emergency + "/situation");
        visit("/emergencies/{id}/ask", "ask", NOBODY, emergency + "/ask");
        visit("/emergencies/{id}/needs", "needs", "coordinator-chen", emergency + "/needs");
        visit("/emergencies/{id}/needs/new", "new-needs", "coordinator-chen", emergency + "/needs/new");
        Document needs = coordinator.page(emergency + "/needs");
        visit(
                "/emergencies/{id}/needs/intakes/{intake}",
                "needs-intake",
                "coordinator-chen",
                link(needs, emergency + "/needs/intakes/"));
        visit(
                "/emergencies/{id}/needs/{need}",
                "need",
                "coordinator-chen",
                link(needs, emergency + "/needs/", "new", "intakes"));
        visit("/emergencies/{id}/recipe", "recipes-taken", "coordinator-chen", emergency + "/recipe");
        String recipe = coordinator
                .post(emergency + "/recipe", Map.of("recipe", "mask-line-setup", "output", "1", "parallel", "1"))
                .uri()
                .getPath();
        visit("/emergencies/{id}/recipe/{recipe}", "recipe-taken", "coordinator-chen", recipe);
        visit("/emergencies/{id}/recipe/{recipe}/edit", "recipe-edit", "coordinator-chen", recipe + "/edit");
        String plan = coordinator
                .post(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"))
                .uri()
                .getPath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> coordinator.page(plan).select("#result-title").size() == 1
                        && coordinator
                                .page(plan)
                                .select("#plan[data-hx-trigger]")
                                .isEmpty());
        visit("/emergencies/{id}/plan", "plans", "coordinator-chen", emergency + "/plan");
        visit("/emergencies/{id}/plan/{run}", "plan", "coordinator-chen", plan);
        visit("/emergencies/{id}/match", "match", "coordinator-chen", emergency + "/match");
        String roll = coordinator
                .post(emergency + "/rolls", Map.of("product", "无纺布", "area", "420000"))
                .uri()
                .getPath();
        visit("/emergencies/{id}/rolls", "rolls", "coordinator-chen", emergency + "/rolls");
        visit("/emergencies/{id}/rolls/{call}", "roll", "coordinator-chen", roll);
        String asked = link(coordinator.page(roll), roll + "/");
        visit("/emergencies/{id}/rolls/{call}/{ask}", "roll-ask", "coordinator-chen", asked);
        visit(
                "/r/{token}",
                "roll-answer",
                NOBODY,
                URI.create(coordinator.page(asked).select("a.long-link").attr("href"))
                        .getPath());
        String challenge = aChallenge(coordinator, supplier);
        visit("/challenges", "challenges", NOBODY, "/challenges");
        visit("/challenges/new", "new-challenge", "coordinator-chen", "/challenges/new");
        visit("/challenges/{id}", "challenge", NOBODY, challenge);
        visit("/challenges/{id}/edit", "edit-challenge", "coordinator-chen", challenge + "/edit");
        visit("/challenges/{id}/claim", "claim-challenge", "supplier-wang", challenge + "/claim");
        visit("/challenges/{id}/claims", "challenge-claims", "coordinator-chen", challenge + "/claims");
        visit("/challenges/{id}/invite", "challenge-invite", "coordinator-chen", challenge + "/invite");
        visit("/my/challenges", "my-challenges", "supplier-wang", "/my/challenges");
        String paper = aPaper(coordinator);
        visit("/papers", "papers", "coordinator-chen", "/papers");
        visit("/papers/new", "new-paper", "coordinator-chen", "/papers/new");
        visit("/papers/{code}", "paper-proof", NOBODY, paper);
        visit("/papers/{code}/sheet", "paper-sheet", "coordinator-chen", paper + "/sheet");
        visit("/my/inbox", "inbox", "supplier-wang", "/my/inbox");
        String ask = anAsk(emergency);
        visit("/emergencies/{id}/asks", "asks", "coordinator-chen", emergency + "/asks");
        visit("/emergencies/{id}/asks/repair", "repair", "coordinator-chen", emergency + "/asks/repair");
        visit("/emergencies/{id}/asks/{ask}", "ask-at-the-desk", "coordinator-chen", ask);
        visit(
                "/emergencies/{id}/drill",
                "drill",
                "coordinator-chen",
                Emergencies.drill(coordinator, "洪水推演", "山西侯马") + "/drill");
        visit("/emergencies/{id}/close", "close", "coordinator-chen", emergency + "/close");
        visit("/emergencies/{id}/report", "report", "coordinator-chen", emergency + "/report");
        visit("/my/inbox/{id}", "inbox-card", "supplier-wang", "/my/inbox/" + ask.substring(ask.lastIndexOf('/') + 1));
        visit(
                "/answers/{token}",
                "answer-card",
                NOBODY,
                URI.create(coordinator.page(ask).select("a.long-link").attr("href"))
                        .getPath());
        String goods = aConsignment(ask);
        visit("/emergencies/{id}/run", "run", "coordinator-chen", emergency + "/run");
        visit(
                "/emergencies/{id}/run/legs/{ask}",
                "run-leg",
                "coordinator-chen",
                emergency + "/run/legs/" + ask.substring(ask.lastIndexOf('/') + 1));
        visit(
                "/emergencies/{id}/run/{consignment}",
                "run-consignment",
                "coordinator-chen",
                emergency + "/run/" + goods);
        visit("/my/consignments", "my-consignments", "supplier-wang", "/my/consignments");
        visit(
                "/my/consignments/legs/{ask}",
                "my-leg",
                "supplier-wang",
                "/my/consignments/legs/" + ask.substring(ask.lastIndexOf('/') + 1));
        visit("/my/consignments/{consignment}", "my-consignment", "supplier-wang", "/my/consignments/" + goods);
        visit("/recipes", "recipes", NOBODY, "/recipes");
        visit("/recipes/{key}", "recipe", NOBODY, "/recipes/masks-existing-sterile?output=1000000&parallel=5");
        visit("/dev/mailbox", "mailbox", NOBODY, "/dev/mailbox");
        outbox.drain();
        visit("/admin/letters", "letters", "operator-sun", "/admin/letters");
        visit("/letters/{token}", "letter-language", NOBODY, link(operator.page("/admin/letters"), "/letters/"));
        lookAtEverything();
    }

    @Test
    void no_page_of_the_table_is_left_out() {
        Set<String> visited = visits.keySet().stream()
                .map(route -> route.replaceFirst("\\?.*", ""))
                .collect(Collectors.toCollection(TreeSet<String>::new));
        assertThat(visited).isEqualTo(pagesOfTheTable());
    }

    @Test
    void every_page_is_valid_html() {
        assertThat(invalid.join()).isEmpty();
    }

    @Test
    void every_page_works_on_a_telephone_in_chinese_at_night() {
        assertThat(onTelephone.join()).isEmpty();
    }

    @Test
    void every_page_works_on_a_desk_in_english_by_day() {
        assertThat(onDesk.join()).isEmpty();
    }

    @Test
    void every_page_works_without_scripts() {
        assertThat(withoutScripts.join()).isEmpty();
    }

    /** Two go over the pages at the same time, each in a browser of its own: a page is drawn and looked at on one processor. */
    private void lookAtEverything() {
        onTelephone = CompletableFuture.supplyAsync(() -> findings(Look.phone().atNight(), "zh-360-dark"), walkers);
        onDesk = CompletableFuture.supplyAsync(() -> findings(Look.desktop().inEnglish(), "en-1440-light"), walkers);
        invalid = CompletableFuture.supplyAsync(this::markupProblems, walkers);
        withoutScripts = CompletableFuture.supplyAsync(
                () -> findings(Look.phone().inEnglish().withoutScripts(), "en-360-noscript"), walkers);
    }

    @AfterAll
    void send_the_walkers_home() {
        walkers.shutdownNow();
    }

    private List<String> markupProblems() {
        Map<String, SignIn.Visitor> people = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Visit visit : visits.values()) {
            var answer = people.computeIfAbsent(
                            visit.who(), who -> who.equals(NOBODY) ? SignIn.asNobody() : SignIn.as(who))
                    .get(visit.path());
            if (answer.statusCode() != 200) {
                problems.add(visit.name() + " answers " + answer.statusCode());
            }
            Markup.problemsOf(answer.body()).forEach(problem -> problems.add(visit.name() + " " + problem));
        }
        return problems;
    }

    private List<String> findings(Look look, String label) {
        List<String> findings = new ArrayList<>();
        Map<String, List<Visit>> byPerson = visits.values().stream()
                .collect(Collectors.groupingBy(Visit::who, LinkedHashMap::new, Collectors.toList()));
        byPerson.forEach((who, theirs) -> {
            try (BrowserContext window = Browser.open(look)) {
                Page page = window.newPage();
                List<String> console = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        console.add(message.text());
                    }
                });
                if (!who.equals(NOBODY)) {
                    SignIn.into(page, who);
                }
                for (Visit visit : theirs) {
                    console.clear();
                    try {
                        var answer = Objects.requireNonNull(page.navigate(SignIn.applicationUrl() + visit.path()));
                        if (answer.status() != 200) {
                            findings.add(visit.name() + " answers " + answer.status());
                        }
                        console.forEach(line -> findings.add(visit.name() + " console: " + line));
                        if (look.scripts()) {
                            findings.addAll(barriers(page, visit));
                            findings.addAll(overflow(page, visit));
                        }
                        picture(page, visit, label);
                    } catch (PlaywrightException broken) {
                        findings.add(visit.name() + ": " + broken.getMessage());
                    }
                }
            }
        });
        return findings;
    }

    private static List<String> barriers(Page page, Visit visit) {
        return Barriers.on(page).stream()
                .map(rule -> visit.name() + " axe " + rule)
                .toList();
    }

    private static List<String> overflow(Page page, Visit visit) {
        Object wider =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) wider).intValue() > 0
                ? List.of(visit.name() + " scrolls sideways by " + wider + " px")
                : List.of();
    }

    private static void picture(Page page, Visit visit, String label) {
        String folder = System.getProperty("muster.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, visit.name() + "-" + label + ".png")));
        }
    }

    private static Set<String> pagesOfTheTable() {
        try (var table = Objects.requireNonNull(EveryPageTest.class.getResourceAsStream("/authorization.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> row.startsWith("GET "))
                    .map(row -> row.split("\\s+")[1])
                    .filter(path ->
                            !NOT_PAGES.contains(path) && !path.startsWith("/testing/") && !path.startsWith("/api/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Known from a list, and claimed by nobody. */
    private OrganisationId someoneOnAList() {
        return registry.enterOnBehalf(
                        owners.aLiaison("赵联络"),
                        new ProvisionalOrganisation(
                                "江阴" + Traders.aWord() + "卫生用品厂",
                                null,
                                "320281",
                                "口罩、卫生材料",
                                "防护物资企业摸排表",
                                LocalDate.of(2026, 10, 12)),
                        clock.instant())
                .id();
    }

    /** Where a hold is that a supplier has just placed on stock of their own. */
    private static String blockedStock(SignIn.Visitor supplier) {
        supplier.post(
                "/my/listings/new",
                Map.of(
                        "kind", "MATERIAL",
                        "title", "库存熔喷布",
                        "products", "熔喷布",
                        "declared", "FREE",
                        "quantity", "900",
                        "quantityUnit", "kilogram",
                        "then", "publish"));
        String stock = Objects.requireNonNull(supplier.page("/my/listings").selectFirst("a:contains(库存熔喷布)"))
                .attr("href");
        var hold = supplier.post(
                stock + "/hold", Map.of("key", stock, "quantity", "200", "unit", "kilogram", "reason", "自用"));
        assertThat(hold.statusCode()).as(hold.body()).isEqualTo(200);
        assertThat(hold.uri().getPath()).startsWith("/my/holds/");
        return hold.uri().getPath();
    }

    /** The id of a certificate with a document that a supplier has just entered. */
    private static String shownCertificate(SignIn.Visitor supplier) {
        supplier.upload(
                "/my/certificates/new",
                Map.of(
                        "kind", "REGISTRATION",
                        "number", "鲁械注准20202140999",
                        "issuer", "山东省药品监督管理局",
                        "relation", "OWN",
                        "scope", "医用外科口罩",
                        "standards", "YY 0469-2011、GB 19083",
                        "validFrom", "2023-01-10",
                        "validTo", "2028-01-09"),
                "document",
                "注册证.pdf",
                Papers.aPdf("Registration certificate"));
        String href = link(supplier.page("/my/certificates"), "/my/certificates/", "new");
        return href.substring("/my/certificates/".length());
    }

    /** Where a paper is that was issued. */
    private String aPaper(SignIn.Visitor coordinator) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "ALLOCATION_ORDER");
        fields.put("authority", "省疫情防控指挥部");
        fields.put("document", "防指发〔2026〕12 号");
        fields.put("fromName", "江阴熔喷有限公司");
        fields.put("fromPlace", "江苏江阴");
        fields.put("fromContact", "赵厂长");
        fields.put("fromMobile", "13812345678");
        fields.put("toName", "侯马市人民医院");
        fields.put("toPlace", "山西侯马");
        fields.put("toContact", "李护士长");
        fields.put("toMobile", "13912345678");
        fields.put("item-0", "熔喷布");
        fields.put("quantity-0", "3 吨");
        fields.put("vehicle", "晋A12345");
        fields.put("driver", "王堃");
        fields.put("driverMobile", "13700001111");
        fields.put("leaves", today.plusDays(1).toString());
        fields.put("validUntil", today.plusDays(10).toString());
        return coordinator.post("/papers/new", fields).uri().getPath().replace("/sheet", "");
    }

    /** Where a challenge is that was published, with a claim that misses its limit. */
    private String aChallenge(SignIn.Visitor coordinator, SignIn.Visitor supplier) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "口罩级熔喷布 20 吨");
        fields.put("titleEn", "20 t of meltblown fabric for masks");
        fields.put("item", "熔喷布");
        fields.put("specification", "口罩级，幅宽 175 mm，卷径不超过 600 mm，真空包装。");
        fields.put("limits", "过滤效率 ≥ 95 %\n克重 ≤ 25 g/m²");
        fields.put("amount", "20 吨");
        fields.put("place", "山西侯马");
        fields.put("closesAt", today.plusDays(10) + "T18:00");
        fields.put("neededBy", today.plusDays(14).toString());
        fields.put("unlocks", "每吨可做 100 万只口罩");
        fields.put("unlocksEn", "each tonne makes 1.0 M masks");
        fields.put("papers", "TEST_REPORT");
        String challenge = coordinator.post("/challenges/new", fields).uri().getPath();
        coordinator.post(challenge + "/publish", Map.of());
        supplier.upload(
                challenge + "/claim",
                Map.of(
                        "amount", "12 吨",
                        "price", "30000",
                        "delivery", "DELIVERED",
                        "readyBy", today.plusDays(9).toString(),
                        "way", "CONVERTED_LINE",
                        "figure-0", "94",
                        "figure-1", "25",
                        "certificates", "没有这个号",
                        "notes", "两条线，先发三吨。"));
        return challenge;
    }

    /** Where the office sees what it asked of a supplier. */
    private String anAsk(String emergency) {
        SignIn.Visitor office = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        String listing = Traders.publishStock(SignIn.as("supplier-wang"), "口罩库存" + Traders.aWord(), 5000);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        return Jsoup.parse(office.post(
                                emergency + "/asks/one",
                                Map.of(
                                        "listing", listing,
                                        "amount", "2000",
                                        "neededBy", today.plusDays(3).toString(),
                                        "place", "420000",
                                        "basis", "MARKET_PURCHASE"))
                        .body())
                .select("a[href*=/asks/][aria-label]")
                .attr("href");
    }

    /** What the supplier sent of what it was asked for, after it said yes. */
    private String aConsignment(String ask) {
        String id = ask.substring(ask.lastIndexOf('/') + 1);
        SignIn.Visitor supplier = SignIn.as("supplier-wang");
        supplier.post("/my/inbox/" + id, Map.of("answer", "YES"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        String path = supplier.post(
                        "/my/consignments/legs/" + id,
                        Map.of(
                                "amount", "500",
                                "vehicle", "晋A12345",
                                "driver", "王堃",
                                "driverMobile", "13700001111",
                                "from", "江苏江阴",
                                "departure", today.plusDays(1) + "T08:00",
                                "arrival", today.plusDays(2) + "T18:00"))
                .uri()
                .getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Where an emergency is that was declared and published, with needs of which some are doubtful. */
    private static String anEmergency(SignIn.Visitor coordinator) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", "湖北医用物资保障",
                "kind", "EPIDEMIC",
                "areas", "湖北、山西侯马",
                "authority", "湖北省疫情防控指挥部",
                "document", "鄂防指发〔2026〕12 号",
                "lead", "陈统筹",
                "leadMobile", "13812345678",
                "deputy-0", "周替班",
                "deputyMobile-0", "027-87654321"));
        fields.putAll(Map.of(
                "answerHours", "4",
                "remindMinutes", "60",
                "allocateHours", "48",
                "firstPieceHours", "144",
                "releaseHours", "480"));
        String emergency =
                coordinator.post("/emergencies/new", fields).uri().getPath().replace("/board", "");
        coordinator.post(emergency + "/publish", Map.of());
        coordinator.post(emergency + "/needs/paste", Map.of("text", """
            武汉市第一医院急需：医用外科口罩2万只，防护服 500 套，护目镜
            武汉市第一医院急需：防护服 800 套
            咸宁市中心医院：医用外科口罩 30箱，防护面罩 100000000000000个
            """));
        return emergency;
    }

    /** Where a list is that a liaison has just uploaded. */
    private static String uploadedList() {
        try (BrowserContext window = Browser.open(Look.desktop().inEnglish())) {
            Page page = window.newPage();
            SignIn.into(page, "liaison-zhao");
            page.navigate(SignIn.applicationUrl() + "/my/import");
            String list = "省,市,厂商名称,规格,日产能\n山东,潍坊市,潍坊青禾防护用品有限公司,医用口罩,50000\n";
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            page.getByLabel("Who published the list").fill("Department of industry");
            page.getByLabel("Day of the list").fill("2020-01-29");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload and look at the columns"))
                    .click();
            page.waitForURL(url -> url.matches(".*/my/import/[0-9a-f-]{36}.*"));
            return URI.create(page.url()).getPath();
        }
    }

    private void visit(String route, String name, String who, String path) {
        visits.put(route, new Visit(name, who, path));
    }

    private static String token(Document invitation) {
        String text = Objects.requireNonNull(invitation.selectFirst("main")).html();
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+").matcher(text);
        assertThat(link.find()).as("a join link on the page").isTrue();
        return link.group();
    }

    private static String link(Document page, String prefix, String... butNot) {
        String found = firstLink(page, prefix, butNot);
        assertThat(found).as("a link to " + prefix + " on " + page.location()).isNotNull();
        return found;
    }

    private static @Nullable String firstLink(Document page, String prefix, String... butNot) {
        return page.select("main a[href^=" + prefix + "]").stream()
                .map(Element::attributes)
                .map(attributes -> attributes.get("href"))
                .filter(href -> Set.of(butNot).stream().noneMatch(word -> href.startsWith(prefix + word)))
                .filter(href -> href.length() > prefix.length())
                .findFirst()
                .orElse(null);
    }
}
