package org.muster.importexport;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headings of lists, Chinese or English and in any order, and what columns they stand for. */
public final class Headings {

    private static final Map<String, Column> KNOWN = new LinkedHashMap<>();

    static {
        know(Column.NAME, "厂商名称", "企业名称", "公司名称", "单位名称", "厂家名称", "生产企业", "生产厂家", "生产厂商", "生产单位");
        know(Column.NAME, "厂商", "厂家", "企业", "公司", "制造商", "供应商", "供应商名称", "名称");
        know(
                Column.NAME,
                "manufacturer",
                "manufacturername",
                "company",
                "companyname",
                "maker",
                "producer",
                "supplier");
        know(
                Column.NAME,
                "suppliername",
                "firm",
                "firmname",
                "enterprise",
                "organisation",
                "organization",
                "factory",
                "name");
        know(Column.PROVINCE, "省", "省份", "省市", "省区", "省直辖市", "省自治区", "所在省", "所在省份", "省自治区直辖市", "province", "state");
        know(Column.CITY, "市", "城市", "地市", "地级市", "市州", "所在市", "所在城市", "city", "town", "prefecture", "municipality");
        know(Column.COUNTY, "区县", "县区", "区", "县", "县市", "县市区", "区县市", "所在区县", "county", "district");
        know(
                Column.PLACE,
                "地区",
                "所在地",
                "地址",
                "所在地区",
                "所属地区",
                "省市区",
                "省市县",
                "地点",
                "厂址",
                "place",
                "location",
                "address",
                "region",
                "area");
        know(Column.CATEGORY, "产能类别", "类别", "产品类别", "品类", "物资类别", "分类", "大类", "category", "class", "productcategory");
        know(Column.PRODUCT, "规格", "产品", "产品名称", "产品规格", "品名", "物资名称", "规格型号", "产品规格型号", "主要产品", "生产产品");
        know(Column.PRODUCT, "product", "productname", "products", "specification", "spec", "item", "goods", "makes");
        know(Column.CAPACITY, "日产能", "产能", "日产量", "产量", "每日产能", "日均产能", "日均产量", "最大日产能", "日生产能力", "生产能力", "数量");
        know(
                Column.CAPACITY,
                "capacity",
                "dailycapacity",
                "capacityperday",
                "dailyoutput",
                "output",
                "outputperday",
                "perday",
                "quantity");
        know(Column.UNIT, "单位", "计量单位", "产能单位", "数量单位", "unit", "units", "uom", "unitofmeasure");
        know(
                Column.PHONE,
                "电话",
                "联系电话",
                "手机",
                "手机号",
                "联系方式",
                "手机号码",
                "电话号码",
                "联系人电话",
                "联系人",
                "phone",
                "telephone",
                "tel");
        know(Column.PHONE, "mobile", "contact", "contacts", "contactperson", "phonenumber");
        know(
                Column.PACK,
                "包装",
                "包装规格",
                "装箱数",
                "箱规",
                "装箱规格",
                "每箱数量",
                "包装数量",
                "包装方式",
                "packing",
                "pack",
                "packsize",
                "packaging");
        know(Column.LISTING, "供给编号", "listingnumber", "listingid");
        know(
                Column.CODE,
                "货号",
                "产品编号",
                "商品编号",
                "物料编码",
                "物料号",
                "编码",
                "sku",
                "articlenumber",
                "itemcode",
                "partnumber",
                "code");
        know(Column.KIND, "供给种类", "种类", "资源类型", "kind", "listingkind");
        know(Column.TITLE, "标题", "供给名称", "供给标题", "title");
        know(Column.TITLE_EN, "英文标题", "英文名称", "titleinenglish", "englishtitle");
        know(Column.DESCRIPTION, "描述", "详细描述", "简介", "description", "details");
        know(Column.DESCRIPTION_EN, "英文描述", "descriptioninenglish");
        know(Column.CONVERTIBLE, "可转产", "可转产产品", "canconvertto", "convertibleto");
        know(Column.OPERATIONS, "工序", "工序与节拍", "operations", "processes");
        know(Column.SPECIFICATION, "规格参数", "技术参数", "参数", "specifications", "technicaldata");
        know(Column.DIVISION, "行业", "行业大类", "行业代码", "industry", "division");
        know(Column.SUPPLY_MODE, "供应方式", "合作方式", "supplymode");
        know(Column.AVAILABILITY, "空闲情况", "是否空闲", "availability");
        know(Column.CONFIDENTIALITY, "保密级别", "可见范围", "confidentiality", "visibility");
        know(Column.HOURS, "每天工作小时", "每日工时", "hoursaday", "hoursperday");
        know(Column.CHANGEOVER, "换型时间分钟", "换型分钟", "换型时间", "changeoverminutes", "changeover");
        know(Column.CREW, "含人员", "包人工", "crewincluded");
        know(Column.MATERIAL, "含物料", "包料", "materialincluded");
        know(Column.MATERIAL_DAYS, "原料可用天数", "物料天数", "daysofmaterial", "materialdays");
        know(Column.MISSING, "缺什么", "缺口", "所缺", "whatismissing", "missing");
        know(Column.MINIMUM, "起订量", "最小起订量", "minimumorder", "moq");
        know(Column.MULTIPLE, "订货倍数", "倍数", "ordermultiple");
        know(Column.READY, "可交付日期", "就绪日期", "readydate", "readyfrom");
        know(Column.CHARGE, "固定费用", "开机费", "fixedcharge", "setupcharge");
        know(Column.PRICE, "单价", "价格", "报价", "price", "unitprice");
        know(Column.CURRENCY, "币种", "货币", "currency");
        know(Column.PRICE_PER, "计价数量", "计价单位", "priceper");
        know(Column.TAX, "含税", "是否含税", "taxincluded");
        know(Column.TAX_RATE, "税率", "taxrate");
        know(Column.INVOICE, "发票", "发票类型", "invoice");
        know(Column.DELIVERY, "交货方式", "价格条件", "delivery", "deliveryterms");
        know(Column.PRICE_UNTIL, "报价有效期", "价格有效期", "pricevaliduntil", "validuntil");
        know(Column.SITE, "厂区", "厂区名称", "site", "sitename");
        know(Column.HANDLES, "能用的材料", "可用材料", "可加工材料", "materialsithandles", "materialshandled", "handles");
        know(Column.CLEAN_ROOM, "洁净级别", "洁净等级", "洁净车间", "cleanroom", "cleanroomclass");
        know(Column.OFFERED, "怎么给人用", "出售出租", "tobehad", "offeredfor", "saleorlease");
        know(Column.LEAD_DAYS, "交货期", "交货期天", "交期", "leadtime", "leadtimedays");
        know(Column.INSTALLATION_DAYS, "安装调试", "安装调试天", "安装天数", "installation", "installationdays");
        know(Column.BATCH, "批号", "批次", "生产批号", "batch", "batchnumber", "lotnumber");
        know(Column.BEST_BEFORE, "有效期至", "有效期", "保质期至", "失效日期", "gooduntil", "bestbefore", "expirydate");
        know(Column.SERVICE_TYPE, "服务类别", "服务类型", "kindofservice", "servicetype");
        know(Column.METHOD, "灭菌方式", "灭菌方法", "sterilisationmethod", "sterilizationmethod");
        know(Column.CYCLE, "灭菌周期", "灭菌周期分钟", "onecycle", "cycletime", "cycleminutes");
        know(Column.AERATION, "解析时间", "解析时间分钟", "aeration", "aerationtime", "aerationminutes");
        know(Column.CHAMBER, "一柜装多少", "柜容", "灭菌柜容积", "oneloadholds", "chamber");
        know(Column.TURNAROUND, "出报告", "出报告小时", "检测周期", "reportwithin", "turnaround", "turnaroundhours");
        know(Column.VEHICLE, "车型", "车辆", "vehicle", "vehicletype");
        know(Column.PAYLOAD, "每辆载重", "载重", "载重量", "payload", "payloadofeach");
        know(Column.CARGO, "每辆容积", "车厢容积", "roomineach", "cargovolume");
        know(Column.TEMPERATURE, "温度", "温控范围", "温度范围", "temperature", "temperaturerange");
        know(Column.HEADCOUNT, "人数", "班组人数", "多少人", "people", "headcount", "crewsize");
        know(Column.LIMIT, "最高额度", "额度", "授信额度", "limit", "creditlimit");
        know(Column.YEARLY_RATE, "年化费率", "年利率", "年化利率", "yearlyrate", "annualrate");
        know(Column.TERM, "期限", "期限天", "服务期限", "term", "termdays");
        know(Column.HANDED_OVER, "交付什么", "交付内容", "whatishandedover", "deliverables");
        know(Column.WINDOWS, "空闲档期", "档期", "capacitywindows", "windows");
        know(Column.PATTERN, "每周规律", "周规律", "weeklypattern", "pattern");
        know(Column.STATE, "供给状态", "发布状态", "state", "listingstate");
        know(Column.NOTE, "备注", "说明", "附注", "note", "notes", "remark", "remarks", "comment", "comments");
        know(Column.IGNORED, "序号", "编号", "原因", "no", "id", "index", "reason");
    }

    private Headings() {}

    static List<Column> guess(List<String> headers) {
        return guess(headers, Purpose.ON_BEHALF);
    }

    /** One column for each heading; what is not known, or was already found further left, is ignored. */
    static List<Column> guess(List<String> headers, Purpose purpose) {
        Set<Column> taken = EnumSet.noneOf(Column.class);
        List<Column> guessed = new ArrayList<>();
        boolean titled = headers.stream().anyMatch(header -> column(header) == Column.TITLE);
        for (String header : headers) {
            Column column = meant(column(header), purpose, titled);
            guessed.add(column.mayRepeat() || taken.add(column) ? column : Column.IGNORED);
        }
        return List.copyOf(guessed);
    }

    /** A heading that one list has of firms another has of articles. */
    private static Column meant(Column column, Purpose purpose, boolean titled) {
        if (column.fits(purpose)) {
            return column;
        }
        if (purpose == Purpose.OWN) {
            return switch (column) {
                case NOTE -> Column.DESCRIPTION;
                case NAME -> titled ? Column.IGNORED : Column.TITLE;
                default -> Column.IGNORED;
            };
        }
        return column == Column.DESCRIPTION ? Column.NOTE : Column.IGNORED;
    }

    /** How many of these headings are known words; tells headings from rows, and the right separator from the wrong one. */
    public static long known(List<String> headers) {
        return headers.stream()
                .map(header -> KNOWN.containsKey(folded(header)) ? folded(header) : folded(withoutRemark(header)))
                .filter(KNOWN::containsKey)
                .distinct()
                .count();
    }

    /** The same for every list with these headings, in whatever order they stand. */
    static String key(List<String> headers) {
        return String.join("|", headers.stream().map(Headings::folded).sorted().toList());
    }

    private static Column column(String header) {
        Column column = KNOWN.get(folded(header));
        return column == null ? KNOWN.getOrDefault(folded(withoutRemark(header)), Column.IGNORED) : column;
    }

    /** 日产能（只） and "Capacity (per day)" are their heading with a remark. */
    private static String withoutRemark(String header) {
        return header.replaceAll("[(（\\[【].*", "");
    }

    static String folded(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void know(Column column, String... headings) {
        Arrays.stream(headings).forEach(heading -> KNOWN.put(heading, column));
    }
}
