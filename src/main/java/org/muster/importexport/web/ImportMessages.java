package org.muster.importexport.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.importexport.Column;
import org.muster.importexport.ImportState;
import org.muster.importexport.RowOutcome;

/** What the import pages say. */
@MessageBundle(value = "importexport", locale = "zh")
public interface ImportMessages {

    // ── Upload ──────────────────────────────────────────────────────────────────

    @Message("导入公开名单")
    String title();

    @Message("政府、园区或协会公布的名单，可由联络员代为录入。名单上的企业会成为“待认领企业”，注明来源和日期，等企业自己的人员来认领。")
    String lead();

    @Message("步骤")
    String steps();

    @Message("上传")
    String step_upload();

    @Message("对应各列")
    String step_columns();

    @Message("检查")
    String step_check();

    @Message("导入")
    String step_run();

    @Message("结果")
    String step_result();

    @Message("上传名单")
    String upload_title();

    @Message("文件（CSV、XLSX 或 XLS）")
    String file();

    @Message("列的顺序不限，表头上方可以有标题行，单元格可以合并。最大 10 MB、50,000 行；CSV 的编码和分隔符自动识别。")
    String file_hint();

    @Message("已收到“{name}”。不必重新选择，除非要换一份文件。")
    String file_kept(String name);

    @Message("谁发布的名单")
    String source();

    @Message("例如“山西省工业和信息化厅”。会显示在每家企业的页面上。")
    String source_hint();

    @Message("名单的日期")
    String source_date();

    @Message("供给的“最近确认”以这一天为准。")
    String source_date_hint();

    @Message("默认单位")
    String default_unit();

    @Message("名单和术语表都没有单位时使用。")
    String default_unit_hint();

    @Message("不设默认单位")
    String no_unit();

    @Message("上传并查看各列")
    String upload();

    @Message("我的导入")
    String imports();

    @Message("全部导入")
    String imports_of_all();

    @Message("还没有导入过名单")
    String imports_empty();

    @Message("上传一份名单后，它会列在这里；中途离开也可以回来继续。")
    String imports_empty_text();

    @Message("文件")
    String column_file();

    @Message("状态")
    String column_state();

    @Message("行数")
    String column_rows();

    @Message("录入人")
    String column_by();

    @Message("上传时间")
    String column_at();

    @Message("{#when state}{#is RECEIVED}已收到{#is UPLOADED}待对应各列{#is CHECKING}检查中{#is CHECKED}待导入{#is RUNNING}导入中{#is"
            + " DONE}已导入{#is CANCELLED}已取消{/when}")
    String state(ImportState state);

    // ── Columns ─────────────────────────────────────────────────────────────────

    @Message("各列是什么")
    String columns_title();

    @Message("请对照样例，核对每一列的含义。企业名称、产品和地点不能缺；用不到的列选“不导入”。")
    String columns_lead();

    @Message("已按本单位上次导入同样表头时的选择填好。")
    String columns_remembered();

    @Message("表头")
    String column_heading();

    @Message("样例")
    String column_samples();

    @Message("含义")
    String column_meaning();

    @Message("“{heading}”一列的含义")
    String column_meaning_of(String heading);

    @Message("这一列是空的")
    String column_is_blank();

    @Message("{#when column}{#is NAME}企业名称{#is PROVINCE}省{#is CITY}市{#is COUNTY}区县{#is PLACE}地点（省市县写在一起）{#is"
            + " CATEGORY}类别{#is PRODUCT}产品或规格{#is CAPACITY}日产能{#is UNIT}单位{#is PACK}包装（每箱多少）{#is"
            + " PHONE}电话（只留存，不公开）{#is NOTE}备注{#is LISTING}供给编号{#is CODE}货号{#is KIND}供给种类{#is TITLE}标题{#is"
            + " TITLE_EN}英文标题{#is DESCRIPTION}描述{#is DESCRIPTION_EN}英文描述{#is CONVERTIBLE}可转产{#is OPERATIONS}工序{#is"
            + " SPECIFICATION}规格参数{#is DIVISION}行业{#is SUPPLY_MODE}供应方式{#is AVAILABILITY}空闲情况{#is"
            + " CONFIDENTIALITY}保密级别{#is HOURS}每天工作小时{#is CHANGEOVER}换型时间（分钟）{#is CREW}含人员{#is MATERIAL}含物料{#is"
            + " MATERIAL_DAYS}原料可用天数{#is MISSING}缺什么{#is MINIMUM}起订量{#is MULTIPLE}订货倍数{#is READY}可交付日期{#is"
            + " CHARGE}固定费用{#is PRICE}单价{#is CURRENCY}币种{#is PRICE_PER}计价数量{#is TAX}含税{#is TAX_RATE}税率{#is"
            + " INVOICE}发票{#is DELIVERY}交货方式{#is PRICE_UNTIL}报价有效期{#is SITE}厂区"
            + "{#is HANDLES}能用的材料{#is CLEAN_ROOM}洁净级别{#is OFFERED}怎么给人用（设备）{#is LEAD_DAYS}交货期（天）{#is INSTALLATION_DAYS}安装调试（天）{#is BATCH}批号"
            + "{#is BEST_BEFORE}有效期至{#is SERVICE_TYPE}服务类别{#is METHOD}灭菌方式{#is CYCLE}灭菌周期（分钟）{#is AERATION}解析时间（分钟）{#is CHAMBER}一柜装多少{#is TURNAROUND}出报告（小时）{#is VEHICLE}车型"
            + "{#is PAYLOAD}每辆载重{#is CARGO}每辆容积{#is TEMPERATURE}温度（℃）{#is HEADCOUNT}人数{#is LIMIT}最高额度{#is YEARLY_RATE}年化费率{#is TERM}期限（天）{#is HANDED_OVER}交付什么{#is WINDOWS}空闲档期（北京时间）{#is PATTERN}每周规律"
            + "{#is STATE}供给状态{#is"
            + " IGNORED}不导入{/when}")
    String column(Column column);

    @Message("检查（先不导入）")
    String check();

    @Message("第 {number} 列")
    String nameless_column(int number);

    // ── The import ──────────────────────────────────────────────────────────────

    @Message("来源")
    String fact_source();

    @Message("{encoding}，{separator}分隔")
    String fact_format(String encoding, String separator);

    @Message("逗号")
    String comma();

    @Message("分号")
    String semicolon();

    @Message("制表符")
    String tab();

    @Message("数据行")
    String fact_rows();

    @Message("{rows} 行；此外标题行 {titles} 行、空行 {blank} 行")
    String fact_rows_and_more(String rows, String titles, String blank);

    @Message("{rows} 行")
    String fact_rows_only(String rows);

    @Message("默认单位")
    String fact_unit();

    @Message("录入人")
    String fact_by();

    @Message("正在检查")
    String checking_title();

    @Message("正在导入")
    String running_title();

    @Message("{done} / {total} 行")
    String progress(String done, String total);

    @Message("可以离开本页，工作会继续；中断后会从断点接着做，不会重复录入。")
    String progress_hint();

    @Message("查看最新进度")
    String refresh();

    @Message("检查结果")
    String checked_title();

    @Message("这只是试运行，还没有写入任何内容。")
    String checked_lead();

    @Message("还有 {count} 行可以导入。")
    String checked_again_lead(String count);

    @Message("导入完成")
    String done_title();

    @Message("{entered} 行已经录入，其中新增待认领企业 {organisations} 家。")
    String done_lead(String entered, String organisations);

    @Message("已取消")
    String cancelled_title();

    @Message("取消之前录入了 {entered} 行，其余没有导入。")
    String cancelled_lead(String entered);

    @Message("全部")
    String all_rows();

    @Message("文件共 {total} 行数据，每一行都有结果。")
    String all_accounted(String total);

    @Message("{#when outcome}{#is WAITING}待检查{#is CREATED}将新建{#is UPDATED}将更新{#is UNCHANGED}无变化{#is FLAGGED}待确认{#is"
            + " REFUSED}不能导入{#is DROPPED}已放弃{#is NOT_RUN}未执行{/when}")
    String foretold(RowOutcome outcome);

    @Message("{#when outcome}{#is WAITING}待检查{#is CREATED}已新建{#is UPDATED}已更新{#is UNCHANGED}无变化{#is FLAGGED}待确认{#is"
            + " REFUSED}未能导入{#is DROPPED}已放弃{#is NOT_RUN}未执行{/when}")
    String happened(RowOutcome outcome);

    @Message("导入 {count} 行")
    String run(String count);

    @Message("没有可以导入的行")
    String nothing_to_run();

    @Message("{count} 行待确认：采纳建议才会导入；不处理的，导入后可以取回。")
    String flags_wait(String count);

    @Message("重新对应各列")
    String columns_again();

    @Message("取消导入")
    String cancel();

    @Message("取回未导入的 {count} 行（{kind}）")
    String fetch_refused(String count, String kind);

    @Message("改正后可以直接再上传：已有的只会更新，不会重复。")
    String fetch_refused_hint();

    @Message("看看买家能搜到什么")
    String go_to_search();

    @Message("再导入一份")
    String import_another();

    @Message("筛选")
    String filter();

    @Message("没有这样的行")
    String rows_empty();

    @Message("换一个筛选条件看看。")
    String rows_empty_text();

    @Message("行")
    String head_row();

    @Message("企业")
    String head_name();

    @Message("地点")
    String head_place();

    @Message("产品")
    String head_product();

    @Message("日产能")
    String head_capacity();

    @Message("结果")
    String head_outcome();

    @Message("说明")
    String head_findings();

    @Message("每一行的结果")
    String rows_title();

    @Message("产能未知")
    String no_figure();

    @Message("建议：{suggestion}")
    String suggestion(String suggestion);

    @Message("选中第 {row} 行")
    String choose_row(int row);

    @Message("{heading}“{cell}”")
    String cell(String heading, String cell);

    @Message("{heading}（空）")
    String cell_blank(String heading);

    @Message("采纳所选建议")
    String take();

    @Message("放弃所选行")
    String drop();

    @Message("撤销所选决定")
    String undo();

    @Message("采纳全部建议（{count}）")
    String take_all(String count);

    @Message("对勾选的行")
    String decide_title();

    @Message("未导入原因")
    String reason_heading();

    @Message("；")
    String between_reasons();

    @Message("{cell}：{sentence}")
    String cell_and_sentence(String cell, String sentence);

    @Message("已取消导入。")
    String was_cancelled();

    // ── 自己的供给，工作簿 ──

    @Message("导入自己的供给")
    String own_title();

    @Message("把本企业的产线、设备、物料或服务从表格里一次录进来。已有的供给按编号或货号更新，不会重复；先检查，确认后才写入。")
    String own_lead();

    @Message("替谁导入")
    String purposes();

    @Message("公开名单")
    String purpose_on_behalf();

    @Message("自己的供给")
    String purpose_own();

    @Message("工作表")
    String sheet();

    @Message("只有工作簿才有。不填就读表头最像名单的那一张，以及表头相同的其他各张。")
    String sheet_hint();

    @Message("读入的工作表")
    String fact_sheets();

    @Message("没有读的工作表")
    String fact_left_out();

    @Message("{name}（{lines} 行）")
    String sheet_and_lines(String name, String lines);

    @Message("它们的表头不同。需要的话，上传时写明工作表，另作一次导入。")
    String left_out_hint();

    @Message("空白同上")
    String as_above();

    @Message("“{heading}”一列的空白表示与上一行相同")
    String as_above_of(String heading);

    @Message("请对照样例，核对每一列的含义。写了供给编号的行更新那一条供给，表里没有的列保持原样；其余的行按货号或标题新建或更新。")
    String own_columns_lead();

    @Message("{entered} 行已经录入。新的供给已经发布，内容不全的、超出上限的存为草稿。")
    String own_done_lead(String entered);

    @Message("到我的供给")
    String go_to_listings();

    @Message("标题")
    String head_title();

    @Message("种类")
    String head_kind();

    @Message("数量")
    String head_quantity();

    @Message("{sheet} 第 {row} 行")
    String row_of_sheet(String sheet, int row);
}
