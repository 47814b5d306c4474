package org.muster.search.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.catalogue.WeekState;
import org.muster.certificate.CertificateKind;
import org.muster.organisation.VerificationLevel;
import org.muster.search.Filter;
import org.muster.search.Reason;
import org.muster.search.Sort;

/** What the search page and the operators' page say. */
@MessageBundle(value = "search", locale = "zh")
public interface SearchMessages {

    // The box

    @Message("找产能")
    String title();

    @Message("“{words}”的供给")
    String title_of(String words);

    @Message("要找什么")
    String words_label();

    @Message("产品、设备、原料或服务，中英文都行")
    String words_hint();

    @Message("搜索")
    String search();

    // Tabs, facets

    @Message("种类")
    String kinds();

    @Message("全部")
    String any_kind();

    @Message(
            "{#when kind}{#is PRODUCTION_LINE}产线{#is MATERIAL}原料{#is EQUIPMENT}设备{#is FINISHED_STOCK}现货{#is SERVICE}服务{/when}")
    String kind(ListingKind kind);

    @Message("筛选")
    String filters();

    @Message("筛选（{n} 项）")
    String filters_active(int n);

    @Message("应用筛选")
    String apply();

    @Message("供应方式")
    String supply_modes();

    @Message("{#when mode}{#is FINISHED_STOCK}现货{#is ALL_IN}包工包料{#is PROCESSING}来料加工{#is LINE_FOR_HIRE}产线租用{#is"
            + " UNSAID}未说明{/when}")
    String supply_mode(SupplyMode mode);

    @Message("行业")
    String divisions();

    @Message("地区")
    String regions();

    @Message("更多")
    String more();

    @Message("离哪里多远")
    String distance();

    @Message("地点")
    String near();

    @Message("城市、区县名称")
    String near_hint();

    @Message("不超过（公里）")
    String kilometres();

    @Message("您要找的是：")
    String which_place();

    @Message("何时空闲")
    String dates();

    @Message("从")
    String from();

    @Message("到")
    String to();

    @Message("您还没有登录，日期按整周查：{first} 至 {last}。")
    String whole_weeks(String first, String last);

    @Message("登录后可按具体日期查")
    String sign_in_for_days();

    @Message("至少要多少")
    String quantity();

    @Message("数量")
    String amount();

    @Message("单位")
    String unit();

    @Message("认证等级")
    String levels();

    @Message("{#when level}{#is UNCLAIMED}待认领{#is REGISTERED}已注册{#is DOCUMENTS_CHECKED}资料已核验{#is VISITED}已实地核实{/when}")
    String level(VerificationLevel level);

    @Message("{#when level}{#is UNCLAIMED}全部{#is REGISTERED}已注册及以上{#is DOCUMENTS_CHECKED}资料已核验及以上{#is"
            + " VISITED}已实地核实{/when}")
    String level_at_least(VerificationLevel level);

    @Message("有效证书")
    String certificates();

    @Message("今天有效、范围包含所供产品的证书；企业自报的也算，点开供给看是否核过。")
    String certificate_note();

    @Message(
            "{#when kind}{#is BUSINESS_LICENCE}营业执照{#is REGISTRATION}医疗器械注册证{#is EMERGENCY_REGISTRATION}应急注册或备案{#is FILING}备案凭证{#is PRODUCTION_LICENCE}生产许可证{#is DISTRIBUTION_LICENCE}经营许可或备案{#is HYGIENE_LICENCE}卫生许可证{#is INDUSTRIAL_LICENCE}工业产品生产许可证{#is FOOD_LICENCE}食品生产许可证{#is COMPULSORY_CERTIFICATION}3C 认证{#is LABORATORY}实验室资质{#is TEST_REPORT}检测报告{#is MANAGEMENT_SYSTEM}管理体系认证{#is FOREIGN_APPROVAL}境外认证{#is OTHER}其他证明{/when}")
    String certificate(CertificateKind kind);

    @Message("标准版本")
    String standards();

    @Message("替代它的新版也可以")
    String or_successor();

    @Message("{editions} 或替代版本")
    String chip_standard_or_successor(String editions);

    @Message("证书有效")
    String why_certificate();

    @Message("证书引用所选标准版本")
    String why_standard();

    @Message("含税单价（每{unit}）")
    String prices(String unit);

    @Message("不超过 ¥{yuan}")
    String price_at_most(String yuan);

    @Message("含税每{unit}不超过 ¥{yuan}")
    String chip_price(String yuan, String unit);

    @Message("人民币，没有含税的按所报税率折算；运费不折算。")
    String price_basis();

    @Message("最近确认")
    String freshness();

    @Message("{#when freshness}{#is FRESH}7 天内{#is AGEING}30 天内{#is STALE}90 天内{#is SILENT}含久未确认的{/when}")
    String freshness_within(Freshness freshness);

    @Message("不限")
    String any();

    @Message("{n} 条")
    String listings(String n);

    // What is in force

    @Message("当前条件")
    String active_filters();

    @Message("去掉条件：{filter}")
    String remove_filter(String filter);

    @Message("清除全部条件")
    String clear();

    @Message("{place}周围 {kilometres} 公里内")
    String chip_distance(String place, int kilometres);

    @Message("从{place}量距离")
    String chip_near(String place);

    @Message("{first} 至 {last} 空闲")
    String chip_dates(String first, String last);

    @Message("至少 {quantity}")
    String chip_quantity(String quantity);

    @Message("企业：{name}")
    String chip_organisation(String name);

    @Message("这家企业")
    String this_organisation();

    @Message("{when}确认过")
    String chip_freshness(String when);

    // Results

    @Message("排序")
    String sort();

    @Message("{#when sort}{#is RELEVANCE}相关度{#is DISTANCE}距离{#is EARLIEST}最早空闲{/when}")
    String sort_by(Sort sort);

    @Message("先填写“离哪里多远”的地点，才能按距离排序")
    String sort_needs_place();

    @Message("找到 {total} 条供给")
    String found(String total);

    @Message("另有 {total} 条不清楚是否空闲，单独列在下面")
    String found_unknown_apart(String total);

    @Message("空闲情况未知")
    String unknown_heading();

    @Message("没有人说过这 {total} 条是否空闲，不算作空闲，请先询问。")
    String unknown_text(String total);

    @Message("看全部 {total} 条空闲情况未知的")
    String unknown_all(String total);

    @Message("回到空闲情况已知的 {total} 条")
    String known_all(String total);

    @Message("空闲情况已知的没有。")
    String known_none();

    @Message("搜索服务暂时不可用，结果由数据库直接查出：不显示各选项的数量和匹配原因，排序较粗。条件照常有效。")
    String fallback();

    @Message("页面只能翻到第 {page} 页，请再加条件缩小范围。")
    String too_many_pages(int page);

    @Message("没有找到")
    String nothing();

    @Message("没有一条供给满足全部条件。放宽其中一项：")
    String nothing_relax();

    @Message("放宽哪一项都还没有。换个说法，或少写几个词试试。")
    String nothing_at_all();

    @Message("去掉“{filter}”")
    String relax(String filter);

    @Message("从头再找")
    String start_over();

    @Message("“{written}”像是“{term}”，也一并查找了")
    String guessed(String written, String term);

    @Message("服务类别")
    String services();

    @Message(
            "{#when type}{#is STERILISATION}灭菌{#is TESTING}检测{#is TRANSPORT}运输{#is CREW}班组{#is FINANCE}金融{#is KNOW_HOW}技术{#is OTHER}其他服务{/when}")
    String service(ServiceType type);

    @Message("洁净级别（至少）")
    String clean_rooms();

    @Message(
            "{#when room}{#is NONE}普通车间{#is CLASS_300000}三十万级{#is CLASS_100000}十万级（ISO 8）{#is CLASS_10000}万级（ISO 7）{#is CLASS_1000}千级（ISO 6）{#is CLASS_100}百级（ISO 5）{/when}")
    String clean_room(CleanRoom room);

    @Message("洁净级别不低于{room}")
    String chip_clean_room(String room);

    @Message("转产")
    String convertible();

    @Message("能转产什么")
    String convertible_to();

    @Message("例如：口罩")
    String convertible_hint();

    @Message("可转产：{product}")
    String chip_convertible(String product);

    @Message("可转产{product}")
    String why_convertible(String product);

    @Message("词典把“{written}”理解为{term}")
    String understood(String written, String term);

    // A hit

    @Message("{place}，{kilometres} 公里")
    String place_with_distance(String place, String kilometres);

    @Message("匿名企业")
    String masked();

    @Message("空闲：")
    String free_label();

    @Message("{day}起空闲")
    String free_from(String day);

    @Message("{day}当周起空闲")
    String free_from_week(String day);

    @Message("现在空闲")
    String free_now();

    @Message("{#when week}{#is FREE}整周空闲{#is PARTLY}部分空闲{#is NOT_FREE}占用{#is UNKNOWN}未知{/when}")
    String week(WeekState week);

    @Message("{day} 那一周：{state}")
    String week_of(String day, String state);

    @Message("今后八周")
    String weeks_label();

    @Message("未来八周：")
    String weeks_legend();

    @Message("占用")
    String not_free();

    @Message("空闲未知")
    String unknown();

    @Message("空闲")
    String free();

    @Message("日产")
    String a_day();

    @Message("现有")
    String on_hand();

    @Message("数量未说明")
    String no_quantity();

    @Message("价格")
    String price();

    @Message("价格面议")
    String no_price();

    @Message("匹配：")
    String why();

    @Message("“{written}”即{said}")
    String why_term(String written, String said);

    @Message("{place}里有“{words}”")
    String why_words(String place, String words);

    @Message("{place}相符")
    String why_place(String place);

    @Message("与“{written}”拼写相近")
    String why_close(String written);

    @Message("{#when place}{#is TITLE}标题{#is PRODUCTS}产品{#is CONVERTIBLE}可转产产品{#is OPERATIONS}工序{#is"
            + " SPECIFICATION}规格{#is ORGANISATION}企业名称{#is LOCATION}所在地{#is DESCRIPTION}说明{/when}")
    String place(Reason.Place place);

    @Message("数量够")
    String why_quantity();

    @Message("所选日期空闲")
    String why_dates();

    @Message("所选整周内有空闲")
    String why_weeks();

    @Message("{#when filter}{#is WORDS}关键词{#is KIND}种类{#is SUPPLY_MODE}供应方式{#is DIVISION}行业{#is REGION}地区{#is"
            + " DISTANCE}距离{#is DATES}空闲日期{#is QUANTITY}数量{#is LEVEL}认证等级{#is FRESHNESS}最近确认{#is PRICE}价格{#is CERTIFICATE}证书{#is STANDARD}标准版本{#is"
            + " ORGANISATION}企业{#is SERVICE}服务类别{#is CLEAN_ROOM}洁净级别{#is CONVERTIBLE}转产{/when}")
    String filter(Filter filter);

    @Message("确认于")
    String confirmed();

    @Message("仅认证采购方可见")
    String for_verified();

    @Message("仅协调员可见")
    String for_coordinators();

    // Operations

    @Message("系统运行")
    String operations();

    @Message("搜索索引")
    String index();

    @Message("状态")
    String index_state();

    @Message("正常")
    String index_fine();

    @Message("不可达")
    String index_away();

    @Message("缺失，正在自动重建")
    String index_missing();

    @Message("正在重建")
    String index_rebuilding();

    @Message("索引落后")
    String index_behind();

    @Message("索引名称")
    String index_name();

    @Message("索引中的供给")
    String index_listings();

    @Message("数据库中已发布的供给")
    String published_listings();

    @Message("上次重建")
    String last_rebuild();

    @Message("还没有")
    String never();

    @Message("用时 {seconds} 秒，{listings} 条，由{by}发起")
    String rebuild_detail(String seconds, String listings, String by);

    @Message("{#switch by}{#case 'start'}启动{#case 'missing'}自动修复{#case 'shape'}版本升级{#case"
            + " 'command'}命令行{#case}{by}{/switch}")
    String rebuilt_by(String by);

    @Message("重建搜索索引")
    String rebuild();

    @Message("从数据库建一份新索引，建好后一次切换；其间搜索和修改照常进行。")
    String rebuild_hint();

    @Message("重建已开始。刷新本页查看进度。")
    String rebuild_begun();

    @Message("重建正在进行，不需要再次发起。")
    String rebuild_under_way();

    @Message("搜索索引不可达，现在不能重建。")
    String rebuild_impossible();

    @Message("待送事件")
    String outbox();

    @Message("通道")
    String channel();

    @Message("待送")
    String waiting();

    @Message("搁置")
    String parked();

    @Message("最早一条")
    String oldest();

    @Message("最近的失败")
    String last_failure();

    @Message("没有通道登记。")
    String no_channels();

    @Message("无")
    String none();

    @Message("导出结果")
    String export();

    @Message("存成表格，最多 1,000 条；改好后可以再导入。")
    String export_hint();
}
