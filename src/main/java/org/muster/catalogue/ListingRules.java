package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** The rules a draft must keep, each by its name and its one sentence; all of them speak at once. */
final class ListingRules {

    /** One rule: what is wrong with a draft on a day, nothing when it is kept. */
    record Rule(String name, BiFunction<ListingDraft, LocalDate, List<Refusal>> check) {}

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int LONGEST_NOTE = 400;
    private static final int MOST_ROWS = 40;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);
    private static final int LONGEST_STOCK_DAYS = 3650;
    private static final int LONGEST_CHANGEOVER_MINUTES = 60 * 24 * 90;
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
    private static final int MOST_DAYS = 3650;
    private static final int HOURS_OF_A_YEAR = 24 * 365;
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int LONGEST_TERM_DAYS = 36_500;
    private static final BigDecimal ABSOLUTE_ZERO = BigDecimal.valueOf(-273);
    private static final BigDecimal HOTTEST = BigDecimal.valueOf(999);
    private static final Set<ListingKind> STOCKED =
            EnumSet.of(ListingKind.MATERIAL, ListingKind.FINISHED_STOCK, ListingKind.EQUIPMENT);

    static final List<Rule> IN_FORCE = List.of(
            new Rule("a title says in 2 to 160 characters what it is", (draft, today) -> {
                int length = draft.title().strip().length();
                if (length == 0) {
                    return List.of(Refusal.at("title", "catalogue.title_missing"));
                }
                return length < 2 || length > LONGEST_TITLE
                        ? List.of(Refusal.at("title", "catalogue.title_length", length))
                        : List.of();
            }),
            new Rule(
                    "the English title is as short",
                    (draft, today) -> tooLong("titleEn", draft.titleEn(), LONGEST_TITLE)),
            new Rule(
                    "descriptions fit on a page",
                    (draft, today) -> Stream.concat(
                                    tooLong("description", draft.description(), LONGEST_DESCRIPTION).stream(),
                                    tooLong("descriptionEn", draft.descriptionEn(), LONGEST_DESCRIPTION).stream())
                            .toList()),
            new Rule(
                    "what is missing fits in a note",
                    (draft, today) -> tooLong("missing", draft.missing(), LONGEST_NOTE)),
            new Rule("operations are named and not too many", (draft, today) -> {
                List<Refusal> wrong =
                        new ArrayList<>(tooMany("operations", draft.operations().size()));
                for (int i = 0; i < draft.operations().size(); i++) {
                    Operation operation = draft.operations().get(i);
                    String field = "operations." + i + ".name";
                    if (operation.name().isBlank()) {
                        wrong.add(Refusal.at(field, "catalogue.operation_name_missing"));
                    }
                    wrong.addAll(tooLong(field, operation.name(), LONGEST_NAME));
                    Rate rate = operation.rate();
                    if (rate != null) {
                        wrong.addAll(amount("operations." + i + ".rate", rate.quantity()));
                    }
                }
                return wrong;
            }),
            new Rule(
                    "products are named and not too many",
                    (draft, today) -> Stream.of(
                                    tooMany("products", draft.products().size()),
                                    draft.products().stream()
                                            .flatMap(name -> tooLong("products", name, LONGEST_NAME).stream())
                                            .toList(),
                                    tooMany(
                                            "convertibleProducts",
                                            draft.convertibleProducts().size()),
                                    draft.convertibleProducts().stream()
                                            .flatMap(
                                                    name -> tooLong("convertibleProducts", name, LONGEST_NAME).stream())
                                            .toList())
                            .flatMap(List::stream)
                            .toList()),
            new Rule("each line of the specification has a name and a value", (draft, today) -> {
                List<Refusal> wrong = new ArrayList<>(
                        tooMany("specification", draft.specification().size()));
                for (int i = 0; i < draft.specification().size(); i++) {
                    SpecificationValue value = draft.specification().get(i);
                    if (value.key().isBlank()) {
                        wrong.add(Refusal.at("specification." + i + ".key", "catalogue.specification_key_missing"));
                    }
                    if (value.written().isBlank()) {
                        wrong.add(Refusal.at("specification." + i + ".value", "catalogue.specification_value_missing"));
                    }
                    wrong.addAll(tooLong("specification." + i + ".key", value.key(), LONGEST_NAME));
                    wrong.addAll(tooLong("specification." + i + ".value", value.written(), LONGEST_NOTE));
                }
                return wrong;
            }),
            new Rule(
                    "a quantity is above zero, believable and exact",
                    (draft, today) -> amount("quantity", draft.quantity())),
            new Rule("nobody makes or stocks time", (draft, today) -> {
                Quantity quantity = draft.quantity();
                return quantity != null && quantity.unit().dimension().equals(Dimension.TIME)
                        ? List.of(Refusal.at("quantity", "catalogue.quantity_is_time"))
                        : List.of();
            }),
            new Rule(
                    "a minimum order and its multiple count in the same kind of unit as the quantity",
                    (draft, today) -> Stream.concat(
                                    ordered("minimumOrder", draft.minimumOrder(), draft.quantity()).stream(),
                                    ordered("orderMultiple", draft.orderMultiple(), draft.quantity()).stream())
                            .toList()),
            new Rule("nobody must order more than there is", (draft, today) -> {
                Quantity least = draft.minimumOrder();
                Quantity quantity = draft.quantity();
                return STOCKED.contains(draft.kind())
                                && least != null
                                && quantity != null
                                && least.unit()
                                        .dimension()
                                        .equals(quantity.unit().dimension())
                                && least.inBase().compareTo(quantity.inBase()) > 0
                        ? List.of(Refusal.at("minimumOrder", "catalogue.minimum_above_quantity"))
                        : List.of();
            }),
            new Rule("a line works more than no hours and at most all of a day", (draft, today) -> {
                BigDecimal hours = draft.hoursPerDay();
                return hours != null
                                && (hours.signum() <= 0 || hours.compareTo(HOURS_OF_A_DAY) > 0 || hours.scale() > 2)
                        ? List.of(Refusal.at("hoursPerDay", "catalogue.hours_per_day"))
                        : List.of();
            }),
            new Rule("a changeover takes between no time and ninety days", (draft, today) -> {
                Integer minutes = draft.changeoverMinutes();
                return minutes != null && (minutes < 0 || minutes > LONGEST_CHANGEOVER_MINUTES)
                        ? List.of(Refusal.at("changeover", "catalogue.changeover"))
                        : List.of();
            }),
            new Rule("material on hand lasts between no and 3,650 days", (draft, today) -> {
                Integer days = draft.materialDays();
                return days != null && (days < 0 || days > LONGEST_STOCK_DAYS)
                        ? List.of(Refusal.at("materialDays", "catalogue.material_days"))
                        : List.of();
            }),
            new Rule(
                    "who processes the customer's material does not bring it",
                    (draft, today) ->
                            draft.supplyMode() == SupplyMode.PROCESSING && Boolean.TRUE.equals(draft.materialIncluded())
                                    ? List.of(Refusal.at("materialIncluded", "catalogue.processing_with_material"))
                                    : List.of()),
            new Rule(
                    "all-in means material and crew",
                    (draft, today) ->
                            draft.supplyMode() == SupplyMode.ALL_IN && Boolean.FALSE.equals(draft.materialIncluded())
                                    ? List.of(Refusal.at("materialIncluded", "catalogue.all_in_without_material"))
                                    : List.of()),
            new Rule(
                    "a material is not for hire",
                    (draft, today) ->
                            draft.kind() == ListingKind.MATERIAL && draft.supplyMode() == SupplyMode.LINE_FOR_HIRE
                                    ? List.of(Refusal.at("supplyMode", "catalogue.material_for_hire"))
                                    : List.of()),
            new Rule(
                    "finished stock is in stock",
                    (draft, today) -> draft.kind() == ListingKind.FINISHED_STOCK
                                    && draft.supplyMode() != SupplyMode.FINISHED_STOCK
                                    && draft.supplyMode() != SupplyMode.UNSAID
                            ? List.of(Refusal.at("supplyMode", "catalogue.stock_made"))
                            : List.of()),
            new Rule(
                    "nobody keeps a service in stock",
                    (draft, today) ->
                            draft.kind() == ListingKind.SERVICE && draft.supplyMode() == SupplyMode.FINISHED_STOCK
                                    ? List.of(Refusal.at("supplyMode", "catalogue.service_in_stock"))
                                    : List.of()),
            new Rule("what a kind says of itself is possible", ListingRules::particulars),
            new Rule("a ready date lies ahead", (draft, today) -> {
                LocalDate ready = draft.readyDate();
                return ready != null && ready.isBefore(today)
                        ? List.of(Refusal.at("readyDate", "catalogue.ready_date_past", ready.toString()))
                        : List.of();
            }),
            new Rule("a fixed charge is not negative", (draft, today) -> {
                var charge = draft.fixedCharge();
                return charge != null && charge.minor() < 0
                        ? List.of(Refusal.at("fixedCharge", "catalogue.fixed_charge_negative"))
                        : List.of();
            }),
            new Rule("a price is still valid and for an exact amount", (draft, today) -> {
                var price = draft.price();
                if (price == null) {
                    return List.of();
                }
                List<Refusal> wrong = new ArrayList<>(amount("pricePer", price.per()));
                price.basis()
                        .validUntil()
                        .filter(until -> until.isBefore(today))
                        .ifPresent(until ->
                                wrong.add(Refusal.at("priceValidUntil", "catalogue.price_expired", until.toString())));
                price.basis()
                        .taxRate()
                        .filter(rate -> rate.stripTrailingZeros().scale() > 4)
                        .ifPresent(rate -> wrong.add(Refusal.at("priceTaxRate", "catalogue.tax_rate_decimals")));
                return wrong;
            }));

    /** What must be said before others may find it: a line without a product or an operation is found by nobody. */
    static final List<Rule> TO_PUBLISH = List.of(new Rule(
            "a published listing says what it makes or is",
            (draft, today) -> draft.products().isEmpty() && draft.operations().isEmpty()
                    ? List.of(Refusal.at(
                            "products",
                            switch (draft.kind()) {
                                case PRODUCTION_LINE -> "catalogue.products_missing";
                                case EQUIPMENT -> "catalogue.machine_missing";
                                case MATERIAL -> "catalogue.material_class_missing";
                                case FINISHED_STOCK -> "catalogue.goods_missing";
                                case SERVICE -> "catalogue.service_missing";
                            }))
                    : List.of()));

    private ListingRules() {}

    static List<Refusal> broken(List<Rule> rules, ListingDraft draft, LocalDate today) {
        return rules.stream()
                .flatMap(rule -> rule.check().apply(draft, today).stream())
                .toList();
    }

    private static List<Refusal> particulars(ListingDraft draft, LocalDate today) {
        List<Refusal> wrong = new ArrayList<>();
        Particulars said = draft.particulars();
        if (said instanceof Particulars.Line line) {
            wrong.addAll(tooMany("handles", line.handles().size()));
            line.handles().forEach(name -> wrong.addAll(tooLong("handles", name, LONGEST_NAME)));
        } else if (said instanceof Particulars.Machine machine) {
            wrong.addAll(between("leadDays", machine.leadDays(), 0, MOST_DAYS, "catalogue.days_range"));
            wrong.addAll(between("installationDays", machine.installationDays(), 0, MOST_DAYS, "catalogue.days_range"));
        } else if (said instanceof Particulars.Stock stock) {
            wrong.addAll(tooLong("batch", stock.batch(), LONGEST_NAME));
            LocalDate best = stock.bestBefore();
            if (best != null && best.isBefore(today)) {
                wrong.add(Refusal.at("bestBefore", "catalogue.best_before_past", best.toString()));
            }
        } else if (said instanceof Particulars.Sterilisation sterilisation) {
            wrong.addAll(between(
                    "cycle", sterilisation.cycleMinutes(), 1, LONGEST_CHANGEOVER_MINUTES, "catalogue.duration_range"));
            wrong.addAll(between(
                    "aeration",
                    sterilisation.aerationMinutes(),
                    0,
                    LONGEST_CHANGEOVER_MINUTES,
                    "catalogue.duration_range"));
            wrong.addAll(measured("chamber", sterilisation.chamber(), Dimension.VOLUME, "catalogue.not_a_volume"));
        } else if (said instanceof Particulars.Testing testing) {
            wrong.addAll(
                    between("turnaround", testing.turnaroundHours(), 1, HOURS_OF_A_YEAR, "catalogue.turnaround_range"));
        } else if (said instanceof Particulars.Transport transport) {
            wrong.addAll(transport(transport));
        } else if (said instanceof Particulars.Crew crew) {
            wrong.addAll(between("headcount", crew.headcount(), 1, MOST_PEOPLE, "catalogue.headcount_range"));
        } else if (said instanceof Particulars.Finance finance) {
            var limit = finance.limit();
            BigDecimal rate = finance.yearlyRate();
            if (limit != null && limit.minor() <= 0) {
                wrong.add(Refusal.at("limit", "catalogue.amount_not_positive"));
            }
            if (rate != null
                    && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0 || rate.scale() > MOST_DECIMALS)) {
                wrong.add(Refusal.at("yearlyRate", "catalogue.yearly_rate_range"));
            }
            wrong.addAll(between("termDays", finance.termDays(), 1, LONGEST_TERM_DAYS, "catalogue.term_range"));
        } else if (said instanceof Particulars.KnowHow knowHow) {
            wrong.addAll(tooLong("handedOver", knowHow.handedOver(), LONGEST_NOTE));
            wrong.addAll(between("termDays", knowHow.termDays(), 1, LONGEST_TERM_DAYS, "catalogue.term_range"));
        }
        return wrong;
    }

    private static List<Refusal> transport(Particulars.Transport said) {
        List<Refusal> wrong = new ArrayList<>(tooLong("vehicle", said.vehicle(), LONGEST_NAME));
        wrong.addAll(measured("payload", said.payload(), Dimension.MASS, "catalogue.not_a_mass"));
        wrong.addAll(measured("cargo", said.cargo(), Dimension.VOLUME, "catalogue.not_a_volume"));
        BigDecimal coldest = said.coldest();
        BigDecimal warmest = said.warmest();
        if (coldest == null || warmest == null) {
            if (coldest != null || warmest != null) {
                wrong.add(Refusal.at(coldest == null ? "coldest" : "warmest", "catalogue.temperature_half"));
            }
            return wrong;
        }
        if (coldest.compareTo(warmest) > 0) {
            wrong.add(Refusal.at("warmest", "catalogue.temperature_order"));
        }
        if (coldest.compareTo(ABSOLUTE_ZERO) < 0
                || warmest.compareTo(HOTTEST) > 0
                || coldest.scale() > 1
                || warmest.scale() > 1) {
            wrong.add(Refusal.at("coldest", "catalogue.temperature_range"));
        }
        return wrong;
    }

    private static List<Refusal> between(String field, @Nullable Integer value, int least, int most, String sentence) {
        return value != null && (value < least || value > most)
                ? List.of(Refusal.at(field, sentence, least, most))
                : List.of();
    }

    private static List<Refusal> measured(
            String field, @Nullable Quantity quantity, Dimension dimension, String sentence) {
        if (quantity != null && !quantity.unit().dimension().equals(dimension)) {
            return List.of(Refusal.at(field, sentence));
        }
        return amount(field, quantity);
    }

    private static List<Refusal> tooLong(String field, @Nullable String text, int most) {
        return text != null && text.length() > most
                ? List.of(Refusal.at(field, "catalogue.too_long", text.length(), most))
                : List.of();
    }

    private static List<Refusal> tooMany(String field, int count) {
        return count > MOST_ROWS ? List.of(Refusal.at(field, "catalogue.too_many_rows", count, MOST_ROWS)) : List.of();
    }

    private static List<Refusal> amount(String field, @Nullable Quantity quantity) {
        if (quantity == null) {
            return List.of();
        }
        if (quantity.amount().signum() <= 0) {
            return List.of(Refusal.at(field, "catalogue.amount_not_positive"));
        }
        if (quantity.amount().compareTo(TOO_MUCH) >= 0) {
            return List.of(Refusal.at(field, "catalogue.amount_unbelievable"));
        }
        return quantity.amount().scale() > MOST_DECIMALS
                ? List.of(Refusal.at(field, "catalogue.amount_decimals", MOST_DECIMALS))
                : List.of();
    }

    private static List<Refusal> ordered(String field, @Nullable Quantity order, @Nullable Quantity quantity) {
        List<Refusal> wrong = new ArrayList<>(amount(field, order));
        if (order != null
                && quantity != null
                && !order.unit().dimension().equals(quantity.unit().dimension())) {
            wrong.add(Refusal.at(field, "catalogue.order_in_other_dimension"));
        }
        return wrong;
    }
}
