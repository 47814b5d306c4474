package org.muster.emergency;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.shared.FoldedText;

/**
 * A list of needs as it came: headings, and rows below them.
 *
 * @param rows each with its number as a spreadsheet numbers it
 */
public record NeedTable(List<String> headers, List<Row> rows) {

    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    /** What headings are called, folded; the longest that a heading holds decides. */
    private static final Map<NeedColumn, List<String>> CALLED = new EnumMap<>(NeedColumn.class);

    static {
        CALLED.put(
                NeedColumn.INSTITUTION,
                List.of(
                        "医院名称",
                        "机构名称",
                        "单位名称",
                        "医院",
                        "机构",
                        "单位",
                        "收货单位",
                        "需求单位",
                        "institution",
                        "hospital",
                        "organisation",
                        "organization",
                        "facility",
                        "name"));
        CALLED.put(NeedColumn.PROVINCE, List.of("省份", "省", "province"));
        CALLED.put(NeedColumn.CITY, List.of("地市", "城市", "市", "city"));
        CALLED.put(NeedColumn.COUNTY, List.of("区县", "县区", "县市", "区", "县", "county", "district"));
        CALLED.put(NeedColumn.PLACE, List.of("所在地", "地址", "地区", "地点", "place", "address", "location", "area"));
        CALLED.put(
                NeedColumn.ITEM,
                List.of("物资名称", "物资", "物品名称", "物品", "品名", "名称", "产品", "item", "product", "article", "supply"));
        CALLED.put(
                NeedColumn.SPECIFICATION, List.of("规格要求", "规格型号", "规格", "标准", "要求", "型号", "specification", "standard"));
        CALLED.put(
                NeedColumn.AMOUNT, List.of("需求数量", "需求量", "缺口", "数量", "quantity", "amount", "number needed", "needed"));
        CALLED.put(NeedColumn.UNIT, List.of("计量单位", "数量单位", "unit"));
        CALLED.put(
                NeedColumn.NEEDED_ON, List.of("需要日期", "需求日期", "最晚到货", "到货日期", "日期", "needed by", "needed on", "date"));
        CALLED.put(NeedColumn.STAFF, List.of("使用人数", "医护人数", "人数", "staff", "people", "heads"));
        CALLED.put(NeedColumn.DAYS, List.of("使用天数", "天数", "days"));
        CALLED.put(NeedColumn.CONTACT, List.of("联系人", "contact"));
        CALLED.put(NeedColumn.MOBILE, List.of("联系电话", "手机", "电话", "mobile", "phone", "telephone"));
    }

    public NeedTable {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** What each column probably is; what is guessed twice is ignored the second time. */
    public List<NeedColumn> guess() {
        List<NeedColumn> guessed = new ArrayList<>();
        for (String header : headers) {
            NeedColumn column = called(header).orElse(NeedColumn.IGNORED);
            guessed.add(guessed.contains(column) ? NeedColumn.IGNORED : column);
        }
        return guessed;
    }

    /** How many of these words are headings of such lists. */
    public static long known(List<String> cells) {
        return cells.stream().filter(cell -> called(cell).isPresent()).count();
    }

    private static Optional<NeedColumn> called(String header) {
        String folded = FoldedText.fold(header).replaceAll("[\\s:：（）()*]+", " ").strip();
        Optional<NeedColumn> best = Optional.empty();
        int longest = 0;
        for (Map.Entry<NeedColumn, List<String>> column : CALLED.entrySet()) {
            for (String name : column.getValue()) {
                boolean whole = folded.equals(name);
                boolean holds = name.length() >= 2 && folded.length() <= name.length() + 8 && folded.contains(name);
                // A heading that is the name beats one that only holds a longer one.
                int weight = whole ? 100 + name.length() : name.length();
                if ((whole || holds) && weight > longest) {
                    best = Optional.of(column.getKey());
                    longest = weight;
                }
            }
        }
        return best;
    }

    /** Whether a 1 in this column is a tick rather than a figure: most of them are 1. */
    public boolean looksTicked(List<NeedColumn> columns) {
        int amount = columns.indexOf(NeedColumn.AMOUNT);
        if (amount < 0) {
            return false;
        }
        long figures = rows.stream().filter(row -> !row.cell(amount).isBlank()).count();
        long ones = rows.stream()
                .filter(row -> row.cell(amount).strip().equals("1"))
                .count();
        return figures >= 3 && ones * 2 > figures;
    }

    /** A row, cell by cell, as these columns say. */
    static WrittenNeed read(Row row, List<NeedColumn> columns) {
        Map<NeedColumn, String> cells = new EnumMap<>(NeedColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            cells.putIfAbsent(columns.get(i), row.cell(i));
        }
        return new WrittenNeed(
                row.number(),
                row.cells().stream().map(String::strip).collect(Collectors.joining(" | ")),
                cell(cells, NeedColumn.INSTITUTION),
                cell(cells, NeedColumn.PROVINCE),
                cell(cells, NeedColumn.CITY),
                cell(cells, NeedColumn.COUNTY),
                cell(cells, NeedColumn.PLACE),
                cell(cells, NeedColumn.ITEM),
                cell(cells, NeedColumn.SPECIFICATION),
                cell(cells, NeedColumn.AMOUNT),
                cell(cells, NeedColumn.UNIT),
                cell(cells, NeedColumn.NEEDED_ON),
                cell(cells, NeedColumn.STAFF),
                cell(cells, NeedColumn.DAYS),
                cell(cells, NeedColumn.CONTACT),
                cell(cells, NeedColumn.MOBILE));
    }

    private static String cell(Map<NeedColumn, String> cells, NeedColumn column) {
        return cells.getOrDefault(column, "");
    }
}
