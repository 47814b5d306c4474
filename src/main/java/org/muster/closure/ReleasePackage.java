package org.muster.closure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.allocation.LegalBasis;
import org.muster.ask.AskState;
import org.muster.emergency.EmergencyView;
import org.muster.shared.Money;
import org.muster.shared.Quantity;

/**
 * A closed emergency as a release package of the Open Contracting Data Standard, version 1.1.5: one planning process, and one contracting process for
 * each legal basis under which something was to be contracted. Whoever lends from a reserve or donates contracts nothing and stands in the report only.
 *
 * <p>Of a listing that not everybody may read it says how much of something was had, never of whom, what it was called, or at what price. It
 * has no person and no telephone at all.
 */
final class ReleasePackage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Under these somebody is paid. */
    private static final List<LegalBasis> CONTRACTED =
            List.of(LegalBasis.MARKET_PURCHASE, LegalBasis.ALLOCATION, LegalBasis.REQUISITION);

    private static final Set<AskState> REFUSED = Set.of(AskState.DECLINED, AskState.EXPIRED);

    private static final String WITHHELD = "应供方要求不公开 / Withheld at the supplier’s wish";

    private final ClosingReport report;
    private final EmergencyView emergency;
    private final String prefix;
    private final String closed;

    private ReleasePackage(ClosingReport report, String prefix) {
        this.report = report;
        this.emergency = report.emergency();
        this.prefix = prefix;
        this.closed = moment(report.asOf());
    }

    /**
     * @param prefix of the publisher's identifiers
     * @param address where this package is
     */
    static JsonNode of(ClosingReport report, String prefix, String address) {
        return new ReleasePackage(report, prefix).whole(address);
    }

    private ObjectNode whole(String address) {
        ObjectNode whole = object();
        whole.put("uri", address);
        whole.put("version", "1.1");
        whole.put("publishedDate", closed);
        whole.putObject("publisher").put("name", emergency.authority());
        ArrayNode releases = whole.putArray("releases");
        releases.add(planning());
        for (LegalBasis basis : CONTRACTED) {
            List<ClosingReport.Given> under =
                    report.given().stream().filter(one -> one.basis() == basis).toList();
            if (!under.isEmpty()) {
                releases.add(contracting(basis, under));
            }
        }
        return whole;
    }

    // ── Planning ────────────────────────────────────────────────────────────────

    private ObjectNode planning() {
        ObjectNode release = release("planning");
        release.putArray("tag").add("planning");
        release.putArray("parties").add(buyer());
        release.set("buyer", reference(buyerId(), emergency.authority()));
        release.putObject("planning").put("rationale", emergency.name() + " · " + emergency.document());
        return release;
    }

    // ── Contracting ─────────────────────────────────────────────────────────────

    private ObjectNode contracting(LegalBasis basis, List<ClosingReport.Given> under) {
        List<ClosingReport.Given> standing =
                under.stream().filter(ClosingReport.Given::stands).toList();
        ObjectNode release = release(slug(basis));
        ArrayNode tags = release.putArray("tag").add("tender");
        ArrayNode parties = release.putArray("parties").add(buyer());
        release.set("buyer", reference(buyerId(), emergency.authority()));
        release.set("tender", tender(basis, under, standing));
        if (standing.isEmpty()) {
            return release;
        }
        tags.add("award").add("contract");
        ArrayNode awards = release.putArray("awards");
        ArrayNode contracts = release.putArray("contracts");
        Set<String> named = new LinkedHashSet<>();
        for (int i = 0; i < standing.size(); i++) {
            ClosingReport.Given one = standing.get(i);
            ObjectNode supplier = supplier(one, i + 1);
            if (named.add(supplier.get("id").textValue())) {
                ObjectNode party = supplier.deepCopy();
                party.putArray("roles").add("supplier");
                parties.add(party);
            }
            String award = ocid(slug(basis)) + "-award-" + (i + 1);
            awards.add(award(award, one, supplier));
            contracts.add(contract(award, one));
        }
        return release;
    }

    private ObjectNode tender(LegalBasis basis, List<ClosingReport.Given> under, List<ClosingReport.Given> standing) {
        ObjectNode tender = object();
        tender.put("id", ocid(slug(basis)) + "-tender");
        tender.put("title", emergency.name());
        tender.put("status", standing.isEmpty() ? "unsuccessful" : "complete");
        tender.put("procurementMethod", "direct");
        tender.put("procurementMethodDetails", words(basis));
        tender.put("procurementMethodRationale", emergency.authority() + " · " + emergency.document());
        tender.put("mainProcurementCategory", "goods");
        tender.set("items", items(under));
        tender.put("numberOfTenderers", suppliers(under));
        Instant first = under.stream()
                .map(ClosingReport.Given::askedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        tender.putObject("tenderPeriod").put("startDate", moment(first)).put("endDate", closed);
        return tender;
    }

    /** Those who gave an answer one can count on. */
    private static long suppliers(List<ClosingReport.Given> under) {
        return under.stream()
                .filter(one ->
                        !REFUSED.contains(one.state()) && one.promisedAt().isPresent())
                .map(ClosingReport.Given::supplier)
                .distinct()
                .count();
    }

    private ObjectNode award(String id, ClosingReport.Given one, ObjectNode supplier) {
        ObjectNode award = object();
        award.put("id", id);
        award.put("status", "active");
        award.put("date", promised(one));
        award.putArray("suppliers").add(supplier);
        value(one).ifPresent(value -> award.set("value", value));
        award.set("items", items(List.of(one)));
        return award;
    }

    private ObjectNode contract(String award, ClosingReport.Given one) {
        ObjectNode contract = object();
        contract.put("id", award + "-contract");
        contract.put("awardID", award);
        contract.put("status", one.delivered() ? "terminated" : "active");
        contract.put("dateSigned", promised(one));
        value(one).ifPresent(value -> contract.set("value", value));
        contract.set("items", items(List.of(one)));
        return contract;
    }

    private String promised(ClosingReport.Given one) {
        return one.promisedAt().map(ReleasePackage::moment).orElse(closed);
    }

    private static Optional<ObjectNode> value(ClosingReport.Given one) {
        return one.open() ? one.value().map(ReleasePackage::money) : Optional.empty();
    }

    private static ObjectNode money(Money money) {
        return object().put("amount", money.major())
                .put("currency", money.currency().getCurrencyCode());
    }

    private static ArrayNode items(List<ClosingReport.Given> all) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < all.size(); i++) {
            ClosingReport.Given one = all.get(i);
            ObjectNode item = items.addObject();
            item.put("id", Integer.toString(i + 1));
            item.put(
                    "description",
                    one.open() ? one.thing().zh() + " / " + one.thing().en() : WITHHELD);
            one.quantity().ifPresent(quantity -> counted(item, quantity));
        }
        return items;
    }

    private static void counted(ObjectNode item, Quantity quantity) {
        item.put("quantity", quantity.amount());
        ObjectNode unit = item.putObject("unit");
        if (!quantity.unit().rec20().isEmpty()) {
            unit.put("scheme", "UNCEFACT").put("id", quantity.unit().rec20());
        }
        unit.put("name", quantity.unit().nameEn());
    }

    // ── Parties ─────────────────────────────────────────────────────────────────

    private ObjectNode buyer() {
        ObjectNode buyer = reference(buyerId(), emergency.authority());
        buyer.putArray("roles").add("buyer").add("procuringEntity");
        return buyer;
    }

    private String buyerId() {
        return "office-" + emergency.id();
    }

    private static ObjectNode supplier(ClosingReport.Given one, int number) {
        return one.open()
                ? reference("organisation-" + one.supplier(), one.supplierName())
                : reference("withheld-" + number, WITHHELD);
    }

    private static ObjectNode reference(String id, String name) {
        return object().put("id", id).put("name", name);
    }

    // ── Inside ──────────────────────────────────────────────────────────────────

    private ObjectNode release(String process) {
        ObjectNode release = object();
        release.put("ocid", ocid(process));
        release.put("id", ocid(process) + "-" + report.asOf().getEpochSecond());
        release.put("date", closed);
        release.put("initiationType", "tender");
        release.put("language", "zh");
        return release;
    }

    private String ocid(String process) {
        return prefix + "-" + emergency.id() + "-" + process;
    }

    private static String slug(LegalBasis basis) {
        return switch (basis) {
            case MARKET_PURCHASE -> "purchase";
            case ALLOCATION -> "allocation";
            case REQUISITION -> "requisition";
            case RESERVE -> "reserve";
            case DONATION -> "donation";
        };
    }

    private static String words(LegalBasis basis) {
        return switch (basis) {
            case MARKET_PURCHASE -> "市场采购 / Market purchase";
            case ALLOCATION -> "政府调拨 / Allocation by an authority";
            case REQUISITION -> "依法征用 / Requisition";
            case RESERVE -> "动用储备 / From a public reserve";
            case DONATION -> "捐赠 / Donation";
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** With the zone, as the standard has it. */
    private static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
    }
}
