package org.muster.emergency.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.emergency.IntakeWay;
import org.muster.emergency.NeedColumn;
import org.muster.emergency.NeedRule;
import org.muster.emergency.NeedState;

/** What the pages of needs say. */
@MessageBundle(value = "needs", locale = "zh")
public interface NeedsMessages {

    @Message("需求")
    String title();

    @Message("各地区需要什么")
    String sums();

    @Message("存疑的不计入，点过“保留”才计入。没写数量的单独计数，从不当作 1。")
    String sums_text();

    @Message("还没有计入的需求")
    String sums_none();

    @Message("录入一条，粘贴聊天记录，或导入医院报来的表格。")
    String sums_none_text();

    @Message("录入、粘贴或导入")
    String add();

    @Message("地区")
    String column_area();

    @Message("物资")
    String column_item();

    @Message("数量")
    String column_amount();

    @Message("机构")
    String column_institutions();

    @Message("未写数量")
    String column_without();

    @Message("最早要到")
    String column_first();

    @Message("不在本事件地区内")
    String elsewhere();

    @Message("都没写数量")
    String no_figure();

    @Message("存疑，等您点一下")
    String flagged_title();

    @Message("一条也不会自动丢掉：保留就计入，合并取数量大的一条，搁置要写理由。")
    String flagged_text();

    @Message("没有存疑的需求。")
    String flagged_none();

    @Message("按原因")
    String by_rule();

    @Message("{n} 条")
    String rows(String n);

    @Message("全部保留")
    String keep_all();

    @Message("全部合并")
    String merge_all();

    @Message("{rule}：全部保留")
    String keep_all_of(String rule);

    @Message("{rule}：全部合并")
    String merge_all_of(String rule);

    @Message("只看这些")
    String only_these();

    @Message("只看“{rule}”")
    String only_these_of(String rule);

    @Message("看全部存疑")
    String all_flagged();

    @Message("保留")
    String keep();

    @Message("合并")
    String merge();

    @Message("更正")
    String correct();

    @Message("{what}：保留")
    String keep_of(String what);

    @Message("{what}：合并")
    String merge_of(String what);

    @Message("{what}：更正")
    String correct_of(String what);

    @Message("{what}：搁置")
    String aside_of(String what);

    @Message("搁置")
    String aside();

    @Message("搁置的理由")
    String aside_reason();

    @Message("已处理 {n} 条。")
    String judged(int n);

    @Message("逐条需求")
    String column_need();

    @Message("注意到什么")
    String column_findings();

    @Message("状态")
    String column_state();

    @Message("怎么办")
    String column_ways();

    @Message("第 {n} 行")
    String row(int n);

    @Message("原文")
    String written();

    @Message("{#when state}{#is COUNTED}计入{#is FLAGGED}存疑{#is KEPT}核后计入{#is MERGED}已合并{#is SET_ASIDE}已搁置{/when}")
    String state(NeedState state);

    @Message("{#when rule}{#is INSTITUTION_MISSING}没写机构{#is ITEM_MISSING}没写物资{#is ITEM_UNKNOWN}不认识的物资{#is"
            + " PLACE_UNKNOWN}地点不明{#is PLACE_AMBIGUOUS}地点不止一个{#is AMOUNT_UNREADABLE}数量看不懂{#is"
            + " DATE_UNREADABLE}日期看不懂{#is NUMBER_UNREADABLE}人数或天数看不懂{#is NO_FIGURE}没写数量{#is RANGE}数量是范围{#is"
            + " ALTERNATIVES}几种都行{#is EDITION_SUPERSEDED}标准已有新版{#is EDITION_UNKNOWN}没有这个版本{#is"
            + " LOOK_ALIKES}相似而不等的标准{#is UNPACKED}按装量折算{#is OUT_OF_AREA}不在本事件地区{#is NEEDED_IN_PAST}日期已过{#is"
            + " UNIT_DOES_NOT_FIT}单位对不上{#is PACK_OPEN}不知每箱多少{#is TOO_LARGE}数量过大{#is PER_HEAD}人均过多{#is"
            + " FAR_ABOVE_OTHERS}远超别家{#is SINGLE_PIECE}只要一件{#is DUPLICATE}重复{#is FROM_PUBLIC}机构自填待核{/when}")
    String rule(NeedRule rule);

    @Message("录入需求")
    String new_title();

    @Message("录入一条")
    String form_title();

    @Message("机构")
    String institution();

    @Message("地点")
    String place();

    @Message("省、市或县；不填就从机构名称里认")
    String place_hint();

    @Message("物资")
    String item();

    @Message("几种都行就用 | 隔开，例如：医用防护口罩 | N95口罩")
    String item_hint();

    @Message("规格或标准")
    String specification();

    @Message("例如：GB 19083-2010，每箱 1000 只")
    String specification_hint();

    @Message("数量")
    String amount();

    @Message("不知道就留空；可以写 2万")
    String amount_hint();

    @Message("单位")
    String unit();

    @Message("物资自己的单位")
    String unit_usual();

    @Message("最晚哪天到")
    String needed_on();

    @Message("使用人数")
    String staff();

    @Message("用几天")
    String days();

    @Message("联系人")
    String contact();

    @Message("联系电话")
    String mobile();

    @Message("记下需求")
    String form_submit();

    @Message("需求已记下。")
    String added();

    @Message("粘贴")
    String paste_title();

    @Message("从聊天或邮件里整段粘贴，一行一家，或机构在上、物资在下。带表头的表格也可以直接粘贴。")
    String paste_text();

    @Message("文字")
    String paste_label();

    @Message("读出需求")
    String paste_submit();

    @Message("导入表格")
    String file_title();

    @Message("CSV、XLSX 或 XLS，任意列序。先认列，再逐行给结果。")
    String file_text();

    @Message("文件")
    String file_label();

    @Message("上传并认列")
    String file_submit();

    @Message("收到的表格和粘贴")
    String intakes();

    @Message("来源")
    String column_source();

    @Message("收到")
    String column_received();

    @Message("结果")
    String column_result();

    @Message("等着认列")
    String waiting();

    @Message("{#when way}{#is FORM}表单{#is PASTE}粘贴{#is FILE}文件{#is PUBLIC}机构自填{/when}")
    String way(IntakeWay way);

    @Message("每列是什么")
    String columns_title();

    @Message("猜测写在下面，不对就改。不用的列随原文保留。")
    String columns_text();

    @Message("“{header}”这一列")
    String column_of(String header);

    @Message("例：{sample}")
    String sample(String sample);

    @Message("{#when column}{#is INSTITUTION}机构{#is PROVINCE}省{#is CITY}市{#is COUNTY}区县{#is PLACE}地点{#is ITEM}物资{#is"
            + " SPECIFICATION}规格或标准{#is AMOUNT}数量{#is UNIT}单位{#is NEEDED_ON}最晚到货{#is STAFF}使用人数{#is DAYS}天数{#is"
            + " CONTACT}联系人{#is MOBILE}电话{#is IGNORED}不用{/when}")
    String column(NeedColumn column);

    @Message("这张表里的 1 表示“需要，没写数量”")
    String one_means();

    @Message("大多数数量都是 1，像是打勾而不是数量。")
    String one_means_hint();

    @Message("没写单位的数量按什么算")
    String usual_unit();

    @Message("读入 {n} 行")
    String columns_submit(String n);

    @Message("逐行结果")
    String account();

    @Message("{total} 行，每行都有结果。")
    String account_text(String total);

    @Message("回到需求")
    String back();

    @Message("更正需求")
    String correct_title();

    @Message("更正后按所有规则重新核对；原文不变。")
    String correct_text();

    @Message("保存更正")
    String correct_submit();

    @Message("已更正，并重新核对。")
    String corrected();

    @Message("填报需求")
    String ask_title();

    @Message("不用注册。值班人员核对后计入；填的内容只有统筹员看得到。")
    String ask_text();

    @Message("提交需求")
    String ask_submit();

    @Message("已收到。值班人员会核对，可能打电话给您。还有别的需求请接着填。")
    String asked();

    @Message("合并进了：{name}")
    String merged_into(String name);

    @Message("{who}：{reason}")
    String aside_by(String who, String reason);
}
