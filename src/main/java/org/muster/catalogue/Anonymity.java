package org.muster.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts out of a supplier's own words whatever tells who it is: its names in every shortening people use, numbers, addresses to write to.
 * It rather cuts a word too many; what nobody can cut safely, the free description, is not shown at all.
 */
final class Anonymity {

    private static final Pattern REACHABLE = Pattern.compile(
            "(?iu)(https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+|(\\+?86[- ]?)?1[3-9]\\d([- ]?\\d{4}){2}|0\\d{2,3}[- ]?\\d{7,8}|(微信|QQ|wechat)[号:： ]*\\w{5,})");
    private static final Pattern BRACKETED = Pattern.compile("[（(【\\[].*?[）)】\\]]");
    private static final Pattern LEGAL_ENDING =
            Pattern.compile("(股份有限公司|有限责任公司|有限公司|股份公司|总公司|分公司|公司|集团|股份|总厂|工厂|厂|合作社|经营部|商行|研究院|中心)$");
    private static final Pattern TRADE_ENDING = Pattern.compile(
            "(医疗|卫生|用品|器械|科技|技术|实业|制品|新材料|材料|无纺布|非织造布|非织造|无纺|纺织|纤维|服装|服饰|制衣|机械|机电|设备|装备|电子|电器|电气|塑料|塑胶|橡塑|橡胶|包装|化工|化学|化纤|石化|制造|工业|贸易|防护|劳保|安防|生物|医药|药业|制药|消毒|智能|自动化|模具|精密|五金|金属|印刷|纸业|纸箱|纸品|造纸|国际|发展|产业|控股|企业|健康|日化|净化|环保|物流|检测|食品|家居|汽车|零部件|线缆|过滤|滤材)$");
    private static final Pattern LEGAL_ENDING_EN = Pattern.compile(
            "(?i)[,\\s]+(co\\.?,?\\s*ltd\\.?|ltd\\.?|limited|inc\\.?|llc|corp\\.?|corporation|company|co\\.?|group|holdings?)\\s*$");
    private static final Pattern TRADE_WORD_EN = Pattern.compile(
            "(?i)(medical|sanitary|hygiene|products?|supplies|instruments?|technolog(y|ies)|tech|industr(y|ies|ial)|materials?|new|nonwovens?|textiles?|garments?|apparel|machinery|equipment|electronics?|electric|plastics?|packaging|chemicals?|manufacturing|trading|protective|protection|safety|biotech|pharma(ceuticals?)?|intelligent|automation|mould|mold|precision|metal|hardware|printing|paper|cartons?|international|development|and|&|of|the)");

    private final List<Pattern> names;

    /**
     * @param places names of the supplier's own province, city and county, with which company names begin
     */
    Anonymity(String name, @Nullable String nameEn, List<String> places) {
        List<String> tellTale = new ArrayList<>(chinese(name, places));
        if (nameEn != null && !nameEn.isBlank()) {
            tellTale.addAll(english(nameEn, places));
        }
        names = tellTale.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(text -> Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    String cut(String text) {
        String left = REACHABLE.matcher(text).replaceAll(" ");
        for (Pattern name : names) {
            left = name.matcher(left).replaceAll(" ");
        }
        return left.equals(text)
                ? text
                : left.replaceAll("[\\s\\u3000]+", " ")
                        .replaceAll("^[\\s,，、:：·\\-–—]+", "")
                        .strip();
    }

    @Nullable String cutOrNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String left = cut(text);
        return left.isBlank() ? null : left;
    }

    List<String> cut(List<String> texts) {
        return texts.stream().map(this::cut).filter(text -> !text.isBlank()).toList();
    }

    private static List<String> chinese(String name, List<String> places) {
        List<String> told = new ArrayList<>(List.of(name.strip()));
        String bare = BRACKETED.matcher(name).replaceAll("").strip();
        String rest = bare;
        for (String shorter = strippedOf(rest, LEGAL_ENDING);
                !shorter.equals(rest);
                shorter = strippedOf(rest, LEGAL_ENDING)) {
            rest = shorter;
            told.add(rest);
        }
        rest = withoutPlace(rest, places);
        told.add(rest);
        for (String shorter = strippedOf(rest, TRADE_ENDING);
                !shorter.equals(rest);
                shorter = strippedOf(rest, TRADE_ENDING)) {
            rest = shorter;
            told.add(rest);
        }
        // What is left when only trade words made up the name is a word of the trade, which tells nothing.
        return told.stream()
                .filter(text -> text.length() >= 2)
                .filter(text -> !TRADE_ENDING.matcher(text).matches())
                .toList();
    }

    private static List<String> english(String name, List<String> places) {
        List<String> told = new ArrayList<>(List.of(name.strip()));
        String rest = name.strip();
        for (String shorter = strippedOf(rest, LEGAL_ENDING_EN);
                !shorter.equals(rest);
                shorter = strippedOf(rest, LEGAL_ENDING_EN)) {
            rest = shorter.strip();
            told.add(rest);
        }
        rest = withoutPlace(rest, places);
        told.add(rest);
        for (String word : rest.split("[\\s,.]+")) {
            if (word.length() >= 3 && !TRADE_WORD_EN.matcher(word).matches()) {
                told.add(word);
            }
        }
        return told.stream()
                .filter(text ->
                        text.length() >= 3 && !TRADE_WORD_EN.matcher(text).matches())
                .toList();
    }

    private static String strippedOf(String text, Pattern ending) {
        return ending.matcher(text).replaceFirst("");
    }

    private static String withoutPlace(String name, List<String> places) {
        String rest = name;
        boolean again = true;
        while (again) {
            again = false;
            for (String place : places.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList()) {
                if (!place.isBlank()
                        && rest.length() > place.length()
                        && rest.regionMatches(true, 0, place, 0, place.length())) {
                    rest = rest.substring(place.length()).replaceFirst("^[省市区县]?\\s*", "");
                    again = true;
                }
            }
        }
        return rest;
    }
}
