package org.muster.emergency.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.ask.AskDeed;
import org.muster.consignment.ConsignmentDeed;
import org.muster.emergency.EmergencyKind;
import org.muster.emergency.Entry;

/** What the pages of an emergency say, but for its needs and its recipe. */
@MessageBundle(value = "emergency", locale = "zh")
public interface EmergencyMessages {

    @Message("应急")
    String nav();

    @Message("应急事件")
    String title();

    @Message("宣布的那一秒起就有看板。未公开之前，只有统筹员看得到。")
    String lead();

    @Message("已公开的应急事件：谁宣布、依据什么文件、谁优先。医院和机构可以从这里填报需求。")
    String lead_public();

    @Message("还没有应急事件")
    String none_title();

    @Message("宣布之后马上有看板、需求表和配方。")
    String none_text();

    @Message("目前没有公开的应急事件")
    String none_public_title();

    @Message("统筹员公开之后会列在这里。")
    String none_public_text();

    @Message("宣布应急事件")
    String declare();

    @Message("看板")
    String board();

    @Message("概况")
    String overview();

    @Message("需求")
    String needs();

    @Message("配方")
    String recipe();

    @Message("应急事件的各页")
    String tabs();

    @Message("进行中")
    String open();

    @Message("已结束")
    String closed();

    @Message("已公开")
    String published();

    @Message("未公开")
    String unpublished();

    @Message("{#when kind}{#is EPIDEMIC}疫情{#is EARTHQUAKE}地震{#is FLOOD}洪涝{#is STORM}台风风暴{#is FIRE}火灾{#is"
            + " INDUSTRIAL_ACCIDENT}生产安全事故{#is COLD}低温雨雪冰冻{#is SHORTAGE}物资紧缺{#is OTHER}其他{/when}")
    String kind(EmergencyKind kind);

    @Message("名称")
    String name_label();

    @Message("例如：2020 年 1 月湖北医用物资保障")
    String name_hint();

    @Message("类型")
    String kind_label();

    @Message("请选择")
    String choose();

    @Message("地区")
    String areas_label();

    @Message("省、市或县，一行一个，也可以用逗号隔开。例如：湖北、山西侯马")
    String areas_hint();

    @Message("宣布机关")
    String authority_label();

    @Message("例如：湖北省疫情防控指挥部")
    String authority_hint();

    @Message("依据的文件")
    String document_label();

    @Message("文件名称或文号")
    String document_hint();

    @Message("谁值班")
    String duty();

    @Message("无人应答时，按这个顺序往上找人。至少写一位替班。")
    String duty_hint();

    @Message("负责人")
    String lead_label();

    @Message("负责人电话")
    String lead_mobile_label();

    @Message("替班 {n}")
    String deputy_label(int n);

    @Message("替班 {n} 的电话")
    String deputy_mobile_label(int n);

    @Message("谁优先")
    String priority();

    @Message("优先规则")
    String priority_rule_label();

    @Message("会原文公开。各地区一律平等，除非指定的裁定人另行排序。不填就用通用规则。")
    String priority_rule_hint();

    @Message("先救治一线，后一般防护；各地区一律平等，同等条件下先保满足比例最低的地区。例外须有裁定人、理由，并公布对他人的影响。")
    String usual_rule();

    @Message("时限")
    String times();

    @Message("供方答复时限（小时）")
    String answer_hours_label();

    @Message("多久没答就提醒（分钟）")
    String remind_minutes_label();

    @Message("计时起点")
    String start_label();

    @Message("留空就是现在。按 {zone} 填写")
    String start_hint(String zone);

    @Message("多少小时内调配到位")
    String allocate_hours_label();

    @Message("多少小时内出首件合格品")
    String first_piece_hours_label();

    @Message("多少小时内放行")
    String release_hours_label();

    @Message("灭菌解析等静置算在内；不需要静置就留空")
    String release_hours_hint();

    @Message("宣布，现在开始计时")
    String declare_submit();

    @Message("已宣布。计时开始，看板已就绪。")
    String declared();

    @Message("宣布")
    String declared_at();

    @Message("{name} 宣布")
    String declared_by(String name);

    @Message("三个时钟")
    String clocks();

    @Message("调配到位")
    String clock_allocate();

    @Message("首件合格")
    String clock_first_piece();

    @Message("放行")
    String clock_release();

    @Message("还有 {days} 天 {hours} 小时")
    String left_days(long days, long hours);

    @Message("还有 {hours} 小时 {minutes} 分钟")
    String left_hours(long hours, long minutes);

    @Message("已超 {days} 天 {hours} 小时")
    String over_days(long days, long hours);

    @Message("已超 {hours} 小时 {minutes} 分钟")
    String over_hours(long hours, long minutes);

    @Message("起点")
    String started();

    @Message("事件信息")
    String facts();

    @Message("负责人与替班")
    String people();

    @Message("{hours} 小时内答复，{minutes} 分钟没答就提醒")
    String answer_facts(long hours, long minutes);

    @Message("答复时限")
    String answer_times();

    @Message("各地区一律平等")
    String equal();

    @Message("{name} 裁定")
    String set_by(String name);

    @Message("地区先后")
    String areas_in_order();

    @Message("第 {n} 位")
    String rank(int n);

    @Message("由裁定人排先后")
    String set_priority();

    @Message("填 1 到 99，1 最先；相同的数字就是平等。裁定人、理由和次序会公开。")
    String set_priority_text();

    @Message("裁定人")
    String arbiter_label();

    @Message("姓名和职务")
    String arbiter_hint();

    @Message("理由")
    String reason_label();

    @Message("{area}的次序")
    String priority_of(String area);

    @Message("记下并公布次序")
    String set_priority_submit();

    @Message("恢复一律平等")
    String equalise();

    @Message("次序已记下，并附裁定人和理由。")
    String priority_set();

    @Message("各地区恢复一律平等。")
    String equalised();

    @Message("公开")
    String publish_title();

    @Message("公开后，任何人能看到名称、机关与文件、地区和优先规则，机构能自己填报需求。需求、人员电话和方案始终只有统筹员能看。")
    String publish_text();

    @Message("公开这个事件")
    String publish();

    @Message("已公开。机构填报的链接可以发出去了。")
    String published_now();

    @Message("公开页面")
    String public_page();

    @Message("给机构的填报链接")
    String form_link();

    @Message("机构填报需求")
    String form_open();

    @Message("谁优先、按什么规则")
    String notice_rule();

    @Message("我们是需要物资的机构")
    String notice_ask();

    @Message("不用注册。填报后由值班人员核对。")
    String notice_ask_text();

    @Message("填报需求")
    String notice_ask_action();

    @Message("这个事件已结束，不再接收需求。")
    String notice_closed();

    @Message("经过记录")
    String record();

    @Message("时间")
    String column_at();

    @Message("谁")
    String column_who();

    @Message("做了什么")
    String column_deed();

    @Message("填报机构")
    String by_institution();

    @Message(
            "{#when deed}{#is DECLARED}宣布{#is PUBLISHED}公开{#is DOCUMENT_CHANGED}更改文件{#is PEOPLE_CHANGED}更改值班人员{#is AREAS_CHANGED}更改地区{#is"
                    + " CLOCKS_CHANGED}更改时限{#is ANSWER_TIMES_CHANGED}更改答复时限{#is CLOSED}结束{#is PRIORITY_SET}裁定地区先后{#is PRIORITY_EQUAL}恢复一律平等{#is"
                    + " NEEDS_RECEIVED}收到需求{#is NEEDS_JUDGED}处理存疑需求{#is NEED_CORRECTED}更正需求{#is RECIPE_TAKEN}采用配方{#is"
                    + " RECIPE_CHANGED}修改配方{#is ROLL_CALLED}发起摸排{#is ROLL_ANSWERED}摸排有答复{#is TASK_DONE}办结事项"
                    + "{#is ASKED}预留并询问{#is ASK_ANSWERED}供方答复{#is ASK_EXPIRED}逾期未答，预留已释放{#is ASK_RISEN}未答上报{#is PLAN_REPAIRED}方案已修补{#is CONSIGNMENT_MOVED}交付{#is DRILL_BEGUN}开始推演{#is DRILL_STEP}推演{#is DRILL_ENDED}推演结束{/when}")
    String deed(Entry.Deed deed);

    @Message("需求汇总")
    String board_needs();

    @Message("还没有需求。")
    String board_no_needs();

    @Message("录入需求")
    String board_add_needs();

    @Message("{n} 条需求存疑，等您点一下")
    String board_flagged(String n);

    @Message("事件")
    String column_emergency();

    @Message("地区")
    String column_areas();

    @Message("状态")
    String column_state();

    @Message("更改事件")
    String edit();

    @Message("名称、类型、宣布机关、优先规则和计时起点已经宣布，不再改。改了什么、为什么，都记入经过记录。")
    String edit_lead();

    @Message("为什么改")
    String edit_reason_label();

    @Message("更改并记录")
    String edit_submit();

    @Message("已更改，并记入经过记录。")
    String changed();

    @Message("结束事件")
    String close_title();

    @Message("结束后各页只读：不再收需求、改配方、做方案。已说的、已做的都保留。不能撤回。")
    String close_text();

    @Message("为什么结束、结果如何")
    String close_reason_label();

    @Message("结束这个事件")
    String close_submit();

    @Message("事件已结束，各页只读。")
    String closed_now();

    @Message("已结束，只读。")
    String read_only();

    @Message("演示案例")
    String scenarios();

    @Message("一点就在演示供给上宣布一个案例，连需求和配方一起，直接可以做方案。正式环境没有这一项。")
    String scenarios_text();

    @Message("案例已宣布：需求和配方都在，下一步做方案。")
    String scenario_declared();

    @Message("{name} 结束：{reason}")
    String closed_by(String name, String reason);

    @Message("宣布“{name}”")
    String scenario_declare(String name);

    @Message("演练")
    String drill();

    @Message("作为演练：不动台账，不询问真实供方，不对外公布")
    String drill_label();

    @Message("名称前会标明“演练”，用今天的供给规划，答复和延误由推演产生。")
    String drill_hint();

    @Message("作为演练宣布{name}")
    String scenario_drill(String name);

    @Message(
            "{#when deed}{#is REQUESTED}已预留并询问{#is ACKNOWLEDGED}已收到，待答复{#is ACCEPTED}承诺供应{#is ACCEPTED_IF}有条件承诺{#is COUNTERED}另提数量或日期{#is DECLINED}不能供应{#is REMINDED}已提醒{#is RISEN}已提醒，并上报{#is EXPIRED}逾期未答，预留已释放{#is AGREED}指挥部同意{#is WITHDRAWN}指挥部撤回{#is LOST}承诺落空{/when}")
    String answered(AskDeed deed);

    @Message(
            "{#when deed}{#is COMMITTED}登记发货{#is DISPATCHED}发运{#is DELAYED}延误{#is ARRIVED}到达{#is ACCEPTED}验收{#is REJECTED}拒收{#is PAPER_ISSUED}开具单证{/when}")
    String consigned(ConsignmentDeed deed);
}
