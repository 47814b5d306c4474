package org.muster.catalogue.web;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ChatReading;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Rate;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.SiteId;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/** The form of a listing as somebody filled it in: every letter kept, read into a draft with a reason for each field that cannot be read. */
public final class ListingForm {

    /** What was read: the parts that could be, and why others could not. */
    record Reading(
            ListingDraft draft,
            @Nullable LocalDate freeFrom,
            @Nullable LocalDate freeUntil,
            List<Refusal> refusals) {}

    /** One row of the operations, by its place in the form. */
    public record OperationRow(int index, String name, String rate, String unit, String per) {}

    /** One row of the specification. */
    public record SpecificationRow(int index, String key, String value, String unit) {}

    private static final int SPARE_ROWS = 2;
    private static final int MOST_ROWS = 60;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final Pattern INDEXED = Pattern.compile("(operations|specification)\\.(\\d{1,2})\\.\\w+");
    private static final Pattern NUMBER_AND_REST =
            Pattern.compile("\\s*(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)\\s*(.*)", Pattern.DOTALL);

    private final MultivaluedMap<String, String> fields;

    ListingForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** The form as it shows a draft. */
    static ListingForm of(ListingDraft draft) {
        ListingForm form = new ListingForm(new MultivaluedHashMap<>());
        form.put("kind", draft.kind().name());
        form.put("template", draft.template());
        form.put("site", draft.site());
        form.put("confidentiality", draft.confidentiality().name());
        form.put("title", draft.title());
        form.put("titleEn", draft.titleEn());
        form.put("description", draft.description());
        form.put("descriptionEn", draft.descriptionEn());
        form.put("division", draft.divisionCode());
        form.put("supplyMode", draft.supplyMode().name());
        form.put("crewIncluded", draft.crewIncluded());
        form.put("materialIncluded", draft.materialIncluded());
        form.put("materialDays", draft.materialDays());
        form.put("missing", draft.missing());
        form.put("hoursPerDay", plain(draft.hoursPerDay()));
        form.put("changeover", draft.changeoverMinutes());
        form.put("products", String.join("\n", draft.products()));
        form.put("convertibleProducts", String.join("\n", draft.convertibleProducts()));
        form.put("readyDate", draft.readyDate());
        form.put("declared", draft.declared().name());
        form.putQuantity("quantity", draft.quantity());
        form.putQuantity("minimumOrder", draft.minimumOrder());
        form.putQuantity("orderMultiple", draft.orderMultiple());
        Money charge = draft.fixedCharge();
        form.put("fixedCharge", charge == null ? null : charge.major().toPlainString());
        form.putPrice(draft.price());
        ParticularsForm.show(draft.particulars(), form);
        if (form.isCrew()) {
            form.put("skills", draft.operations().stream().map(Operation::name).collect(Collectors.joining("\n")));
        }
        for (int i = 0; !form.isCrew() && i < draft.operations().size(); i++) {
            Operation operation = draft.operations().get(i);
            String row = "operations." + i + ".";
            form.put(row + "name", operation.name());
            Rate rate = operation.rate();
            if (rate != null) {
                form.put(row + "rate", plain(rate.quantity().amount()));
                form.put(row + "unit", rate.quantity().unit().code());
                form.put(row + "per", rate.per().name());
            }
        }
        for (int i = 0; i < draft.specification().size(); i++) {
            SpecificationValue value = draft.specification().get(i);
            String row = "specification." + i + ".";
            form.put(row + "key", value.key());
            form.put(
                    row + "value",
                    value.amount() == null ? value.text() : (plain(value.amount()) + " " + value.text()).strip());
            form.put(row + "unit", value.unit());
        }
        return form;
    }

    void putQuantity(String field, @Nullable Quantity quantity) {
        put(field, quantity == null ? null : plain(quantity.amount()));
        put(field + "Unit", quantity == null ? null : quantity.unit().code());
    }

    private void putPrice(@Nullable Price price) {
        if (price == null) {
            return;
        }
        put("price", price.money().major().toPlainString());
        put("pricePer", plain(price.per().amount()));
        put("pricePerUnit", price.per().unit().code());
        put("priceTaxIncluded", price.basis().taxIncluded());
        put(
                "priceTaxRate",
                price.basis()
                        .taxRate()
                        .map(rate -> plain(rate.multiply(PERCENT)))
                        .orElse(null));
        put("priceInvoice", price.basis().invoice().name());
        put("priceDelivery", price.basis().delivery().name());
        put("priceValidUntil", price.basis().validUntil().orElse(null));
    }

    /** The form as a chat text fills it in. */
    static ListingForm of(ChatReading reading, Optional<SiteId> site) {
        ListingForm form = of(reading.draft());
        site.ifPresent(id -> form.put("site", id));
        form.put("freeFrom", reading.freeFrom());
        form.put("freeUntil", reading.freeUntil());
        return form;
    }

    void put(String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.putSingle(field, value.toString());
        }
    }

    // ── For the page ────────────────────────────────────────────────────────────

    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    public ListingKind kind() {
        return choice("kind", ListingKind.class).orElse(ListingKind.PRODUCTION_LINE);
    }

    public ServiceType serviceType() {
        return choice("serviceType", ServiceType.class).orElse(ServiceType.OTHER);
    }

    public boolean isLine() {
        return kind() == ListingKind.PRODUCTION_LINE;
    }

    public boolean isMachine() {
        return kind() == ListingKind.EQUIPMENT;
    }

    public boolean isService() {
        return kind() == ListingKind.SERVICE;
    }

    boolean isService(ServiceType type) {
        return isService() && serviceType() == type;
    }

    /** Its skills are its operations, and its heads are its quantity. */
    public boolean isCrew() {
        return isService() && serviceType() == ServiceType.CREW;
    }

    /** What is asked for, not held: it has no quantity that could be given away. */
    public boolean isAdvice() {
        return isService() && (serviceType() == ServiceType.FINANCE || serviceType() == ServiceType.KNOW_HOW);
    }

    /** Whether it is ordered in pieces of what is on hand. */
    public boolean isStocked() {
        return !isLine() && !isService();
    }

    /** Other kinds may have been given operations elsewhere, which an edit must not lose. */
    public boolean hasOperations() {
        return isLine() || isMachine() || !isCrew() && rows("operations") > 0;
    }

    /** As many rows as were sent, and two to go on with. */
    public List<OperationRow> operationRows() {
        return IntStream.range(0, rows("operations") + SPARE_ROWS)
                .mapToObj(index -> {
                    String row = "operations." + index + ".";
                    return new OperationRow(
                            index, value(row + "name"), value(row + "rate"), value(row + "unit"), value(row + "per"));
                })
                .toList();
    }

    public List<SpecificationRow> specificationRows() {
        return IntStream.range(0, rows("specification") + SPARE_ROWS)
                .mapToObj(index -> {
                    String row = "specification." + index + ".";
                    return new SpecificationRow(index, value(row + "key"), value(row + "value"), value(row + "unit"));
                })
                .toList();
    }

    private int rows(String list) {
        return fields.keySet().stream()
                .map(INDEXED::matcher)
                .filter(Matcher::matches)
                .filter(matcher -> matcher.group(1).equals(list))
                .filter(matcher -> !value(matcher.group()).isBlank()
                        && !matcher.group().endsWith(".unit")
                        && !matcher.group().endsWith(".per"))
                .mapToInt(matcher -> Integer.parseInt(matcher.group(2)) + 1)
                .max()
                .stream()
                .map(rows -> Math.min(rows, MOST_ROWS))
                .findFirst()
                .orElse(0);
    }

    // ── Reading ─────────────────────────────────────────────────────────────────

    Reading read() {
        List<Refusal> refusals = new ArrayList<>();
        Price price = price(refusals);
        Quantity quantity = quantity("quantity", "", refusals);
        String usual = value("quantityUnit");
        ListingDraft draft = ListingDraft.of(kind(), value("title").strip())
                .at(site(refusals))
                .confidentiality(
                        choice("confidentiality", Confidentiality.class).orElse(Confidentiality.PUBLIC))
                .titleEn(orNull("titleEn"))
                .description(value("description").strip())
                .descriptionEn(orNull("descriptionEn"))
                .division(orNull("division"))
                .template(orNull("template"))
                .supplyMode(choice("supplyMode", SupplyMode.class).orElse(SupplyMode.UNSAID))
                .crewIncluded(yesNo("crewIncluded"))
                .materialIncluded(yesNo("materialIncluded"))
                .materialDays(whole("materialDays", refusals))
                .missing(value("missing").strip())
                .operations(isCrew() ? skills() : operations(refusals))
                .products(names("products"))
                .convertibleProducts(names("convertibleProducts"))
                .specification(specification())
                .quantity(quantity)
                .hoursPerDay(amount("hoursPerDay", refusals))
                .changeoverMinutes(whole("changeover", refusals))
                .minimumOrder(quantity("minimumOrder", usual, refusals))
                .orderMultiple(quantity("orderMultiple", usual, refusals))
                .readyDate(day("readyDate", refusals))
                .fixedCharge(money("fixedCharge", refusals))
                .price(price)
                .declared(choice("declared", Availability.class).orElse(Availability.UNKNOWN))
                .particulars(ParticularsForm.read(this, refusals))
                .build();
        LocalDate freeFrom = day("freeFrom", refusals);
        LocalDate freeUntil = day("freeUntil", refusals);
        if (freeUntil != null && freeFrom == null) {
            refusals.add(Refusal.at("freeFrom", "catalogue.free_from_missing"));
        } else if (freeFrom != null && freeUntil != null && freeUntil.isBefore(freeFrom)) {
            refusals.add(Refusal.at("freeUntil", "catalogue.window_ends_first"));
        }
        return new Reading(draft, freeFrom, freeUntil, refusals);
    }

    private @Nullable SiteId site(List<Refusal> refusals) {
        if (value("site").isBlank()) {
            return null;
        }
        try {
            return SiteId.of(value("site"));
        } catch (IllegalArgumentException e) {
            refusals.add(Refusal.at("site", "catalogue.site_unknown"));
            return null;
        }
    }

    private List<Operation> skills() {
        return names("skills").stream().map(skill -> new Operation(skill, null)).toList();
    }

    private List<Operation> operations(List<Refusal> refusals) {
        List<Operation> operations = new ArrayList<>();
        for (OperationRow row : operationRows()) {
            if (row.name().isBlank() && row.rate().isBlank()) {
                continue;
            }
            Quantity rate = quantity("operations." + row.index() + ".rate", row.rate(), row.unit(), "", refusals);
            Optional<RatePer> per = choice("operations." + row.index() + ".per", RatePer.class);
            boolean usable = rate != null && rate.amount().signum() > 0;
            if (rate != null && !usable) {
                refusals.add(Refusal.at("operations." + row.index() + ".rate", "catalogue.amount_not_positive"));
            }
            operations.add(new Operation(
                    row.name().strip(), usable && rate != null ? new Rate(rate, per.orElse(RatePer.HOUR)) : null));
        }
        return operations;
    }

    /** 25 克/平方米 is an amount with a unit, BFE95 a text; a number before the unit field is an amount. */
    private List<SpecificationValue> specification() {
        return specificationRows().stream()
                .filter(row -> !row.key().isBlank() || !row.value().isBlank())
                .map(row -> {
                    Matcher matcher = NUMBER_AND_REST.matcher(row.value());
                    boolean amount = matcher.matches()
                            && (matcher.group(2).isBlank() || !row.unit().isBlank());
                    return amount
                            ? new SpecificationValue(
                                    SpecificationNames.keyOf(row.key()),
                                    new BigDecimal(matcher.group(1).replace(",", "")),
                                    row.unit().strip(),
                                    matcher.group(2).strip())
                            : new SpecificationValue(
                                    SpecificationNames.keyOf(row.key()),
                                    null,
                                    "",
                                    (row.value().strip() + " " + row.unit().strip()).strip());
                })
                .toList();
    }

    List<String> names(String field) {
        return Stream.of(value(field).split("[\\n\\r,，、;；]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private @Nullable Price price(List<Refusal> refusals) {
        if (value("price").isBlank()) {
            return null;
        }
        BigDecimal amount = amount("price", refusals);
        Quantity per = value("pricePer").isBlank() && value("pricePerUnit").isBlank()
                ? quantity("pricePer", "1", value("quantityUnit"), "", refusals)
                : quantity(
                        "pricePer",
                        value("pricePer").isBlank() ? "1" : value("pricePer"),
                        value("pricePerUnit"),
                        "",
                        refusals);
        Optional<BigDecimal> taxRate = Optional.empty();
        if (!value("priceTaxRate").isBlank()) {
            BigDecimal percent = amount("priceTaxRate", refusals);
            if (percent != null && (percent.signum() < 0 || percent.compareTo(PERCENT) >= 0)) {
                refusals.add(Refusal.at("priceTaxRate", "catalogue.tax_rate_range"));
            } else if (percent != null) {
                taxRate = Optional.of(percent.movePointLeft(2));
            }
        }
        Optional<LocalDate> validUntil = Optional.ofNullable(day("priceValidUntil", refusals));
        if (amount == null || per == null) {
            return null;
        }
        if (amount.signum() < 0 || per.amount().signum() <= 0) {
            refusals.add(Refusal.at(amount.signum() < 0 ? "price" : "pricePer", "catalogue.amount_not_positive"));
            return null;
        }
        // 0.0085 for one is 85 for ten thousand: money is kept in whole fen.
        Quantity forAmount = per;
        BigDecimal yuan = amount.stripTrailingZeros();
        while (yuan.scale() > 2) {
            yuan = yuan.movePointRight(1);
            forAmount = new Quantity(forAmount.amount().movePointRight(1), forAmount.unit());
        }
        if (yuan.precision() - yuan.scale() > 15) {
            refusals.add(Refusal.at("price", "catalogue.amount_unbelievable"));
            return null;
        }
        return new Price(
                Money.of(yuan, Money.YUAN),
                forAmount,
                new PriceBasis(
                        "true".equals(value("priceTaxIncluded")),
                        taxRate,
                        choice("priceInvoice", PriceBasis.Invoice.class).orElse(PriceBasis.Invoice.UNSAID),
                        choice("priceDelivery", PriceBasis.Delivery.class).orElse(PriceBasis.Delivery.UNSAID),
                        validUntil));
    }

    @Nullable Money money(String field, List<Refusal> refusals) {
        BigDecimal amount = amount(field, refusals);
        if (amount == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            refusals.add(Refusal.at(field, "catalogue.money_decimals"));
            return null;
        }
        if (amount.precision() - amount.scale() > 15) {
            refusals.add(Refusal.at(field, "catalogue.amount_unbelievable"));
            return null;
        }
        return Money.of(amount, Money.YUAN);
    }

    @Nullable Quantity quantity(String field, String usualUnit, List<Refusal> refusals) {
        return quantity(field, value(field), value(field + "Unit"), usualUnit, refusals);
    }

    /** A unit written behind the number goes before the one chosen beside it. */
    private static @Nullable Quantity quantity(
            String field, String written, String chosenUnit, String usualUnit, List<Refusal> refusals) {
        if (written.isBlank()) {
            return null;
        }
        Optional<TradeNumber> number = TradeNumber.parse(written);
        if (number.isEmpty()) {
            refusals.add(Refusal.at(field, "catalogue.number_unreadable", written.strip()));
            return null;
        }
        if (number.get().isRange()) {
            refusals.add(Refusal.at(field, "catalogue.number_range", written.strip()));
            return null;
        }
        Optional<Unit> unit = number.get().unit().or(() -> unit(chosenUnit.isBlank() ? usualUnit : chosenUnit));
        if (unit.isEmpty()) {
            refusals.add(Refusal.at(field, "catalogue.unit_missing"));
            return null;
        }
        return new Quantity(number.get().least(), unit.get());
    }

    @Nullable BigDecimal amount(String field, List<Refusal> refusals) {
        String written = value(field);
        if (written.isBlank()) {
            return null;
        }
        String bare = written.strip().replaceAll("^[¥￥]|(元|%|小时|小時|h)$", "").strip();
        if (bare.startsWith("-")) {
            refusals.add(Refusal.at(field, "catalogue.amount_not_positive"));
            return null;
        }
        Optional<BigDecimal> amount = TradeNumber.parse(bare).flatMap(TradeNumber::exactly);
        if (amount.isEmpty()) {
            refusals.add(Refusal.at(field, "catalogue.number_unreadable", written.strip()));
            return null;
        }
        return amount.get();
    }

    @Nullable Integer whole(String field, List<Refusal> refusals) {
        BigDecimal amount = amount(field, refusals);
        if (amount == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > 0 || amount.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            refusals.add(Refusal.at(field, "catalogue.number_whole"));
            return null;
        }
        return amount.intValue();
    }

    @Nullable LocalDate day(String field, List<Refusal> refusals) {
        if (value(field).isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value(field).strip().replace('/', '-'));
        } catch (DateTimeException e) {
            refusals.add(
                    Refusal.at(field, "catalogue.date_unreadable", value(field).strip()));
            return null;
        }
    }

    public boolean isTrue(String field) {
        return "true".equals(value(field));
    }

    static Optional<BigDecimal> exactNumber(String written) {
        return TradeNumber.parse(written).flatMap(TradeNumber::exactly);
    }

    private @Nullable Boolean yesNo(String field) {
        return switch (value(field)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    @Nullable String orNull(String field) {
        String text = value(field).strip();
        return text.isEmpty() ? null : text;
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value(field)))
                .findFirst();
    }

    private static Optional<Unit> unit(String code) {
        return code.isBlank()
                ? Optional.empty()
                : Unit.all().stream()
                        .filter(unit -> unit.code().equals(code))
                        .findFirst()
                        .or(() -> Unit.written(code));
    }

    static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : strip(amount);
    }

    private static String strip(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
