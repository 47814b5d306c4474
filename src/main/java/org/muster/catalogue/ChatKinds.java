package org.muster.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Term;
import org.muster.reference.TermKind;

/** The words by which a chat tells a machine for sale, a service or a clean room from a line and its goods. */
final class ChatKinds {

    static final Pattern SELLING = Pattern.compile(
            "转让|出售|急售|转卖|变卖|低价处理|处理(?=[一二两三四五六七八九十\\d]*[台套])|二手|九成新|八成新|for sale|second[- ]?hand|used(?= )");
    static final Pattern LETTING = Pattern.compile("可租可售|(?:可以?|对外|能)?(?:出租|租赁|外租|可租)|for (?:hire|rent)");
    static final Pattern VEHICLE = Pattern.compile(
            "\\d{1,2}(?:\\.\\d)?\\s*米\\s*(?:高栏|平板|厢式?|箱式|冷藏|飞翼|高低板|栏板)\\s*(?:货?车)?|\\d{1,2}(?:\\.\\d)?\\s*m (?:flatbed|reefer|box) truck");
    static final Pattern HEADS = Pattern.compile("(?<![\\d.])(\\d{1,5})\\s*(?:人|名|位|people|workers)");
    static final Pattern CLEAN_ROOM =
            Pattern.compile("(三十万|十万|万|千|百|30万|10万|1万)级(?:的)?(?:洁净|净化|无尘|gmp)*(?:车间|厂房|生产环境|室)");

    static final Pattern LEAD_AHEAD = Pattern.compile("(?:交货期|交期|货期|lead time)\\s*(?:大?约|是|为|:|of|\\s)*$");
    static final Pattern INSTALLATION_AHEAD =
            Pattern.compile("(?:安装调试|上门安装|安装|调试|installation)\\s*(?:大?约|要|需要?|:|\\s)*$");
    static final Pattern CYCLE_AHEAD = Pattern.compile("(?:灭菌周期|周期|一柜|一锅|cycle)\\s*(?:大?约|是|为|要|:|of|\\s)*$");
    static final Pattern AERATION_AHEAD = Pattern.compile("(?:解析期|解析|解吸|通风散气|aeration)\\s*(?:大?约|时间|是|为|要|:|of|\\s)*$");
    static final Pattern REPORT_BEHIND = Pattern.compile("^\\s*(?:内|以内|可|能|之内)*\\s*(?:出具?(?:检测)?报告|出结果|出数据|report)");

    private static final Map<String, CleanRoom> CLEAN_ROOMS = Map.of(
            "三十万", CleanRoom.CLASS_300000,
            "30万", CleanRoom.CLASS_300000,
            "十万", CleanRoom.CLASS_100000,
            "10万", CleanRoom.CLASS_100000,
            "万", CleanRoom.CLASS_10000,
            "1万", CleanRoom.CLASS_10000,
            "千", CleanRoom.CLASS_1000,
            "百", CleanRoom.CLASS_100);

    private static final Set<String> TESTS = Set.of("testing-lab", "mask-testing", "calibration");
    private static final Set<String> CREWS = Set.of(
            "labour-crew",
            "general-worker",
            "fitter-crew",
            "electrician",
            "welder-worker",
            "sewing-worker",
            "quality-inspector");
    private static final List<String> FREIGHT = List.of("-freight", "cold-chain", "express-delivery");

    private ChatKinds() {}

    static @Nullable CleanRoom cleanRoom(String written) {
        return CLEAN_ROOMS.get(written);
    }

    /** Which sort of service a term of the glossary names; empty for what is no service. */
    static Optional<ServiceType> serviceType(Term term) {
        if (term.kind() != TermKind.SERVICE) {
            return Optional.empty();
        }
        String key = term.key();
        if (key.endsWith("-sterilisation") || key.equals("aeration-service")) {
            return Optional.of(ServiceType.STERILISATION);
        }
        if (TESTS.contains(key)) {
            return Optional.of(ServiceType.TESTING);
        }
        if (FREIGHT.stream().anyMatch(key::endsWith)) {
            return Optional.of(ServiceType.TRANSPORT);
        }
        return Optional.of(CREWS.contains(key) ? ServiceType.CREW : ServiceType.OTHER);
    }

    /** Irradiation may be by gamma rays or by electrons; what is not said is not guessed. */
    static @Nullable SterilisationMethod methodOf(Term term) {
        return switch (term.key()) {
            case "eo-sterilisation" -> SterilisationMethod.ETHYLENE_OXIDE;
            case "steam-sterilisation" -> SterilisationMethod.STEAM;
            default -> null;
        };
    }
}
