package org.muster.importexport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingRow;
import org.muster.catalogue.ListingState;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reference.Places;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.SiteId;

/**
 * Listings as spreadsheets. A file that was handed out says the same when it is imported again: every row carries the number of its listing, and what
 * a viewer may not know of it is not in the file.
 */
@ApplicationScoped
@Transactional
public class ListingSheets {

    private static final int LOOKED_UP_AT_ONCE = 500;
    private static final EnumWords<ListingState> STATES = new EnumWords<>(ListingState.class)
            .say(ListingState.DRAFT, "草稿", "Draft")
            .say(ListingState.PUBLISHED, "已发布", "Published")
            .say(ListingState.PAUSED, "已暂停", "Paused")
            .say(ListingState.WITHDRAWN, "已撤回", "Withdrawn");

    record Heading(Column column, String zh, String en) {
        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    /** The columns in their order; each heading is one that the import knows. */
    static final List<Heading> HEADINGS = List.of(
            new Heading(Column.LISTING, "供给编号", "Listing number"),
            new Heading(Column.CODE, "货号", "Article number"),
            new Heading(Column.TITLE, "标题", "Title"),
            new Heading(Column.TITLE_EN, "英文标题", "Title in English"),
            new Heading(Column.KIND, "供给种类", "Kind"),
            new Heading(Column.STATE, "供给状态", "State"),
            new Heading(Column.NAME, "企业名称", "Organisation"),
            new Heading(Column.PROVINCE, "省", "Province"),
            new Heading(Column.CITY, "市", "City"),
            new Heading(Column.SITE, "厂区", "Site"),
            new Heading(Column.PRODUCT, "产品", "Products"),
            new Heading(Column.CAPACITY, "数量", "Quantity"),
            new Heading(Column.UNIT, "单位", "Unit"),
            new Heading(Column.SUPPLY_MODE, "供应方式", "Supply mode"),
            new Heading(Column.AVAILABILITY, "空闲情况", "Availability"),
            new Heading(Column.CONFIDENTIALITY, "保密级别", "Confidentiality"),
            new Heading(Column.PRICE, "单价", "Price"),
            new Heading(Column.CURRENCY, "币种", "Currency"),
            new Heading(Column.PRICE_PER, "计价数量", "Price per"),
            new Heading(Column.TAX, "含税", "Tax included"),
            new Heading(Column.TAX_RATE, "税率", "Tax rate"),
            new Heading(Column.INVOICE, "发票", "Invoice"),
            new Heading(Column.DELIVERY, "交货方式", "Delivery"),
            new Heading(Column.PRICE_UNTIL, "报价有效期", "Price valid until"),
            new Heading(Column.MINIMUM, "起订量", "Minimum order"),
            new Heading(Column.MULTIPLE, "订货倍数", "Order multiple"),
            new Heading(Column.READY, "可交付日期", "Ready date"),
            new Heading(Column.CHARGE, "固定费用", "Fixed charge"),
            new Heading(Column.OPERATIONS, "工序", "Operations"),
            new Heading(Column.CONVERTIBLE, "可转产", "Can convert to"),
            new Heading(Column.SPECIFICATION, "规格参数", "Specifications"),
            new Heading(Column.HOURS, "每天工作小时", "Hours a day"),
            new Heading(Column.CHANGEOVER, "换型时间（分钟）", "Changeover (minutes)"),
            new Heading(Column.CREW, "含人员", "Crew included"),
            new Heading(Column.MATERIAL, "含物料", "Material included"),
            new Heading(Column.MATERIAL_DAYS, "原料可用天数", "Days of material"),
            new Heading(Column.MISSING, "缺什么", "What is missing"),
            new Heading(Column.WINDOWS, "空闲档期（北京时间）", "Capacity windows (Beijing time)"),
            new Heading(Column.PATTERN, "每周规律", "Weekly pattern"),
            new Heading(Column.HANDLES, "能用的材料", "Materials it handles"),
            new Heading(Column.CLEAN_ROOM, "洁净级别", "Clean room"),
            new Heading(Column.OFFERED, "怎么给人用", "To be had"),
            new Heading(Column.LEAD_DAYS, "交货期（天）", "Lead time (days)"),
            new Heading(Column.INSTALLATION_DAYS, "安装调试（天）", "Installation (days)"),
            new Heading(Column.BATCH, "批号", "Batch"),
            new Heading(Column.BEST_BEFORE, "有效期至", "Good until"),
            new Heading(Column.SERVICE_TYPE, "服务类别", "Kind of service"),
            new Heading(Column.METHOD, "灭菌方式", "Sterilisation method"),
            new Heading(Column.CYCLE, "灭菌周期（分钟）", "One cycle (minutes)"),
            new Heading(Column.AERATION, "解析时间（分钟）", "Aeration (minutes)"),
            new Heading(Column.CHAMBER, "一柜装多少", "One load holds"),
            new Heading(Column.TURNAROUND, "出报告（小时）", "Report within (hours)"),
            new Heading(Column.VEHICLE, "车型", "Vehicle"),
            new Heading(Column.PAYLOAD, "每辆载重", "Payload of each"),
            new Heading(Column.CARGO, "每辆容积", "Room in each"),
            new Heading(Column.TEMPERATURE, "温度（℃）", "Temperature (°C)"),
            new Heading(Column.HEADCOUNT, "人数", "People"),
            new Heading(Column.LIMIT, "最高额度", "Limit"),
            new Heading(Column.YEARLY_RATE, "年化费率", "Yearly rate"),
            new Heading(Column.TERM, "期限（天）", "Term (days)"),
            new Heading(Column.HANDED_OVER, "交付什么", "What is handed over"),
            new Heading(Column.DIVISION, "行业", "Industry"),
            new Heading(Column.DESCRIPTION, "描述", "Description"),
            new Heading(Column.DESCRIPTION_EN, "英文描述", "Description in English"));

    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final Places places;
    private final ListFiles files;

    ListingSheets(Catalogue catalogue, OrganisationRegistry registry, Places places, ListFiles files) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.places = places;
        this.files = files;
    }

    /** The listings of the organisation acted for, all but those that were withdrawn. */
    public byte[] ofMine(Actor actor, FileKind kind, Locale locale, Instant now) {
        List<ListingRow> rows = new ArrayList<>();
        long all = catalogue.countMine(actor);
        for (int page = 0; (long) page * LOOKED_UP_AT_ONCE < all; page++) {
            rows.addAll(catalogue.sheetOfMine(actor, page, LOOKED_UP_AT_ONCE, now));
        }
        return write(rows, kind, locale);
    }

    /** These, as far as the viewer may see them, in this order. */
    public byte[] of(Actor viewer, List<ListingId> listings, FileKind kind, Locale locale, Instant now) {
        List<ListingRow> rows = new ArrayList<>();
        for (int from = 0; from < listings.size(); from += LOOKED_UP_AT_ONCE) {
            rows.addAll(catalogue.sheet(
                    viewer, listings.subList(from, Math.min(listings.size(), from + LOOKED_UP_AT_ONCE)), now));
        }
        return write(rows, kind, locale);
    }

    private byte[] write(List<ListingRow> rows, FileKind kind, Locale locale) {
        Map<SiteId, String> sites = new HashMap<>();
        List<OrganisationId> organisations = rows.stream()
                .map(ListingRow::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        registry.sitesOf(organisations).forEach(site -> sites.put(site.id(), site.name()));
        return files.write(
                kind,
                HEADINGS.stream().map(heading -> heading.in(locale)).toList(),
                rows.stream().map(row -> cells(row, sites, locale)).toList());
    }

    private List<String> cells(ListingRow row, Map<SiteId, String> sites, Locale locale) {
        Map<Column, String> cells = ListingCells.write(row.says(), locale);
        cells.put(Column.LISTING, row.id().toString());
        String key = row.externalKey();
        cells.put(
                Column.CODE,
                key != null && key.startsWith(OwnRules.NUMBERED) ? key.substring(OwnRules.NUMBERED.length()) : "");
        cells.put(Column.WINDOWS, WindowCells.write(row.windows(), locale));
        cells.put(Column.PATTERN, PatternCells.write(row.pattern(), locale));
        cells.put(Column.STATE, STATES.write(row.state(), locale));
        String name = row.organisationName();
        cells.put(Column.NAME, name == null ? "" : name);
        SiteId site = row.says().site();
        cells.put(Column.SITE, name == null || site == null ? "" : sites.getOrDefault(site, ""));
        places.byCode(row.placeCode()).ifPresent(place -> {
            cells.put(Column.PROVINCE, places.province(place).name(locale));
            cells.put(
                    Column.CITY,
                    places.city(place).map(city -> city.name(locale)).orElse(""));
        });
        return HEADINGS.stream()
                .map(heading -> cells.getOrDefault(heading.column(), ""))
                .toList();
    }
}
