package org.muster.importexport;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.Rate;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SterilisationMethod;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Money;
import org.muster.shared.Outcome;
import org.muster.shared.Pack;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/**
 * What a listing says, cell by cell, and what cells say of a listing. A cell that reads as it was written of the listing, in either language,
 * leaves it as it is: so a file that was handed out changes nothing when it comes back, whatever its words could also mean.
 */
final class ListingCells {

    static final EnumWords<ListingKind> KINDS = new EnumWords<>(ListingKind.class)
            .say(ListingKind.PRODUCTION_LINE, "产线", "Production line", "生产线", "line", "production line")
            .say(ListingKind.MATERIAL, "材料", "Material", "物料", "原料", "原材料", "物资", "materials")
            .say(ListingKind.EQUIPMENT, "设备", "Equipment", "机器", "machine", "machines")
            .say(ListingKind.FINISHED_STOCK, "现货", "Finished stock", "成品", "库存", "stock", "goods in stock")
            .say(ListingKind.SERVICE, "服务", "Service", "services");

    private static final EnumWords<SupplyMode> MODES = new EnumWords<>(SupplyMode.class)
            .say(SupplyMode.FINISHED_STOCK, "现货", "Finished stock", "库存", "stock")
            .say(SupplyMode.ALL_IN, "包工包料", "All-in")
            .say(SupplyMode.PROCESSING, "来料加工", "Processing", "代加工")
            .say(SupplyMode.LINE_FOR_HIRE, "产线租用", "Line for hire", "租用", "租赁")
            .say(SupplyMode.UNSAID, "没说", "Not said", "未说明");

    static final EnumWords<Availability> AVAILABILITIES = new EnumWords<>(Availability.class)
            .say(Availability.FREE, "空闲", "Free", "是", "有空", "yes")
            .say(Availability.NOT_FREE, "占用", "Not free", "否", "没空", "no")
            .say(Availability.UNKNOWN, "未知", "Unknown");

    private static final EnumWords<Confidentiality> CONFIDENTIALITIES = new EnumWords<>(Confidentiality.class)
            .say(Confidentiality.PUBLIC, "公开", "Public")
            .say(Confidentiality.VERIFIED_BUYERS, "仅已核验买家", "Verified buyers only")
            .say(Confidentiality.ANONYMOUS, "匿名", "Anonymous", "匿名（只显示品类和城市）")
            .say(Confidentiality.COORDINATORS_ONLY, "仅应急协调员", "Coordinators only");

    private static final EnumWords<PriceBasis.Invoice> INVOICES = new EnumWords<>(PriceBasis.Invoice.class)
            .say(PriceBasis.Invoice.SPECIAL_VAT, "专票", "Special VAT invoice", "增值税专用发票")
            .say(PriceBasis.Invoice.ORDINARY, "普票", "Ordinary invoice", "增值税普通发票")
            .say(PriceBasis.Invoice.NONE, "不开票", "No invoice", "无")
            .say(PriceBasis.Invoice.UNSAID, "没说", "Not said");

    private static final EnumWords<PriceBasis.Delivery> DELIVERIES = new EnumWords<>(PriceBasis.Delivery.class)
            .say(PriceBasis.Delivery.EX_WORKS, "出厂", "Ex works", "出厂价", "自提")
            .say(PriceBasis.Delivery.DELIVERED, "到厂", "Delivered", "到厂价", "送货")
            .say(PriceBasis.Delivery.UNSAID, "没说", "Not said");

    private static final EnumWords<RatePer> PERS = new EnumWords<>(RatePer.class)
            .say(RatePer.MINUTE, "分钟", "minute", "分", "min")
            .say(RatePer.HOUR, "小时", "hour", "时", "h")
            .say(RatePer.SHIFT, "班", "shift")
            .say(RatePer.DAY, "天", "day", "日", "d");

    private static final EnumWords<CleanRoom> CLEAN_ROOMS = new EnumWords<>(CleanRoom.class)
            .say(CleanRoom.NONE, "普通车间", "Ordinary hall", "无", "none")
            .say(CleanRoom.CLASS_300000, "三十万级", "Class 300,000", "30万级")
            .say(CleanRoom.CLASS_100000, "十万级", "Class 100,000", "10万级", "十万级（ISO 8）", "ISO 8", "Class 100,000 (ISO 8)")
            .say(
                    CleanRoom.CLASS_10000,
                    "万级",
                    "Class 10,000",
                    "1万级",
                    "一万级",
                    "万级（ISO 7）",
                    "ISO 7",
                    "Class 10,000 (ISO 7)")
            .say(CleanRoom.CLASS_1000, "千级", "Class 1,000", "一千级", "千级（ISO 6）", "ISO 6", "Class 1,000 (ISO 6)")
            .say(CleanRoom.CLASS_100, "百级", "Class 100", "一百级", "百级（ISO 5）", "ISO 5", "Class 100 (ISO 5)");

    /** How a machine may be had; several at once. */
    private enum Offered {
        SALE,
        LEASE,
        ON_SITE
    }

    private static final EnumWords<Offered> OFFERS = new EnumWords<>(Offered.class)
            .say(Offered.SALE, "出售", "For sale", "卖", "sale")
            .say(Offered.LEASE, "出租", "For rent", "租赁", "租", "lease", "rent", "rental")
            .say(Offered.ON_SITE, "可到我厂里使用", "For use where it stands", "到厂使用", "on site");

    private static final EnumWords<ServiceType> SERVICES = new EnumWords<>(ServiceType.class)
            .say(ServiceType.STERILISATION, "灭菌", "Sterilisation", "消毒灭菌", "sterilization")
            .say(ServiceType.TESTING, "检测", "Testing", "检验")
            .say(ServiceType.TRANSPORT, "运输", "Transport", "物流", "transportation", "freight")
            .say(ServiceType.CREW, "班组", "Crew", "人员", "工人")
            .say(ServiceType.FINANCE, "金融", "Finance", "融资", "保险")
            .say(ServiceType.KNOW_HOW, "技术", "Know-how", "工艺")
            .say(ServiceType.OTHER, "其他服务", "Another service", "其他");

    private static final EnumWords<SterilisationMethod> METHODS = new EnumWords<>(SterilisationMethod.class)
            .say(SterilisationMethod.ETHYLENE_OXIDE, "环氧乙烷", "Ethylene oxide", "EO", "EtO", "EOG")
            .say(SterilisationMethod.GAMMA, "伽马辐照", "Gamma irradiation", "辐照", "钴60", "gamma")
            .say(SterilisationMethod.ELECTRON_BEAM, "电子束辐照", "Electron beam", "电子束", "e-beam")
            .say(SterilisationMethod.STEAM, "湿热蒸汽", "Moist heat", "高压蒸汽", "steam")
            .say(SterilisationMethod.PLASMA, "过氧化氢等离子", "Hydrogen peroxide plasma", "等离子", "plasma")
            .say(SterilisationMethod.OTHER, "其他", "Another");

    private static final Pattern SEPARATORS = Pattern.compile("[\\n\\r,，、;；]");
    private static final Pattern LINES = Pattern.compile("[\\n\\r;；]");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(?:\\.\\d{1,6})?");
    private static final Pattern AMOUNT_AND_UNIT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?(\\D.*)");
    private static final Pattern RATE = Pattern.compile("(.+?) *@ *(.+)/([^/]+)");
    private static final Pattern MEASURE = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,6})?) ?([^\\s\\d]\\S*)?(?: (.*))?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?: .*)?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("[2-8]\\d{4}");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DEGREES = Pattern.compile(
            "(-?\\d{1,4}(?:\\.\\d{1,3})?) *(?:°?C)? *(?:~|至|到|to|—|–) *(-?\\d{1,4}(?:\\.\\d{1,3})?) *(?:°?C)?");
    private static final int MOST_MINUTES = 9;
    private static final Set<Column> PARTICULAR = EnumSet.range(Column.HANDLES, Column.HANDED_OVER);

    private ListingCells() {}

    // ── Out ─────────────────────────────────────────────────────────────────────

    /** Every cell of a listing but its number, its state and where it is. */
    static Map<Column, String> write(ListingDraft draft, Locale locale) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.KIND, KINDS.write(draft.kind(), locale));
        cells.put(Column.TITLE, draft.title());
        cells.put(Column.TITLE_EN, text(draft.titleEn()));
        cells.put(Column.DESCRIPTION, draft.description());
        cells.put(Column.DESCRIPTION_EN, text(draft.descriptionEn()));
        cells.put(Column.PRODUCT, String.join("、", draft.products()));
        cells.put(Column.CONVERTIBLE, String.join("、", draft.convertibleProducts()));
        cells.put(
                Column.OPERATIONS,
                draft.operations().stream()
                        .map(operation -> operation(operation, locale))
                        .collect(Collectors.joining("；")));
        cells.put(
                Column.SPECIFICATION,
                draft.specification().stream()
                        .map(value -> value.key() + "：" + value.written())
                        .collect(Collectors.joining("；")));
        cells.put(Column.DIVISION, text(draft.divisionCode()));
        cells.put(Column.SUPPLY_MODE, MODES.write(draft.supplyMode(), locale));
        cells.put(Column.AVAILABILITY, AVAILABILITIES.write(draft.declared(), locale));
        cells.put(Column.CONFIDENTIALITY, CONFIDENTIALITIES.write(draft.confidentiality(), locale));
        Quantity quantity = draft.quantity();
        cells.put(Column.CAPACITY, quantity == null ? "" : plain(quantity.amount()));
        cells.put(Column.UNIT, quantity == null ? "" : unit(quantity.unit(), locale));
        cells.put(Column.HOURS, number(draft.hoursPerDay()));
        cells.put(Column.CHANGEOVER, number(draft.changeoverMinutes()));
        cells.put(Column.CREW, yesOrNo(draft.crewIncluded(), locale));
        cells.put(Column.MATERIAL, yesOrNo(draft.materialIncluded(), locale));
        cells.put(Column.MATERIAL_DAYS, number(draft.materialDays()));
        cells.put(Column.MISSING, draft.missing());
        cells.put(Column.MINIMUM, quantity(draft.minimumOrder(), locale));
        cells.put(Column.MULTIPLE, quantity(draft.orderMultiple(), locale));
        cells.put(Column.READY, day(draft.readyDate()));
        Money charge = draft.fixedCharge();
        cells.put(Column.CHARGE, charge == null ? "" : money(charge));
        writePrice(draft.price(), cells, locale);
        writeParticulars(draft.particulars(), cells, locale);
        return cells;
    }

    private static void writeParticulars(Particulars said, Map<Column, String> cells, Locale locale) {
        PARTICULAR.forEach(column -> cells.put(column, ""));
        if (said instanceof Particulars.Line line) {
            CleanRoom room = line.cleanRoom();
            cells.put(Column.HANDLES, String.join("、", line.handles()));
            cells.put(Column.CLEAN_ROOM, room == null ? "" : CLEAN_ROOMS.write(room, locale));
        } else if (said instanceof Particulars.Machine machine) {
            cells.put(
                    Column.OFFERED,
                    Stream.of(Offered.values())
                            .filter(way -> isOffered(machine, way))
                            .map(way -> OFFERS.write(way, locale))
                            .collect(Collectors.joining("、")));
            cells.put(Column.LEAD_DAYS, number(machine.leadDays()));
            cells.put(Column.INSTALLATION_DAYS, number(machine.installationDays()));
        } else if (said instanceof Particulars.Stock stock) {
            cells.put(Column.BATCH, text(stock.batch()));
            cells.put(Column.BEST_BEFORE, day(stock.bestBefore()));
        } else if (said instanceof Particulars.Service service) {
            cells.put(Column.SERVICE_TYPE, SERVICES.write(service.type(), locale));
            writeService(service, cells, locale);
        }
    }

    private static boolean isOffered(Particulars.Machine machine, Offered way) {
        return switch (way) {
            case SALE -> machine.forSale();
            case LEASE -> machine.forLease();
            case ON_SITE -> machine.onSite();
        };
    }

    private static void writeService(Particulars.Service service, Map<Column, String> cells, Locale locale) {
        if (service instanceof Particulars.Sterilisation sterilisation) {
            SterilisationMethod method = sterilisation.method();
            cells.put(Column.METHOD, method == null ? "" : METHODS.write(method, locale));
            cells.put(Column.CYCLE, number(sterilisation.cycleMinutes()));
            cells.put(Column.AERATION, number(sterilisation.aerationMinutes()));
            cells.put(Column.CHAMBER, quantity(sterilisation.chamber(), locale));
        } else if (service instanceof Particulars.Testing testing) {
            cells.put(Column.TURNAROUND, number(testing.turnaroundHours()));
        } else if (service instanceof Particulars.Transport transport) {
            BigDecimal coldest = transport.coldest();
            BigDecimal warmest = transport.warmest();
            cells.put(Column.VEHICLE, text(transport.vehicle()));
            cells.put(Column.PAYLOAD, quantity(transport.payload(), locale));
            cells.put(Column.CARGO, quantity(transport.cargo(), locale));
            cells.put(
                    Column.TEMPERATURE,
                    coldest == null || warmest == null ? "" : plain(coldest) + " ~ " + plain(warmest));
        } else if (service instanceof Particulars.Crew crew) {
            cells.put(Column.HEADCOUNT, number(crew.headcount()));
        } else if (service instanceof Particulars.Finance finance) {
            Money limit = finance.limit();
            BigDecimal rate = finance.yearlyRate();
            cells.put(Column.LIMIT, limit == null ? "" : money(limit));
            cells.put(Column.YEARLY_RATE, rate == null ? "" : plain(rate.movePointRight(2)) + "%");
            cells.put(Column.TERM, number(finance.termDays()));
        } else if (service instanceof Particulars.KnowHow knowHow) {
            cells.put(Column.HANDED_OVER, text(knowHow.handedOver()));
            cells.put(Column.TERM, number(knowHow.termDays()));
        }
    }

    private static String money(Money money) {
        return money.major().toPlainString() + " " + money.currency().getCurrencyCode();
    }

    private static void writePrice(@Nullable Price price, Map<Column, String> cells, Locale locale) {
        cells.put(Column.PRICE, price == null ? "" : price.money().major().toPlainString());
        cells.put(Column.CURRENCY, price == null ? "" : price.money().currency().getCurrencyCode());
        cells.put(Column.PRICE_PER, price == null ? "" : quantity(price.per(), locale));
        cells.put(Column.TAX, price == null ? "" : yesOrNo(price.basis().taxIncluded(), locale));
        cells.put(
                Column.TAX_RATE,
                price == null
                        ? ""
                        : price.basis()
                                .taxRate()
                                .map(rate -> plain(rate.movePointRight(2)) + "%")
                                .orElse(""));
        cells.put(
                Column.INVOICE,
                price == null ? "" : INVOICES.write(price.basis().invoice(), locale));
        cells.put(
                Column.DELIVERY,
                price == null ? "" : DELIVERIES.write(price.basis().delivery(), locale));
        cells.put(
                Column.PRICE_UNTIL,
                price == null
                        ? ""
                        : price.basis().validUntil().map(LocalDate::toString).orElse(""));
    }

    private static String operation(Operation operation, Locale locale) {
        return operation
                .statedRate()
                .map(rate -> operation.name() + " @ " + quantity(rate.quantity(), locale) + "/"
                        + PERS.write(rate.per(), locale))
                .orElse(operation.name());
    }

    private static String quantity(@Nullable Quantity quantity, Locale locale) {
        return quantity == null ? "" : plain(quantity.amount()) + " " + unit(quantity.unit(), locale);
    }

    /** The name of a unit, or its code where the name is also another's. */
    static String unit(Unit unit, Locale locale) {
        String name = unit.name(locale);
        return Unit.written(name).filter(unit::equals).isPresent() ? name : unit.code();
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : plain(number);
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String yesOrNo(@Nullable Boolean answer, Locale locale) {
        if (answer == null) {
            return "";
        }
        return locale.getLanguage().equals("en") ? (answer ? "yes" : "no") : answer ? "是" : "否";
    }

    // ── In ──────────────────────────────────────────────────────────────────────

    /**
     * What a listing says once it says what these cells do. A blank cell takes away what was said there; a title, or one of a few choices, stays.
     * Refusals name the column.
     */
    static Outcome<ListingDraft> read(ListingDraft before, Map<Column, String> cells) {
        Reading reading = new Reading(before, cells);
        ListingDraft draft = reading.draft();
        return reading.wrong.isEmpty() ? Outcome.accepted(draft) : Outcome.refused(reading.wrong);
    }

    /** The listing that cells without an earlier one speak of, before they are read. */
    static ListingDraft blank(Map<Column, String> cells) {
        String title = cells.getOrDefault(Column.TITLE, "");
        return ListingDraft.of(
                        KINDS.read(cells.getOrDefault(Column.KIND, "")).orElse(ListingKind.PRODUCTION_LINE),
                        title.isBlank() ? cells.getOrDefault(Column.PRODUCT, "") : title)
                .build();
    }

    /** What the cells say there is of it, as far as it can be read. */
    static Optional<Quantity> quantity(Map<Column, String> cells) {
        return quantity(
                cells.getOrDefault(Column.CAPACITY, ""),
                cells.getOrDefault(Column.UNIT, ""),
                cells.getOrDefault(Column.PACK, ""));
    }

    private static Optional<Quantity> quantity(String amount, String unitCell, String packCell) {
        String written = Normalizer.normalize(amount, Normalizer.Form.NFKC).strip();
        Optional<Pack> described = Pack.parse(packCell).or(() -> Pack.parse(unitCell));
        Optional<Unit> own =
                Unit.written(unitCell).or(() -> Pack.parse(unitCell).map(Pack::outer));
        Optional<Quantity> quantity = PLAIN.matcher(written).matches()
                ? own.map(unit -> new Quantity(new BigDecimal(written), unit))
                : TradeNumber.parse(written)
                        .filter(number -> !number.isRange())
                        .flatMap(number -> number.unit().or(() -> own).map(unit -> new Quantity(number.least(), unit)));
        return quantity.map(packs -> described
                .filter(pack -> pack.isCountedIn(packs.unit()))
                .map(pack -> pack.of(packs.amount()))
                .orElse(packs));
    }

    /** Days as people and spreadsheets write them, the serial number of a day too. */
    static Optional<LocalDate> day(String text) {
        Matcher match = DAY.matcher(text.strip());
        try {
            if (match.matches()) {
                int from = match.group(1) == null ? 4 : 1;
                return Optional.of(LocalDate.of(
                        Integer.parseInt(match.group(from)),
                        Integer.parseInt(match.group(from + 1)),
                        Integer.parseInt(match.group(from + 2))));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return SERIAL.matcher(text.strip()).matches()
                ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(text.strip())))
                : Optional.empty();
    }

    /** One row of cells, read on top of a listing. */
    private static final class Reading {

        private final ListingDraft before;
        private final Map<Column, String> cells;
        private final Map<Column, String> zh;
        private final Map<Column, String> en;
        private final List<Refusal> wrong = new ArrayList<>();

        Reading(ListingDraft before, Map<Column, String> cells) {
            this.before = before;
            this.cells = cells;
            this.zh = write(before, Locale.CHINESE);
            this.en = write(before, Locale.ENGLISH);
        }

        ListingDraft draft() {
            String title = cell(Column.TITLE);
            ListingDraft.Builder draft = title.isEmpty() || !says(Column.TITLE)
                    ? before.but()
                    : before.but().title(title);
            if (says(Column.TITLE_EN)) {
                draft.titleEn(orNull(Column.TITLE_EN));
            }
            if (says(Column.DESCRIPTION)) {
                draft.description(cell(Column.DESCRIPTION));
            }
            if (says(Column.DESCRIPTION_EN)) {
                draft.descriptionEn(orNull(Column.DESCRIPTION_EN));
            }
            if (says(Column.PRODUCT)) {
                draft.products(items(Column.PRODUCT, SEPARATORS));
            }
            if (says(Column.CONVERTIBLE)) {
                draft.convertibleProducts(items(Column.CONVERTIBLE, SEPARATORS));
            }
            if (says(Column.OPERATIONS)) {
                draft.operations(items(Column.OPERATIONS, LINES).stream()
                        .map(this::operation)
                        .toList());
            }
            if (says(Column.SPECIFICATION)) {
                draft.specification(items(Column.SPECIFICATION, LINES).stream()
                        .map(this::specification)
                        .toList());
            }
            if (says(Column.DIVISION)) {
                draft.division(division());
            }
            choice(Column.SUPPLY_MODE, MODES).ifPresent(draft::supplyMode);
            choice(Column.AVAILABILITY, AVAILABILITIES).ifPresent(draft::declared);
            choice(Column.CONFIDENTIALITY, CONFIDENTIALITIES).ifPresent(draft::confidentiality);
            choice(Column.KIND, KINDS)
                    .filter(kind -> kind != before.kind())
                    .ifPresent(kind -> wrong.add(Refusal.at(Column.KIND.name(), "importexport.kind_is_settled")));
            if (says(Column.CAPACITY) || says(Column.UNIT)) {
                draft.quantity(amount());
            }
            if (says(Column.HOURS)) {
                draft.hoursPerDay(decimal(Column.HOURS));
            }
            if (says(Column.CHANGEOVER)) {
                draft.changeoverMinutes(whole(Column.CHANGEOVER));
            }
            if (says(Column.CREW)) {
                draft.crewIncluded(yesOrNo(Column.CREW));
            }
            if (says(Column.MATERIAL)) {
                draft.materialIncluded(yesOrNo(Column.MATERIAL));
            }
            if (says(Column.MATERIAL_DAYS)) {
                draft.materialDays(whole(Column.MATERIAL_DAYS));
            }
            if (says(Column.MISSING)) {
                draft.missing(cell(Column.MISSING));
            }
            if (says(Column.MINIMUM)) {
                draft.minimumOrder(quantity(Column.MINIMUM));
            }
            if (says(Column.MULTIPLE)) {
                draft.orderMultiple(quantity(Column.MULTIPLE));
            }
            if (says(Column.READY)) {
                draft.readyDate(date(Column.READY));
            }
            if (says(Column.CHARGE)) {
                draft.fixedCharge(charge());
            }
            if (List.of(
                            Column.PRICE,
                            Column.CURRENCY,
                            Column.PRICE_PER,
                            Column.TAX,
                            Column.TAX_RATE,
                            Column.INVOICE,
                            Column.DELIVERY,
                            Column.PRICE_UNTIL)
                    .stream()
                    .anyMatch(this::says)) {
                draft.price(price());
            }
            if (says(Column.SERVICE_TYPE) || PARTICULAR.stream().anyMatch(this::says)) {
                draft.particulars(particulars());
            }
            return draft.build();
        }

        private Particulars particulars() {
            Particulars said = before.particulars();
            if (said instanceof Particulars.Line line) {
                onlyFor(EnumSet.of(Column.HANDLES, Column.CLEAN_ROOM));
                return new Particulars.Line(
                        says(Column.HANDLES) ? items(Column.HANDLES, SEPARATORS) : line.handles(),
                        optional(Column.CLEAN_ROOM, CLEAN_ROOMS, line.cleanRoom()));
            }
            if (said instanceof Particulars.Machine machine) {
                onlyFor(EnumSet.of(Column.OFFERED, Column.LEAD_DAYS, Column.INSTALLATION_DAYS));
                Set<Offered> ways = offered(machine);
                return new Particulars.Machine(
                        ways.contains(Offered.SALE),
                        ways.contains(Offered.LEASE),
                        ways.contains(Offered.ON_SITE),
                        whole(Column.LEAD_DAYS),
                        whole(Column.INSTALLATION_DAYS));
            }
            if (said instanceof Particulars.Stock) {
                onlyFor(EnumSet.of(Column.BATCH, Column.BEST_BEFORE));
                return new Particulars.Stock(orNull(Column.BATCH), date(Column.BEST_BEFORE));
            }
            if (said instanceof Particulars.Service service) {
                return service(choice(Column.SERVICE_TYPE, SERVICES).orElse(service.type()), service);
            }
            onlyFor(Set.of());
            return said;
        }

        private Particulars service(ServiceType type, Particulars.Service before) {
            return switch (type) {
                case STERILISATION -> {
                    onlyFor(EnumSet.of(
                            Column.SERVICE_TYPE, Column.METHOD, Column.CYCLE, Column.AERATION, Column.CHAMBER));
                    yield new Particulars.Sterilisation(
                            optional(
                                    Column.METHOD,
                                    METHODS,
                                    before instanceof Particulars.Sterilisation one ? one.method() : null),
                            whole(Column.CYCLE),
                            whole(Column.AERATION),
                            kept(
                                    Column.CHAMBER,
                                    before instanceof Particulars.Sterilisation one ? one.chamber() : null));
                }
                case TESTING -> {
                    onlyFor(EnumSet.of(Column.SERVICE_TYPE, Column.TURNAROUND));
                    yield new Particulars.Testing(whole(Column.TURNAROUND));
                }
                case TRANSPORT -> {
                    onlyFor(EnumSet.of(
                            Column.SERVICE_TYPE, Column.VEHICLE, Column.PAYLOAD, Column.CARGO, Column.TEMPERATURE));
                    Particulars.@Nullable Transport was = before instanceof Particulars.Transport one ? one : null;
                    List<BigDecimal> degrees = degrees();
                    yield new Particulars.Transport(
                            orNull(Column.VEHICLE),
                            kept(Column.PAYLOAD, was == null ? null : was.payload()),
                            kept(Column.CARGO, was == null ? null : was.cargo()),
                            degrees.isEmpty() ? null : degrees.get(0),
                            degrees.isEmpty() ? null : degrees.get(1));
                }
                case CREW -> {
                    onlyFor(EnumSet.of(Column.SERVICE_TYPE, Column.HEADCOUNT));
                    yield new Particulars.Crew(whole(Column.HEADCOUNT));
                }
                case FINANCE -> {
                    onlyFor(EnumSet.of(Column.SERVICE_TYPE, Column.LIMIT, Column.YEARLY_RATE, Column.TERM));
                    String limit = cell(Column.LIMIT);
                    yield new Particulars.Finance(
                            limit.isEmpty()
                                    ? null
                                    : money(Column.LIMIT, limit, "").orElse(null),
                            yearlyRate(),
                            whole(Column.TERM));
                }
                case KNOW_HOW -> {
                    onlyFor(EnumSet.of(Column.SERVICE_TYPE, Column.HANDED_OVER, Column.TERM));
                    yield new Particulars.KnowHow(orNull(Column.HANDED_OVER), whole(Column.TERM));
                }
                case OTHER -> {
                    onlyFor(EnumSet.of(Column.SERVICE_TYPE));
                    yield new Particulars.OtherService();
                }
            };
        }

        /** What is said in a column of another kind would be lost without a word. */
        private void onlyFor(Set<Column> own) {
            PARTICULAR.stream()
                    .filter(column -> !own.contains(column)
                            && !cells.getOrDefault(column, "").isBlank()
                            && says(column))
                    .forEach(column -> refuse(column, "not_of_this_kind"));
        }

        private Set<Offered> offered(Particulars.Machine machine) {
            Set<Offered> ways = EnumSet.noneOf(Offered.class);
            if (!says(Column.OFFERED)) {
                Stream.of(Offered.values())
                        .filter(way -> isOffered(machine, way))
                        .forEach(ways::add);
                return ways;
            }
            for (String item : items(Column.OFFERED, SEPARATORS)) {
                OFFERS.read(item).ifPresentOrElse(ways::add, () -> refuse(Column.OFFERED, "choice_unknown", item));
            }
            return ways;
        }

        /** A choice that may also be left open. */
        private <E extends Enum<E>> @Nullable E optional(Column column, EnumWords<E> words, @Nullable E before) {
            if (!says(column)) {
                return before;
            }
            return choice(column, words).orElse(null);
        }

        /** An amount that is as exact as it was while its cell says nothing else. */
        private @Nullable Quantity kept(Column column, @Nullable Quantity before) {
            return before != null && !says(column) ? before : quantity(column);
        }

        private List<BigDecimal> degrees() {
            String cell = Normalizer.normalize(cell(Column.TEMPERATURE), Normalizer.Form.NFKC);
            if (cell.isEmpty()) {
                return List.of();
            }
            Matcher match = DEGREES.matcher(cell);
            if (!match.matches()) {
                refuse(Column.TEMPERATURE, "temperature_unreadable", cell);
                return List.of();
            }
            return List.of(new BigDecimal(match.group(1)), new BigDecimal(match.group(2)));
        }

        /** 4.35% or 4.35; a number below one could be either, so it needs its sign. */
        private @Nullable BigDecimal yearlyRate() {
            String cell = Normalizer.normalize(cell(Column.YEARLY_RATE), Normalizer.Form.NFKC)
                    .replace(" ", "");
            if (cell.isEmpty()) {
                return null;
            }
            boolean signed = cell.endsWith("%");
            String digits = signed ? cell.substring(0, cell.length() - 1) : cell;
            if (!PLAIN.matcher(digits).matches() || !signed && new BigDecimal(digits).compareTo(BigDecimal.ONE) < 0) {
                refuse(Column.YEARLY_RATE, "percent_unreadable", cell);
                return null;
            }
            return new BigDecimal(digits).movePointLeft(2);
        }

        /** Whether there is such a column, and it says something else than the listing does. */
        private boolean says(Column column) {
            String cell = cells.get(column);
            return cell != null && !same(cell, zh.getOrDefault(column, "")) && !same(cell, en.getOrDefault(column, ""));
        }

        private static boolean same(String one, String other) {
            return Mapping.tidy(one).equals(Mapping.tidy(other));
        }

        private String cell(Column column) {
            return cells.getOrDefault(column, zh.getOrDefault(column, "")).strip();
        }

        private @Nullable String orNull(Column column) {
            String cell = cell(column);
            return cell.isEmpty() ? null : cell;
        }

        private List<String> items(Column column, Pattern separators) {
            return Arrays.stream(separators.split(cell(column)))
                    .map(Mapping::tidy)
                    .filter(item -> !item.isEmpty())
                    .distinct()
                    .toList();
        }

        private <E extends Enum<E>> Optional<E> choice(Column column, EnumWords<E> words) {
            if (!says(column) || cell(column).isEmpty()) {
                return Optional.empty();
            }
            Optional<E> read = words.read(cell(column));
            if (read.isEmpty()) {
                refuse(column, "choice_unknown", cell(column));
            }
            return read;
        }

        private @Nullable Quantity amount() {
            String amount = cell(Column.CAPACITY);
            if (amount.isEmpty()) {
                return null;
            }
            Optional<Quantity> read =
                    ListingCells.quantity(amount, cell(Column.UNIT), cells.getOrDefault(Column.PACK, ""));
            if (read.isEmpty()) {
                refuse(Column.CAPACITY, "quantity_unreadable", amount + " " + cell(Column.UNIT));
            }
            return read.orElse(null);
        }

        private @Nullable Quantity quantity(Column column) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                return null;
            }
            Matcher match = AMOUNT_AND_UNIT.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC));
            Optional<Quantity> read = (match.matches()
                            ? Unit.written(match.group(2))
                                    .map(unit -> new Quantity(new BigDecimal(match.group(1)), unit))
                            : Optional.<Quantity>empty())
                    .or(() -> ListingCells.quantity(cell, cell(Column.UNIT), ""));
            if (read.isEmpty()) {
                refuse(column, "quantity_unreadable", cell);
            }
            return read.orElse(null);
        }

        private Operation operation(String item) {
            Matcher match = RATE.matcher(item);
            if (match.matches()) {
                Matcher amount = AMOUNT_AND_UNIT.matcher(match.group(2).strip());
                Optional<RatePer> per = PERS.read(match.group(3));
                Optional<Quantity> quantity = amount.matches()
                        ? Unit.written(amount.group(2)).map(unit -> new Quantity(new BigDecimal(amount.group(1)), unit))
                        : Optional.empty();
                if (per.isPresent()
                        && quantity.filter(q -> q.amount().signum() > 0).isPresent()) {
                    return new Operation(match.group(1).strip(), new Rate(quantity.get(), per.get()));
                }
                refuse(Column.OPERATIONS, "rate_unreadable", item);
            }
            return new Operation(item, null);
        }

        private SpecificationValue specification(String item) {
            int colon = Math.max(item.indexOf('：'), item.indexOf(':'));
            if (colon <= 0 || colon == item.length() - 1) {
                refuse(Column.SPECIFICATION, "specification_unreadable", item);
                return SpecificationValue.of(item, item);
            }
            String key = item.substring(0, colon).strip();
            String value = item.substring(colon + 1).strip();
            Optional<SpecificationValue> kept = before.specification().stream()
                    .filter(one -> one.key().equals(key) && one.written().equals(value))
                    .findFirst();
            if (kept.isPresent()) {
                return kept.get();
            }
            Matcher measure = MEASURE.matcher(value);
            return measure.matches() && measure.group(2) != null
                    ? new SpecificationValue(
                            key, new BigDecimal(measure.group(1)), measure.group(2), text(measure.group(3)))
                    : SpecificationValue.of(key, value);
        }

        private @Nullable String division() {
            String cell = cell(Column.DIVISION);
            if (cell.isEmpty()) {
                return null;
            }
            if (!cell.matches("\\d{2}")) {
                refuse(Column.DIVISION, "division_unreadable", cell);
                return null;
            }
            return cell;
        }

        private @Nullable BigDecimal decimal(Column column) {
            String cell = Normalizer.normalize(cell(column), Normalizer.Form.NFKC);
            if (cell.isEmpty()) {
                return null;
            }
            if (!PLAIN.matcher(cell).matches()) {
                refuse(column, "number_unreadable", cell);
                return null;
            }
            return new BigDecimal(cell);
        }

        private @Nullable Integer whole(Column column) {
            BigDecimal number = decimal(column);
            if (number == null) {
                return null;
            }
            if (number.stripTrailingZeros().scale() > 0 || number.precision() > MOST_MINUTES) {
                refuse(column, "number_unreadable", cell(column));
                return null;
            }
            return number.intValueExact();
        }

        private @Nullable Boolean yesOrNo(Column column) {
            return switch (Headings.folded(cell(column))) {
                case "" -> null;
                case "是", "含", "有", "yes", "y", "true", "1", "含税" -> true;
                case "否", "不含", "无", "没有", "no", "n", "false", "0", "不含税" -> false;
                default -> {
                    refuse(column, "choice_unknown", cell(column));
                    yield null;
                }
            };
        }

        private @Nullable LocalDate date(Column column) {
            String cell = cell(column);
            Optional<LocalDate> read = day(cell);
            if (read.isEmpty() && !cell.isEmpty()) {
                refuse(column, "day_unreadable", cell);
            }
            return read.orElse(null);
        }

        private @Nullable Money charge() {
            String cell = cell(Column.CHARGE);
            return cell.isEmpty() ? null : money(Column.CHARGE, cell, "").orElse(null);
        }

        private Optional<Money> money(Column column, String cell, String currency) {
            String[] parts = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                    .replaceAll("[,¥￥元]", "")
                    .strip()
                    .split("\\s+");
            try {
                String code = parts.length > 1 ? parts[1] : currency.isBlank() ? "CNY" : currency;
                Optional<BigDecimal> amount = PLAIN.matcher(parts[0]).matches()
                        ? Optional.of(new BigDecimal(parts[0]))
                        : TradeNumber.parse(parts[0])
                                .filter(number ->
                                        !number.isRange() && number.unit().isEmpty())
                                .map(TradeNumber::least);
                if (amount.isEmpty() || parts.length > 2) {
                    throw new ArithmeticException("no number");
                }
                return Optional.of(
                        Money.of(amount.get(), Currency.getInstance(code.strip().toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException | ArithmeticException e) {
                refuse(column, "money_unreadable", cell);
                return Optional.empty();
            }
        }

        private @Nullable Price price() {
            String cell = cell(Column.PRICE);
            if (cell.isEmpty()) {
                return null;
            }
            Optional<Money> money = money(Column.PRICE, cell, cell(Column.CURRENCY));
            Quantity per = cell(Column.PRICE_PER).isEmpty()
                    ? ListingCells.quantity("1", cell(Column.UNIT), "").orElse(null)
                    : quantity(Column.PRICE_PER);
            if (per == null || per.amount().signum() <= 0) {
                refuse(Column.PRICE_PER, "price_for_what");
                return null;
            }
            Optional<BigDecimal> rate = taxRate();
            Boolean tax = yesOrNo(Column.TAX);
            LocalDate until = date(Column.PRICE_UNTIL);
            return money.map(amount -> new Price(
                            amount,
                            per,
                            new PriceBasis(
                                    tax == null || tax,
                                    rate,
                                    INVOICES.read(cell(Column.INVOICE)).orElse(PriceBasis.Invoice.UNSAID),
                                    DELIVERIES.read(cell(Column.DELIVERY)).orElse(PriceBasis.Delivery.UNSAID),
                                    Optional.ofNullable(until))))
                    .orElse(null);
        }

        private Optional<BigDecimal> taxRate() {
            String cell = Normalizer.normalize(cell(Column.TAX_RATE), Normalizer.Form.NFKC)
                    .replace(" ", "");
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            String digits = cell.replace("%", "");
            if (!PLAIN.matcher(digits).matches()) {
                refuse(Column.TAX_RATE, "number_unreadable", cell);
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal(digits);
            BigDecimal rate =
                    cell.endsWith("%") || number.compareTo(BigDecimal.ONE) >= 0 ? number.movePointLeft(2) : number;
            if (rate.compareTo(BigDecimal.ONE) >= 0) {
                refuse(Column.TAX_RATE, "number_unreadable", cell);
                return Optional.empty();
            }
            return Optional.of(rate);
        }

        private void refuse(Column column, String key, Object... args) {
            wrong.add(Refusal.at(column.name(), "importexport." + key, args));
        }
    }
}
