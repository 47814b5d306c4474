package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ChatReading.Recognised;
import org.muster.reference.Mention;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.TermKind;
import org.muster.reference.Terms;
import org.muster.shared.Dimension;
import org.muster.shared.FoldedText;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/**
 * Makes a draft of what suppliers write in chats: 平面机1拖2三台，日产20万，缺熔喷布. The same text gives the same draft; it guesses nothing that is
 * not in the words, takes the lower end of a range, and tells of each value where it stood and of each word it could do nothing with.
 */
public final class ChatParser {

    private static final int LONGEST_TITLE = 60;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private static final Pattern CONTACT = Pattern.compile(
            "(?:(?:电话|手机|联系(?:人|方式|电话)?|微信号?|wechat|tel|phone|v信|加微|call)[:\\s]*)*(?:(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|0\\d{2,3}[- ]?\\d{7,8}(?!\\d)|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)(?:\\s*(?:微信同号|同微信))?");
    private static final Pattern TAX = Pattern.compile(
            "(不含税|未税|不带税)|(?:含税?|带|开)\\s*(\\d{1,2}(?:\\.\\d+)?)\\s*(?:%|个点|点|个税点)(?:的?(?:税点?|增?专票|专票|普票|增值税))?|含税\\s*(\\d{1,2}(?:\\.\\d+)?)\\s*%?|(\\d{1,2}(?:\\.\\d+)?)\\s*(?:%|个点|点)\\s*(?:的?)(?:增?专票|普票|税)|(含税|tax incl(?:uded)?)|(excl(?:uding)?\\.? tax|ex\\.? vat)|(incl(?:uding)?\\.? vat)");
    private static final Pattern SPECIAL_INVOICE = Pattern.compile("增值税专用发票|专用发票|增专票|专票");
    private static final Pattern ORDINARY_INVOICE = Pattern.compile("普通发票|增普票|普票");
    private static final Pattern NO_INVOICE = Pattern.compile("不开票|不带票|无票|不含票");
    private static final Pattern EX_WORKS = Pattern.compile("出厂价?|自提|厂价|ex[- ]?works|exw");
    private static final Pattern DELIVERED = Pattern.compile("到厂价?|到货价|送货上门|送到厂|送到|包邮|包运费|含运费?|delivered");
    private static final Pattern MISSING = Pattern.compile(
            "(?<![短不])(?:急缺|还缺|缺少|就缺|只缺|紧缺|缺|急需|急求|就差|还差|只差)(?![货点])[:\\s]*|(?:short of|missing|lacking) ");
    private static final int LONGEST_LACK = 40;
    private static final Pattern ONE_TO_MANY = Pattern.compile("\\s*([一1])\\s*(?:拖|托|\\+)\\s*([一二三四五六\\d])(?!\\d)");
    private static final Pattern COUNT_AHEAD =
            Pattern.compile("(?:[\\d一二两三四五六七八九十]+\\s*[台套条]|(?<![\\w.])\\d{1,3}(?= ))\\s*$");
    /** A maker or model may stand between a machine and how many there are: 注塑机海天250T 5台. */
    private static final Pattern COUNT_BEHIND = Pattern.compile(
            "(?:[^,.。;!?]{0,12}?[^\\d,.。;!?一二两三四五六七八九十])??\\s*[x×*]?\\s*(?<count>[\\d一二两三四五六七八九十]+)\\s*(?:台|套(?!餐)|条(?!件))");

    private static final Pattern CONVERTIBLE =
            Pattern.compile("(?:(?:也|还)?可?以?能?)?(?:转产|改产|改做|转做|切换(?:到|成)?|convert(?:ible)? to)\\s*(?=[^\\s\\d要需时])");

    private static final Pattern BEHIND_PER_TIME = Pattern.compile(
            "^\\s*(?:/|per |a |each |[每一](?=[天日小分班时](?!\\s*[约大]?[概约]?\\s*[\\d一二两三四五六七八九十.])))\\s*(?<per>天|日|昼夜|day|小时|钟头|时(?!间)|hours?|hr?(?![a-z])|分钟|分(?!之)|min(?:ute)?s?(?![a-z])|个?班|shifts?)");
    private static final Pattern AHEAD_PER_TIME = Pattern.compile(
            "(?<per>日产能|日产量|日产|日出|天产|日均|日供|日出货|每天|每日|一天|一日|单日|产能|产量|时产|每小时|一小时|小时产|班产|每班|一班|每分钟|一分钟|分钟|daily (?:output|capacity)|output|capacity|per day)\\s*(?:(?:大约|大概|大致|约|可以?|能|做|产|出|生产|供应|供|达到?|到|有|是|为|在|of|is|about|around|最多|最大|稳定|合计|总共|共|口罩|上)|:|\\s|>=|≥|>)*$");
    private static final Pattern MINIMUM_AHEAD = Pattern.compile(
            "(?:起订量?|最低起订量?|最小起订量?|起订数量?|起批量?|最低|最少|最小|起订为|moq|minimum(?: order)?)\\s*(?:是|为|:|of|\\s)*$");
    private static final Pattern MINIMUM_BEHIND =
            Pattern.compile("^\\s*起(?:订|批|发|做|接|卖|售)?+(?![来见量])(?!\\s*[:是为]?\\s*[\\d一二两三四五六七八九十])");
    private static final Pattern MULTIPLE_BEHIND = Pattern.compile("^\\s*(?:的?(?:整数)?倍数?|递增)");
    private static final Pattern CHARGE_AHEAD =
            Pattern.compile("(?:开机费|起机费|固定费用?|开模费|模具费|调机费|上机费|版费|set-?up (?:fee|charge))\\s*(?:是|为|:|of|\\s)*$");
    private static final Pattern STOCK_DAYS_AHEAD = Pattern.compile(
            "(?:料|布|库存|材料|原料|料子|material|stock)[^,.。;]{0,6}?(?:够|能做|可做|能用|可用|能撑|撑|备了?|有|还有|够用|够做|用|for|lasts)?\\s*(?:大约|约|个)?\\s*$");
    private static final Pattern CHANGEOVER_AHEAD =
            Pattern.compile("(?:换型|换产|换线|换模|转产|切换|changeover)(?:时间)?\\s*(?:要|需要?|约|大约|只要|takes?|:|\\s)*$");
    private static final Pattern HOURS_AHEAD =
            Pattern.compile("(?:每天|一天|每日|日)?(?:开机?|运转|生产|做|工作|开工|running|runs?)\\s*$");
    private static final Pattern HOURS_BEHIND =
            Pattern.compile("^\\s*(?:/天|一天|每天|a day)?\\s*(?:生产|开机|运转|连续|不停|不停机|作业|轮班|三班|三班倒|running|a day|per day)");
    private static final Pattern CURRENCY_AHEAD = Pattern.compile("(?:[¥￥]|rmb|cny|人民币)\\s*$");
    private static final Pattern CURRENCY_BEHIND = Pattern.compile("^\\s*(?:元|块钱|块|圆|rmb|cny|yuan|人民币)");
    private static final Pattern FEN_BEHIND = Pattern.compile("^\\s*(毛|角|分)(?:钱)");
    private static final Pattern PRICE_AHEAD =
            Pattern.compile("(?:单价|价格|报价|卖价|售价|到手价|出厂价|加工费|租金|价|卖|price)\\s*(?:是|为|约|大概|:|\\s)*$");
    private static final Pattern PER_BEHIND = Pattern.compile("^\\s*(?:(?:/|每|per |a )\\s*|(?=[一1千万百]))");
    private static final Pattern UNIT_AHEAD =
            Pattern.compile("(?:每|一|1)\\s*(?<unit>[^\\s\\d,.;]{1,3})\\s*(?:卖|价|要|是|,)?\\s*$");
    private static final Pattern PRICE_FOLLOWS =
            Pattern.compile("^\\s*(?:卖|价|要)?\\s*[¥￥]?[\\d.]+\\s*(?:万|元|块|w(?![a-z]))");
    /** Nobody has 500 ml on hand: that is how it is packed. */
    private static final Set<String> PACK_SIZES = Set.of("millilitre", "gram", "milligram");

    private static final Set<String> STOCKED = Set.of("count", "mass", "length", "area", "volume", "pair", "set");
    private static final Map<String, String> LENGTH_SIGNS =
            Map.of("millimetre", "mm", "centimetre", "cm", "metre", "m", "inch", "in");
    private static final Pattern WIDTH_AHEAD = Pattern.compile("(?:门幅|幅宽|宽幅|宽度?|width)\\s*(?:是|为|:|\\s)*$");
    private static final Pattern LINES_BEHIND = Pattern.compile("^\\s*(?:全自动|半自动|平面|高速)?(?:生产线|流水线|产线|线|lines?)");
    private static final Pattern GRADE =
            Pattern.compile("(?:bfe|pfe)\\s*(?:>=|≥|>)?\\s*\\d{2}(?:\\.\\d+)?%?|[knp]{1,2}\\d{2,3}级|\\d{2}\\+?级");
    private static final Pattern COLOUR = Pattern.compile("(白|蓝|黑|绿|粉|灰|浅蓝|天蓝|红|黄|透明|本)色");

    private static final List<Map.Entry<SupplyMode, Pattern>> MODES = List.of(
            Map.entry(SupplyMode.ALL_IN, Pattern.compile("包工包料|代工代料|全包|oem|odm|贴牌|all[- ]in|turnkey")),
            Map.entry(
                    SupplyMode.PROCESSING,
                    Pattern.compile(
                            "来料加工|来料代工|来料|代加工|纯加工|只加工|客户?供料|包工不包料|toll(?:ing| processing)?|processing of (?:your|customer) material")),
            Map.entry(
                    SupplyMode.LINE_FOR_HIRE,
                    Pattern.compile("(?:产线|整线|设备|机器)?(?:可以?|对外|能)?(?:出租|租赁|租用|外租|可租)|for (?:hire|rent)")),
            Map.entry(SupplyMode.FINISHED_STOCK, Pattern.compile("现货|有货|库存货|在库|in stock|ex stock|spot goods")));

    private static final Pattern CREW_IN = Pattern.compile("(?:含|带|有|包)(?:工人|人工|人员|机手|操作工|班组)|with crew|crew included");
    private static final Pattern CREW_OUT = Pattern.compile("(?:不含|不带|没有?|无)(?:工人|人工|人员|机手|操作工|班组)|without crew");
    private static final Pattern ROUND_THE_CLOCK = Pattern.compile("三班倒|24小时|全天候|round the clock|24/7|24h");
    private static final Pattern TWO_SHIFTS = Pattern.compile("两班倒|双班|二班倒|two shifts");
    private static final Pattern FREE = Pattern.compile(
            "现在?(?:就)?(?:有空|空着|闲着|空闲)|(?:目前|现在)?(?:闲置|空闲|空着|闲着|停着|有空|有档期|有产能|可接单|能接单|接单|待工|没活)|随时(?:可以?|能)?(?:开工|开机|接单|生产|发货|安排)|马上(?:可以?|能)(?:开工|开机|做|生产|发)|available|idle|free");
    private static final Pattern TAKEN =
            Pattern.compile("缺货|断货|无货|满负荷|排满|没空|满产|满单|已占满|没有?档期|fully booked|not available");
    private static final Pattern READY = Pattern.compile("^\\s*(?:可以?|能)?(?:到货|发货|交货|出货|提货|可发|能发|到港|ready)");
    private static final Pattern FILLER = Pattern.compile(
            "(?:生产|流水|整)?线|接|按|我们?(?:这边|厂|公司|司)?|厂家|工厂|直销|你好|您好|大家好|各位|老板|朋友|群里|有需要|需要的?(?:请)?|请?联系我?|欢迎(?:来电|咨询|联系)?|谢谢|急|目前|现在|大概|大约|左右|可以?|能|也|还|有|的|了|是|在|和|与|及|或|都|做|产|生产|个|共|合计|总共|一共|每天|价格?|单价|报价|地址|地点|位于|产地|型号|规格|电话|手机|微信|名称|and|we|have|with|the|of|for|a|an|our|is|are|at|in|from|please|contact|us");

    private static final Set<String> NOT_IN_TITLE = Set.of(
            "quantity",
            "price",
            "priceTax",
            "priceTaxRate",
            "priceInvoice",
            "priceDelivery",
            "missing",
            "minimumOrder",
            "orderMultiple",
            "contact",
            "fixedCharge",
            "freeFrom",
            "freeUntil",
            "readyDate",
            "materialDays",
            "changeover",
            "cleanRoom",
            "cycle",
            "aeration",
            "turnaround",
            "leadDays",
            "installationDays",
            "hoursPerDay",
            "declared");

    private final Terms terms;
    private final ChatPlaces places;

    public ChatParser(Terms terms, Places places) {
        this.terms = terms;
        this.places = new ChatPlaces(places);
    }

    /** Reads one text as of a day. */
    public ChatReading read(String text, LocalDate today) {
        return new Reader(text, today).read();
    }

    /** One text being read: what was claimed by a value is not read again. */
    private final class Reader {

        private final String original;
        private final FoldedText folded;
        private final String text;
        private final boolean[] claimed;
        private final LocalDate today;
        private final List<Recognised> recognised = new ArrayList<>();
        private final List<String> contact = new ArrayList<>();

        private final Set<String> products = new LinkedHashSet<>();
        private final Set<String> convertible = new LinkedHashSet<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final List<Operation> operations = new ArrayList<>();
        private final List<SpecificationValue> specification = new ArrayList<>();
        private SupplyMode supplyMode = SupplyMode.UNSAID;
        private @Nullable Boolean crewIncluded;
        private @Nullable Boolean materialIncluded;
        private @Nullable Integer materialDays;
        private @Nullable Integer changeoverMinutes;
        private @Nullable BigDecimal hoursPerDay;
        private @Nullable TradeNumber daily;
        private @Nullable Rate rate;
        private @Nullable TradeNumber onHand;
        private @Nullable TradeNumber minimum;
        private @Nullable TradeNumber multiple;
        private @Nullable Money fixedCharge;
        private @Nullable BigDecimal priceYuan;
        private @Nullable Quantity pricePer;
        private boolean taxIncluded;
        private boolean taxSaid;
        private Optional<BigDecimal> taxRate = Optional.empty();
        private PriceBasis.Invoice invoice = PriceBasis.Invoice.UNSAID;
        private PriceBasis.Delivery delivery = PriceBasis.Delivery.UNSAID;
        private Availability declared = Availability.UNKNOWN;
        private @Nullable LocalDate readyDate;
        private @Nullable LocalDate freeFrom;
        private @Nullable LocalDate freeUntil;
        private @Nullable Place place;
        private boolean speaksOfLine;
        private boolean speaksOfOutput;
        private boolean selling;
        private boolean letting;
        private boolean onlyProducts = true;
        private @Nullable String machine;
        private @Nullable Quantity machines;
        private int machineKinds;
        private @Nullable ServiceType service;
        private @Nullable SterilisationMethod method;
        private @Nullable Integer cycleMinutes;
        private @Nullable Integer aerationMinutes;
        private @Nullable Integer turnaroundHours;
        private @Nullable Integer leadDays;
        private @Nullable Integer installationDays;
        private @Nullable String vehicle;
        private @Nullable Integer headcount;
        private @Nullable CleanRoom cleanRoom;
        private @Nullable Unit usualUnit;

        Reader(String written, LocalDate today) {
            this.original = written;
            this.folded = FoldedText.of(sentenceMarks(written));
            this.text = folded.text();
            this.claimed = new boolean[text.length()];
            this.today = today;
        }

        ChatReading read() {
            contacts();
            dates();
            lacking();
            kinds();
            equipment();
            taxAndInvoice();
            simple(EX_WORKS, "priceDelivery", () -> delivery = PriceBasis.Delivery.EX_WORKS);
            simple(DELIVERED, "priceDelivery", () -> delivery = PriceBasis.Delivery.DELIVERED);
            grades();
            learnUsualUnit();
            numbers();
            converted();
            wording();
            goods();
            services();
            whereabouts();
            return reading();
        }

        private void contacts() {
            each(CONTACT, matcher -> {
                contact.add(words(matcher.start(), matcher.end()).strip());
                claim("contact", matcher.start(), matcher.end());
            });
        }

        private void dates() {
            for (ChatDates.Day day : ChatDates.in(text, today)) {
                if (isClaimed(day.start(), day.end())) {
                    continue;
                }
                Matcher ready = READY.matcher(text.substring(day.end()));
                if (ready.find()) {
                    readyDate = day.day();
                    claim("readyDate", day.start(), day.end() + ready.end());
                } else if (day.last()
                        && freeUntil == null
                        && !TAKEN.matcher(text.substring(0, day.start())).find()) {
                    freeUntil = day.day();
                    claim("freeUntil", day.start(), day.end());
                } else if (!day.last() && freeFrom == null) {
                    freeFrom = day.day();
                    claim("freeFrom", day.start(), day.end());
                }
            }
        }

        /** What tells a machine, a vehicle or a clean room before anything else is made of their words. */
        private void kinds() {
            each(ChatKinds.CLEAN_ROOM, matcher -> {
                cleanRoom = ChatKinds.cleanRoom(matcher.group(1));
                claim("cleanRoom", matcher.start(), matcher.end());
            });
            each(ChatKinds.VEHICLE, matcher -> {
                vehicle = words(matcher.start(), matcher.end()).strip();
                claim("vehicle", matcher.start(), matcher.end());
            });
            selling = ChatKinds.SELLING.matcher(text).find();
            letting = ChatKinds.LETTING.matcher(text).find();
        }

        /** 平面机1拖2三台: what machines there are, how many, in which set-up. */
        private void equipment() {
            for (Mention mention : terms.mentions(text)) {
                if (mention.term().kind() != TermKind.EQUIPMENT
                                && mention.term().kind() != TermKind.OPERATION
                        || isClaimed(mention.start(), mention.end())) {
                    continue;
                }
                speaksOfLine = true;
                int start = mention.start();
                int end = mention.end();
                machineKinds++;
                machine = words(start, end);
                Matcher line = LINES_BEHIND.matcher(text).region(end, text.length());
                if (line.lookingAt()) {
                    end = line.end();
                }
                Matcher feeds = ONE_TO_MANY.matcher(text).region(end, text.length());
                if (feeds.lookingAt()) {
                    end = feeds.end();
                }
                Optional<Integer> count = countAt(end);
                if (count.isPresent()) {
                    machines = machinesAt(end);
                    end = count.get();
                } else {
                    Matcher before = COUNT_AHEAD.matcher(text.substring(0, start));
                    if (before.find() && !isClaimed(before.start(), start)) {
                        start = before.start();
                    }
                }
                operations.add(new Operation(words(start, end).strip(), null));
                claim("operations", start, end);
            }
        }

        /** Where the words end that say how many of it there are. */
        private Optional<Integer> countAt(int from) {
            Matcher count = COUNT_BEHIND.matcher(text).region(from, text.length());
            return count.lookingAt() && !isClaimed(from, count.end()) ? Optional.of(count.end()) : Optional.empty();
        }

        private @Nullable Quantity machinesAt(int from) {
            Matcher count = COUNT_BEHIND.matcher(text).region(from, text.length());
            return count.lookingAt()
                    ? TradeNumber.parse(count.group("count") + "台")
                            .flatMap(TradeNumber::exactly)
                            .map(many -> new Quantity(many, Unit.of("machine")))
                            .orElse(null)
                    : null;
        }

        private void taxAndInvoice() {
            each(TAX, matcher -> {
                taxSaid = true;
                String percent = matcher.group(2) != null
                        ? matcher.group(2)
                        : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
                taxIncluded = matcher.group(1) == null && matcher.group(6) == null;
                if (percent != null) {
                    taxRate = Optional.of(new BigDecimal(percent).divide(PERCENT));
                    claimOnly("priceTaxRate", matcher.start(), matcher.end());
                }
                // The invoice may be said in the same breath: 13%专票.
                if (SPECIAL_INVOICE.matcher(matcher.group()).find()) {
                    invoice = PriceBasis.Invoice.SPECIAL_VAT;
                    claimOnly("priceInvoice", matcher.start(), matcher.end());
                } else if (ORDINARY_INVOICE.matcher(matcher.group()).find()) {
                    invoice = PriceBasis.Invoice.ORDINARY;
                    claimOnly("priceInvoice", matcher.start(), matcher.end());
                }
                claim("priceTax", matcher.start(), matcher.end());
            });
            simple(NO_INVOICE, "priceInvoice", () -> invoice = PriceBasis.Invoice.NONE);
            simple(SPECIAL_INVOICE, "priceInvoice", () -> invoice = PriceBasis.Invoice.SPECIAL_VAT);
            simple(ORDINARY_INVOICE, "priceInvoice", () -> invoice = PriceBasis.Invoice.ORDINARY);
        }

        private void grades() {
            each(GRADE, matcher -> {
                specification.add(SpecificationValue.of(
                        "grade", words(matcher.start(), matcher.end()).strip()));
                claim("specification", matcher.start(), matcher.end());
            });
            each(COLOUR, matcher -> {
                specification.add(SpecificationValue.of("colour", words(matcher.start(), matcher.end())));
                claim("specification", matcher.start(), matcher.end());
            });
        }

        private void learnUsualUnit() {
            for (Mention mention : terms.mentions(text)) {
                if (usualUnit == null && isGoods(mention) && !isClaimed(mention.start(), mention.end())) {
                    usualUnit = mention.term()
                            .defaultUnit()
                            .flatMap(ChatParser::unitOf)
                            .orElse(null);
                }
            }
        }

        private void numbers() {
            for (TradeNumber number : TradeNumber.findIn(text)) {
                if (!isClaimed(number.start(), number.end())) {
                    number(number);
                }
            }
        }

        /** Gives a number the first meaning that its neighbours allow. */
        private void number(TradeNumber number) {
            String ahead = text.substring(0, number.start());
            String behind = text.substring(number.end());
            Optional<Dimension> dimension = number.unit().map(Unit::dimension);
            if (number.unit().isPresent()
                    && number.least().compareTo(BigDecimal.ONE) == 0
                    && PRICE_FOLLOWS.matcher(behind).find()) {
                return;
            }
            if (dimension.filter(Dimension.TIME::equals).isPresent() && ofTime(number, ahead, behind)) {
                return;
            }
            if (money(number, ahead, behind)) {
                return;
            }
            Matcher minimumBehind = MINIMUM_BEHIND.matcher(behind);
            Matcher minimumAhead = MINIMUM_AHEAD.matcher(ahead);
            if (minimumAhead.find() || minimumBehind.find()) {
                minimum = number;
                int end = minimumBehind.reset().find() ? number.end() + minimumBehind.end() : number.end();
                claim("minimumOrder", minimumAhead.reset().find() ? minimumAhead.start() : number.start(), end);
                return;
            }
            Matcher multipleBehind = MULTIPLE_BEHIND.matcher(behind);
            if (multipleBehind.find()) {
                multiple = number;
                claim("orderMultiple", number.start(), number.end() + multipleBehind.end());
                return;
            }
            if (output(number, ahead, behind)) {
                return;
            }
            if (dimension.map(Dimension::name).filter("areal_mass"::equals).isPresent()) {
                specify("gsm", number, "g/m²");
                return;
            }
            if (dimension.filter(Dimension.MASS::equals).isPresent()
                    && number.unit().get().code().equals("gram")
                    && number.least().compareTo(BigDecimal.valueOf(600)) <= 0) {
                // 25克 of a cloth is its weight a square metre; nobody trades rolls by the gram.
                specify("gsm", number, "g/m²");
                return;
            }
            boolean width = WIDTH_AHEAD.matcher(ahead).find();
            if (dimension.filter(Dimension.LENGTH::equals).isPresent()
                    && (width
                            || Set.of("millimetre", "centimetre", "inch")
                                    .contains(number.unit().get().code()))) {
                specify(
                        "width",
                        number,
                        LENGTH_SIGNS.getOrDefault(
                                number.unit().get().code(), number.unit().get().nameEn()));
                for (int i = startOf(WIDTH_AHEAD, ahead, number); i < number.start(); i++) {
                    claimed[i] = true;
                }
                return;
            }
            Matcher lines = LINES_BEHIND.matcher(behind);
            if (number.unit()
                                    .map(Unit::code)
                                    .filter(Set.of("strip", "machine")::contains)
                                    .isPresent()
                            && lines.find()
                    || number.unit().map(Unit::code).filter("machine"::equals).isPresent()) {
                speaksOfLine = true;
                int end = lines.reset().find() ? number.end() + lines.end() : number.end();
                operations.add(new Operation(words(number.start(), end).strip(), null));
                claim("operations", number.start(), end);
                return;
            }
            if (number.unit().map(Unit::code).filter(PACK_SIZES::contains).isPresent()) {
                specification.add(SpecificationValue.of(
                        "packing", words(number.start(), number.end()).strip()));
                claim("specification", number.start(), number.end());
                return;
            }
            if (onHand == null
                    && dimension
                            .map(Dimension::name)
                            .filter(name -> STOCKED.contains(name) || name.startsWith("pack"))
                            .isPresent()) {
                onHand = number;
                claim("quantity", number.start(), number.end());
            }
        }

        private boolean ofTime(TradeNumber number, String ahead, String behind) {
            BigDecimal amount = number.least();
            String unit = number.unit().orElseThrow().code();
            if (CHANGEOVER_AHEAD.matcher(ahead).find()) {
                changeoverMinutes = new Quantity(amount, number.unit().orElseThrow())
                        .inBase()
                        .divideToIntegralValue(MINUTES)
                        .intValue();
                claim("changeover", startOf(CHANGEOVER_AHEAD, ahead, number), number.end());
                return true;
            }
            if (unit.equals("hour")
                    && (HOURS_AHEAD.matcher(ahead).find()
                            || HOURS_BEHIND.matcher(behind).find())) {
                hoursPerDay = amount;
                claim("hoursPerDay", number.start(), number.end());
                return true;
            }
            if (ofKind(number, ahead, behind)) {
                return true;
            }
            if (unit.equals("day") && STOCK_DAYS_AHEAD.matcher(ahead).find() && amount.scale() <= 0) {
                materialDays = amount.intValue();
                claim("materialDays", startOf(STOCK_DAYS_AHEAD, ahead, number), number.end());
                return true;
            }
            return false;
        }

        /** How long a load, a report, a delivery or an installation takes. */
        private boolean ofKind(TradeNumber number, String ahead, String behind) {
            Quantity span = new Quantity(number.least(), number.unit().orElseThrow());
            int minutes = span.inBase().divideToIntegralValue(MINUTES).intValue();
            boolean days = span.unit().code().equals("day") && number.least().scale() <= 0;
            if (ChatKinds.CYCLE_AHEAD.matcher(ahead).find()) {
                cycleMinutes = minutes;
                claim("cycle", startOf(ChatKinds.CYCLE_AHEAD, ahead, number), number.end());
                return true;
            }
            if (ChatKinds.AERATION_AHEAD.matcher(ahead).find()) {
                aerationMinutes = minutes;
                claim("aeration", startOf(ChatKinds.AERATION_AHEAD, ahead, number), number.end());
                return true;
            }
            Matcher report = ChatKinds.REPORT_BEHIND.matcher(behind);
            if (report.find()) {
                turnaroundHours = minutes / 60;
                claim("turnaround", number.start(), number.end() + report.end());
                return true;
            }
            if (days && ChatKinds.LEAD_AHEAD.matcher(ahead).find()) {
                leadDays = number.least().intValue();
                claim("leadDays", startOf(ChatKinds.LEAD_AHEAD, ahead, number), number.end());
                return true;
            }
            if (days && ChatKinds.INSTALLATION_AHEAD.matcher(ahead).find()) {
                installationDays = number.least().intValue();
                claim("installationDays", startOf(ChatKinds.INSTALLATION_AHEAD, ahead, number), number.end());
                return true;
            }
            return false;
        }

        /** 18万一吨, 0.85元/只, 一吨18万, ¥185/千只, 8毛5 stays words. */
        private boolean money(TradeNumber number, String ahead, String behind) {
            if (number.isRange() && number.unit().isPresent()) {
                return false;
            }
            Matcher currency = CURRENCY_BEHIND.matcher(behind);
            boolean currencyBehind = number.unit().isEmpty() && currency.find();
            boolean currencyAhead = CURRENCY_AHEAD.matcher(ahead).find();
            Matcher fen = FEN_BEHIND.matcher(behind);
            boolean inFen = number.unit().isEmpty() && fen.find();
            Matcher charge = CHARGE_AHEAD.matcher(ahead);
            if (charge.find() && number.unit().isEmpty()) {
                fixedCharge = yuan(number.least());
                claim("fixedCharge", charge.start(), number.end() + (currencyBehind ? currency.end() : 0));
                return fixedCharge != null;
            }
            boolean priceAhead =
                    PRICE_AHEAD.matcher(ahead).find() && number.unit().isEmpty();
            int end = number.end() + (currencyBehind ? currency.end() : inFen ? fen.end() : 0);
            Optional<Per> per = perAt(end);
            boolean perWithoutCurrency = number.unit().isEmpty()
                    && per.isPresent()
                    && !per.get().quantity().unit().dimension().equals(Dimension.TIME)
                    && !text.startsWith("件套", end);
            Optional<Per> perAhead =
                    number.unit().isEmpty() ? perAhead(ahead, currencyBehind || currencyAhead) : Optional.empty();
            if (!currencyBehind
                    && !currencyAhead
                    && !inFen
                    && !priceAhead
                    && !perWithoutCurrency
                    && !(perAhead.isPresent() && isScaled(number))) {
                return false;
            }
            if (priceYuan != null) {
                return false;
            }
            BigDecimal amount = number.least();
            if (inFen) {
                amount = amount.movePointLeft(fen.group(1).equals("分") ? 2 : 1);
            }
            priceYuan = amount;
            int start = currencyAhead ? startOf(CURRENCY_AHEAD, ahead, number) : number.start();
            if (per.isPresent()) {
                pricePer = per.get().quantity();
                end = per.get().end();
            } else if (perAhead.isPresent()) {
                pricePer = perAhead.get().quantity();
                start = Math.min(start, perAhead.get().end());
            }
            claim("price", start, end);
            return true;
        }

        /** What a price is for, and where its words end (or, ahead of it, begin). */
        private record Per(Quantity quantity, int end) {}

        private Optional<Per> perAt(int from) {
            Matcher per = PER_BEHIND.matcher(text).region(from, text.length());
            if (!per.lookingAt()) {
                return Optional.empty();
            }
            String rest = text.substring(per.end());
            Optional<TradeNumber> many =
                    TradeNumber.leading(rest).filter(number -> number.unit().isPresent() && !number.isRange());
            if (many.isPresent()) {
                return Optional.of(new Per(
                        new Quantity(many.get().least(), many.get().unit().get()),
                        per.end() + many.get().end()));
            }
            String more =
                    rest.startsWith("千") || rest.startsWith("万") || rest.startsWith("百") ? rest.substring(0, 1) : "";
            BigDecimal times = switch (more) {
                case "千" -> BigDecimal.valueOf(1000);
                case "万" -> BigDecimal.valueOf(10_000);
                case "百" -> BigDecimal.valueOf(100);
                default -> BigDecimal.ONE;
            };
            if (more.isEmpty() && per.end() == from) {
                return Optional.empty();
            }
            return TradeNumber.leading("1" + rest.substring(more.length()))
                    .flatMap(one -> one.unit()
                            .map(unit ->
                                    new Per(new Quantity(times, unit), per.end() + more.length() + one.end() - 1)));
        }

        private Optional<Per> perAhead(String ahead, boolean surelyMoney) {
            Matcher matcher = UNIT_AHEAD.matcher(ahead);
            return matcher.find()
                    ? Unit.written(matcher.group("unit"))
                            .filter(unit -> surelyMoney || !unit.dimension().equals(Dimension.TIME))
                            .map(unit -> new Per(new Quantity(BigDecimal.ONE, unit), matcher.start()))
                    : Optional.empty();
        }

        private boolean output(TradeNumber number, String ahead, String behind) {
            Matcher perBehind = BEHIND_PER_TIME.matcher(behind);
            Matcher perAhead = AHEAD_PER_TIME.matcher(ahead);
            boolean isBehind = perBehind.find();
            boolean isAhead = perAhead.find();
            if (!isBehind && !isAhead
                    || number.unit()
                            .map(Unit::dimension)
                            .filter(Dimension.TIME::equals)
                            .isPresent()) {
                return false;
            }
            String per = isBehind ? perBehind.group("per") : perAhead.group("per");
            int start = isAhead ? perAhead.start() : number.start();
            int end = isBehind ? number.end() + perBehind.end() : number.end();
            RatePer time = per.contains("分") || per.startsWith("min")
                    ? RatePer.MINUTE
                    : per.contains("时") || per.startsWith("h") || per.contains("钟头")
                            ? RatePer.HOUR
                            : per.contains("班") || per.startsWith("shift") ? RatePer.SHIFT : RatePer.DAY;
            if (time == RatePer.DAY) {
                if (daily != null) {
                    return false;
                }
                daily = number;
                claim("quantity", start, end);
            } else {
                if (rate != null) {
                    return false;
                }
                rate = new Rate(new Quantity(number.least(), unitOr(number)), time);
                claim("operations", start, end);
            }
            speaksOfOutput = true;
            return true;
        }

        private void specify(String key, TradeNumber number, String unit) {
            specification.add(new SpecificationValue(
                    key,
                    number.isRange() ? null : number.least(),
                    number.isRange() ? "" : unit,
                    number.isRange() ? number.written() : ""));
            claim("specification", number.start(), number.end());
        }

        private void converted() {
            each(CONVERTIBLE, matcher -> {
                int end = goodsFrom(matcher.end());
                if (end > matcher.end()) {
                    terms.mentions(text.substring(matcher.end(), end))
                            .forEach(mention -> convertible.add(
                                    words(matcher.end() + mention.start(), matcher.end() + mention.end())));
                    claim("convertibleProducts", matcher.start(), end);
                }
            });
        }

        /** Where a run of goods ends that begins here: 防护服、隔离衣 和手术衣. */
        private int goodsFrom(int begin) {
            int end = begin;
            while (true) {
                int next = end;
                while (next < text.length() && " 、和及".indexOf(text.charAt(next)) >= 0) {
                    next++;
                }
                int start = next;
                Optional<Mention> another = terms.mentions(text).stream()
                        .filter(mention -> mention.start() == start && !isClaimed(start, mention.end()))
                        .filter(mention -> isGoods(mention))
                        .findFirst();
                if (another.isEmpty()) {
                    return end;
                }
                end = another.get().end();
            }
        }

        private boolean isGoods(Mention mention) {
            return mention.term().kind() == TermKind.MATERIAL || mention.term().kind() == TermKind.PRODUCT;
        }

        /** Up to the next mark; behind a blank only where another material follows: 缺熔喷布 鼻梁条 日产20万. */
        private void lacking() {
            each(MISSING, matcher -> {
                int end = matcher.end();
                while (end < text.length() && end - matcher.end() < LONGEST_LACK && isOpen(end)) {
                    end++;
                }
                end = goodsFrom(end);
                String what = words(matcher.end(), end).strip();
                if (!what.isEmpty()) {
                    missing.add(what);
                    claim("missing", matcher.start(), end);
                }
            });
        }

        /** What was written, letter for letter, between two places of the folded text. */
        private String words(int start, int end) {
            return start >= end ? "" : original.substring(folded.writtenStart(start), folded.writtenEnd(end));
        }

        private boolean isOpen(int at) {
            return !claimed[at] && " ,.。;!?".indexOf(text.charAt(at)) < 0;
        }

        private void wording() {
            for (Map.Entry<SupplyMode, Pattern> mode : MODES) {
                each(mode.getValue(), matcher -> {
                    if (supplyMode == SupplyMode.UNSAID) {
                        supplyMode = mode.getKey();
                    }
                    if (mode.getKey() == SupplyMode.ALL_IN && supplyMode == SupplyMode.ALL_IN) {
                        crewIncluded = true;
                        materialIncluded = true;
                    } else if (mode.getKey() == SupplyMode.PROCESSING && supplyMode == SupplyMode.PROCESSING) {
                        materialIncluded = false;
                    }
                    claim("supplyMode", matcher.start(), matcher.end());
                });
            }
            simple(CREW_OUT, "crewIncluded", () -> crewIncluded = false);
            simple(CREW_IN, "crewIncluded", () -> crewIncluded = true);
            simple(
                    ROUND_THE_CLOCK,
                    "hoursPerDay",
                    () -> hoursPerDay = hoursPerDay == null ? BigDecimal.valueOf(24) : hoursPerDay);
            simple(
                    TWO_SHIFTS,
                    "hoursPerDay",
                    () -> hoursPerDay = hoursPerDay == null ? BigDecimal.valueOf(16) : hoursPerDay);
            simple(TAKEN, "declared", () -> declared = Availability.NOT_FREE);
            // "Free from the 25th" says nothing of today.
            simple(FREE, freeFrom == null ? "declared" : "freeFrom", () -> {
                if (freeFrom == null && declared == Availability.UNKNOWN) {
                    declared = Availability.FREE;
                }
            });
        }

        private void goods() {
            for (Mention mention : terms.mentions(text)) {
                if (isGoods(mention) && !isClaimed(mention.start(), mention.end())) {
                    products.add(words(mention.start(), mention.end()));
                    onlyProducts &= mention.term().kind() == TermKind.PRODUCT;
                    claim("products", mention.start(), mention.end());
                }
            }
            Matcher lines = LINES_BEHIND.matcher("");
            for (int i = 0; i < text.length(); i++) {
                if (!claimed[i] && lines.reset(text.substring(i)).lookingAt() && lines.end() > 1) {
                    speaksOfLine = true;
                    claim("kind", i, i + lines.end());
                }
            }
        }

        /** A service is one where nothing is made and nothing is stocked; what else it is called stays its name. */
        private void services() {
            if (speaksOfLine || !products.isEmpty()) {
                return;
            }
            for (Mention mention : terms.mentions(text)) {
                Optional<ServiceType> type = ChatKinds.serviceType(mention.term());
                if (type.isPresent() && !isClaimed(mention.start(), mention.end())) {
                    service = service == null || service == ServiceType.OTHER ? type.get() : service;
                    method = method == null ? ChatKinds.methodOf(mention.term()) : method;
                    products.add(words(mention.start(), mention.end()));
                    claim("products", mention.start(), mention.end());
                }
            }
            if (service == ServiceType.CREW) {
                each(ChatKinds.HEADS, matcher -> {
                    headcount = Integer.valueOf(matcher.group(1));
                    claim("quantity", matcher.start(), matcher.end());
                });
            }
            if (service == null && vehicle != null) {
                service = ServiceType.TRANSPORT;
            }
        }

        /** One sort of machine that is sold second-hand or let, and makes nothing that was said. */
        private boolean isMachine() {
            return selling
                    && machineKinds == 1
                    && machine != null
                    && !speaksOfOutput
                    && products.isEmpty()
                    && convertible.isEmpty()
                    && supplyMode != SupplyMode.PROCESSING
                    && supplyMode != SupplyMode.ALL_IN;
        }

        private ListingKind kind() {
            if (isMachine()) {
                return ListingKind.EQUIPMENT;
            }
            if (service != null) {
                return ListingKind.SERVICE;
            }
            if (speaksOfLine
                    || speaksOfOutput
                    || !convertible.isEmpty()
                    || supplyMode == SupplyMode.LINE_FOR_HIRE
                    || supplyMode == SupplyMode.PROCESSING
                    || supplyMode == SupplyMode.ALL_IN) {
                return ListingKind.PRODUCTION_LINE;
            }
            return supplyMode == SupplyMode.FINISHED_STOCK && !products.isEmpty() && onlyProducts
                    ? ListingKind.FINISHED_STOCK
                    : ListingKind.MATERIAL;
        }

        private Particulars particulars(ListingKind kind) {
            if (kind == ListingKind.PRODUCTION_LINE) {
                return new Particulars.Line(List.of(), cleanRoom);
            }
            if (kind == ListingKind.EQUIPMENT) {
                return new Particulars.Machine(true, letting, false, leadDays, installationDays);
            }
            if (service == ServiceType.STERILISATION) {
                return new Particulars.Sterilisation(method, cycleMinutes, aerationMinutes, null);
            }
            if (service == ServiceType.TESTING) {
                return new Particulars.Testing(turnaroundHours);
            }
            if (service == ServiceType.TRANSPORT) {
                return new Particulars.Transport(vehicle, null, null, null, null);
            }
            if (service == ServiceType.CREW) {
                return new Particulars.Crew(headcount);
            }
            return Particulars.unsaid(kind);
        }

        private void whereabouts() {
            for (ChatPlaces.Found found : places.in(text)) {
                if (!isClaimed(found.start(), found.end())) {
                    place = found.place();
                    claim("site", found.start(), found.end());
                }
            }
        }

        private ChatReading reading() {
            ListingKind kind = kind();
            boolean line = kind == ListingKind.PRODUCTION_LINE;
            boolean timed = line || kind == ListingKind.SERVICE || kind == ListingKind.EQUIPMENT;
            if (kind == ListingKind.EQUIPMENT && machine != null) {
                products.add(machine);
                each(ChatKinds.SELLING, matcher -> claim("forSale", matcher.start(), matcher.end()));
                recognised.replaceAll(one -> one.field().equals("operations")
                        ? new Recognised("products", one.written(), one.start(), one.end())
                        : one);
            }
            if (kind == ListingKind.EQUIPMENT && supplyMode == SupplyMode.LINE_FOR_HIRE
                    || kind == ListingKind.SERVICE && supplyMode == SupplyMode.FINISHED_STOCK) {
                supplyMode = SupplyMode.UNSAID;
            }
            if (freeUntil != null && freeFrom == null) {
                freeFrom = today;
            }
            if (price() == null) {
                unclaimPriceWords();
            }
            if (rate != null) {
                String name = !operations.isEmpty()
                        ? operations.get(0).name()
                        : products.isEmpty() ? title() : products.iterator().next();
                if (!operations.isEmpty()) {
                    operations.remove(0);
                }
                operations.add(0, new Operation(name, rate));
            }
            TradeNumber amount =
                    line || kind == ListingKind.SERVICE && daily != null || onHand == null ? daily : onHand;
            ListingDraft draft = ListingDraft.of(kind, title())
                    .supplyMode(supplyMode)
                    .crewIncluded(crewIncluded)
                    .materialIncluded(materialIncluded)
                    .materialDays(materialDays)
                    .missing(String.join("、", missing))
                    .operations(line ? operations : List.of())
                    .products(List.copyOf(products))
                    .convertibleProducts(List.copyOf(convertible))
                    .specification(specification)
                    .quantity(
                            amount == null || amount.least().signum() == 0
                                    ? kind == ListingKind.EQUIPMENT ? machines : null
                                    : new Quantity(amount.least(), unitOr(amount)))
                    .hoursPerDay(hoursPerDay)
                    .changeoverMinutes(changeoverMinutes)
                    .minimumOrder(
                            minimum == null || minimum.least().signum() == 0
                                    ? null
                                    : new Quantity(minimum.least(), unitOr(minimum)))
                    .orderMultiple(
                            multiple == null || multiple.least().signum() == 0
                                    ? null
                                    : new Quantity(multiple.least(), unitOr(multiple)))
                    .readyDate(readyDate != null ? readyDate : timed ? null : freeFrom)
                    .fixedCharge(fixedCharge)
                    .price(price())
                    .declared(declared)
                    .particulars(particulars(kind))
                    .build();
            recognised.sort(Comparator.comparingInt(Recognised::start));
            return new ChatReading(
                    draft,
                    List.copyOf(recognised),
                    Optional.ofNullable(place),
                    timed ? freeFrom : null,
                    timed ? freeUntil : null,
                    List.copyOf(contact),
                    leftOver());
        }

        /** What a price includes says nothing without a price: back to the words nothing was made of. */
        private void unclaimPriceWords() {
            for (Recognised one : List.copyOf(recognised)) {
                if (one.field().startsWith("price")) {
                    recognised.remove(one);
                    for (int i = 0; i < text.length(); i++) {
                        if (folded.writtenStart(i) >= one.start() && folded.writtenStart(i) < one.end()) {
                            claimed[i] = false;
                        }
                    }
                }
            }
        }

        private @Nullable Price price() {
            if (priceYuan == null) {
                return null;
            }
            Quantity per = pricePer != null ? pricePer : new Quantity(BigDecimal.ONE, usual());
            // 0.0085 yuan for one is 85 yuan for ten thousand: money stays whole in its smallest unit.
            BigDecimal amount = priceYuan;
            while (amount.stripTrailingZeros().scale() > 2) {
                amount = amount.movePointRight(1);
                per = new Quantity(per.amount().movePointRight(1), per.unit());
            }
            Money money = yuan(amount);
            return money == null
                    ? null
                    : new Price(
                            money,
                            per,
                            new PriceBasis(taxSaid && taxIncluded, taxRate, invoice, delivery, Optional.empty()));
        }

        /** The first words, up to where they turn to amounts, prices or telephone numbers. */
        private String title() {
            String written = original;
            int begin = 0;
            for (int i = 0; i <= written.length(); i++) {
                if (i == written.length() || ",，。;；!！?？\n".indexOf(written.charAt(i)) >= 0) {
                    int from = begin;
                    int end = recognised.stream()
                            .filter(one -> NOT_IN_TITLE.contains(one.field()))
                            .mapToInt(Recognised::start)
                            .filter(start -> start >= from)
                            .min()
                            .orElse(i);
                    String bare = written.substring(begin, Math.min(i, Math.max(begin, end)))
                            .strip()
                            .replaceAll("[:：、]?\\s*(?:现货|有货)?[:：、\\s]*$", "");
                    if (bare.length() >= 2) {
                        return bare.length() > LONGEST_TITLE ? bare.substring(0, LONGEST_TITLE) : bare;
                    }
                    begin = i + 1;
                }
            }
            return products.isEmpty() ? "" : products.iterator().next();
        }

        private List<String> leftOver() {
            List<String> left = new ArrayList<>();
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                boolean open = i < text.length() && !claimed[i] && ",.。;!?、:()[]\"'".indexOf(text.charAt(i)) < 0;
                if (open && start < 0) {
                    start = i;
                } else if (!open && start >= 0) {
                    String words = words(start, i).strip();
                    if (!FILLER.matcher(FoldedText.fold(words))
                            .replaceAll("")
                            .replaceAll("[\\s\\p{Punct}]", "")
                            .isEmpty()) {
                        left.add(words);
                    }
                    start = -1;
                }
            }
            return List.copyOf(left);
        }

        private Unit unitOr(TradeNumber number) {
            return number.unit().orElseGet(this::usual);
        }

        private Unit usual() {
            return usualUnit != null ? usualUnit : Unit.of("item");
        }

        private void simple(Pattern pattern, String field, Runnable say) {
            each(pattern, matcher -> {
                say.run();
                claim(field, matcher.start(), matcher.end());
            });
        }

        private void each(Pattern pattern, java.util.function.Consumer<Matcher> use) {
            Matcher matcher = pattern.matcher(text);
            int from = 0;
            while (from <= text.length() && matcher.find(from)) {
                if (matcher.end() > matcher.start() && !isClaimed(matcher.start(), matcher.end())) {
                    int next = matcher.end();
                    use.accept(matcher);
                    from = next;
                } else {
                    from = matcher.start() + 1;
                }
            }
        }

        private void claim(String field, int start, int end) {
            claimOnly(field, start, end);
            for (int i = start; i < end; i++) {
                claimed[i] = true;
            }
        }

        private void claimOnly(String field, int start, int end) {
            recognised.add(new Recognised(
                    field, words(start, end).strip(), folded.writtenStart(start), folded.writtenEnd(end)));
        }

        private boolean isClaimed(int start, int end) {
            for (int i = start; i < end; i++) {
                if (claimed[i]) {
                    return true;
                }
            }
            return false;
        }
    }

    private static int startOf(Pattern pattern, String ahead, TradeNumber number) {
        Matcher matcher = pattern.matcher(ahead);
        return matcher.find() ? matcher.start() : number.start();
    }

    private static boolean isScaled(TradeNumber number) {
        return number.written().chars().anyMatch(letter -> "万千百亿wWkK".indexOf(letter) >= 0);
    }

    private static @Nullable Money yuan(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() > 2 ? null : Money.of(amount, Money.YUAN);
    }

    private static Optional<Unit> unitOf(String code) {
        return Unit.all().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** A line break ends a sentence; commas and stops keep their places, one letter for one. */
    private static String sentenceMarks(String written) {
        return written.replace('\n', ';')
                .replace('\r', ';')
                .replace('，', ',')
                .replace('；', ';')
                .replace('！', '!')
                .replace('？', '?')
                .replace('：', ':');
    }
}
