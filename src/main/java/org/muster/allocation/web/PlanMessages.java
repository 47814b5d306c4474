package org.muster.allocation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.allocation.LegalBasis;
import org.muster.allocation.Sense;
import org.muster.planning.PlanRunState;
import org.muster.planning.model.Profile;
import org.muster.planning.model.Rule;
import org.muster.planning.model.WhyLeg;

/** What the pages of an emergency's plans say. */
@MessageBundle(value = "plan", locale = "zh")
public interface PlanMessages {

    @Message("方案")
    String title();

    @Message("方案")
    String tab();

    @Message("方案由规划器求解：每一步都核对台账，说明为什么选谁、不选谁，差最好的还有多远。")
    String lead();

    @Message("做一个方案")
    String begin_title();

    @Message("侧重")
    String profile_label();

    @Message("四种侧重达到同样的产出，区别在钱、时间、把握和家数")
    String profile_hint();

    @Message("四种都做，并排比较")
    String all_profiles();

    @Message("稀缺时公平分配：先按公布的优先级，再抬高满足比例最低的")
    String fair_label();

    @Message("开始做方案")
    String begin();

    @Message("方案正在求解。")
    String begun();

    @Message("还没有方案")
    String none_title();

    @Message("先有需求或配方，再点“开始做方案”。")
    String none_text();

    @Message("做过的方案")
    String runs();

    @Message("侧重")
    String column_profile();

    @Message("状态")
    String column_state();

    @Message("离最好多远")
    String column_gap();

    @Message("谁、何时")
    String column_by();

    @Message("假如")
    String column_changes();

    @Message("{n} 处不同")
    String changes_count(int n);

    @Message("并排比较")
    String side();

    @Message("每种侧重最近一次、没有“假如”的方案。")
    String side_text();

    @Message("产出")
    String column_output();

    @Message("花费")
    String column_money();

    @Message("按时把握")
    String column_chance();

    @Message("全部放行")
    String column_released();

    @Message("供方")
    String column_legs();

    @Message("{suppliers} 家，{legs} 笔")
    String legs_of(int legs, int suppliers);

    @Message("刷新")
    String refresh();

    @Message("正在求解。页面会自己更新；没有脚本就点“刷新”。")
    String working();

    @Message("在排队，马上开始。")
    String waiting();

    @Message("到目前为止最好的方案")
    String so_far();

    @Message("停止求解")
    String cancel();

    @Message("已停止；到此为止最好的方案留着。")
    String cancelled();

    @Message("没有求解成功。请把编号 {incident} 告诉管理员。")
    String failed(String incident);

    @Message("全部方案")
    String back();

    @Message("{name} 发起")
    String begun_by(String name);

    @Message("与事件不同之处")
    String with_changes();

    @Message("按现在的台账再做一次")
    String again();

    @Message("台账上仍然都有")
    String stands();

    @Message("台账上已不够，需要再做一次")
    String stands_not();

    @Message("{supplier} · {title}：要 {wanted}，只剩 {left}")
    String doubt(String supplier, String title, String wanted, String left);

    @Message("结果")
    String result();

    @Message("满足")
    String coverage();

    @Message("花费")
    String money();

    @Message("{suppliers} 家供方；不含没有满足的部分")
    String money_text(int suppliers);

    @Message("离最好多远")
    String gap();

    @Message("已证明最好")
    String best();

    @Message("离最好的最多差 {share}")
    String within(String share);

    @Message("任何方案都不低于 {money}（含未满足的罚值）")
    String bound(String money);

    @Message("按时把握")
    String chance();

    @Message("模拟 {n} 次，误差 ±{error}")
    String chance_text(int n, String error);

    @Message("花费构成")
    String costs();

    @Message("三个时钟")
    String clocks();

    @Message("限期")
    String clock_due();

    @Message("晚于限期")
    String clock_late();

    @Message("在限期内")
    String clock_in_time();

    @Message("需求与满足")
    String tree();

    @Message("要什么")
    String column_need();

    @Message("要多少")
    String column_wanted();

    @Message("有多少")
    String column_covered();

    @Message("比例")
    String column_share();

    @Message("随供方带来")
    String brought();

    @Message("缺它")
    String runs_out();

    @Message("优先 {n}")
    String priority_n(int n);

    @Message("选了谁，为什么")
    String legs();

    @Message("供方")
    String column_supplier();

    @Message("数量")
    String column_quantity();

    @Message("到位")
    String column_arrives();

    @Message("为什么")
    String column_why();

    @Message("依据")
    String column_basis();

    @Message("用于{requirement} · {area}")
    String for_requirement(String requirement, String area);

    @Message("其次是 {name}，贵 {money}")
    String why_next(String name, String money);

    @Message("其次是 {name}")
    String why_next_only(String name);

    @Message("转产")
    String converted();

    @Message("带来：{what}")
    String brings(String what);

    @Message("证照：{numbers}")
    String papers(String numbers);

    @Message("{n} 公里")
    String kilometres(String n);

    @Message("打电话给{name}")
    String ring(String name);

    @Message("调整 {name} 这一笔")
    String change_leg(String name);

    @Message("至少用这么多")
    String pin_label();

    @Message("固定这一笔")
    String pin();

    @Message("不用这条供给")
    String forbid_listing();

    @Message("不用这家")
    String forbid_supplier();

    @Message("凭什么取得")
    String basis_label();

    @Message("决定机关")
    String authority_label();

    @Message("文件")
    String document_label();

    @Message("记下依据")
    String basis_keep();

    @Message("依据已记下。")
    String basis_kept();

    @Message("{name} 记")
    String decided_by(String name);

    @Message("卡在哪里，打给谁")
    String binds();

    @Message("没有哪一样再多一点就能多做。")
    String binds_none();

    @Message("再多 {step}，多出 {output}")
    String binds_step(String step, String output);

    @Message("省 {money}")
    String binds_saved(String money);

    @Message("还缺")
    String remainders();

    @Message("前面这几样没有人按时给得出，其余的有人给，但单独要来没有用，所以没有安排。先找到这几样。")
    String remainders_text();

    @Message("有人给")
    String remainder_offered();

    @Message("市场上没有")
    String not_to_be_had();

    @Message("张榜求购")
    String to_challenge();

    @Message("差一点的")
    String misses();

    @Message("符合要求却没选的，和差一点就符合的。")
    String misses_text();

    @Message("贵 {money}")
    String dearer(String money);

    @Message("不比选中的更好")
    String not_better();

    @Message("备份")
    String hedges();

    @Message("没有哪个备份能明显提高把握。")
    String hedges_none();

    @Message("多花 {cost}，把握从 {before} 到 {after}")
    String hedge(String cost, String before, String after);

    @Message("时间")
    String schedule();

    @Message("深色的在关键路径上：它晚，全部就晚。")
    String schedule_text();

    @Message("事项")
    String column_task();

    @Message("开始")
    String column_begins();

    @Message("结束")
    String column_ends();

    @Message("时间轴")
    String column_bar();

    @Message("关键")
    String critical();

    @Message("按假设算的")
    String assumptions();

    @Message("假如")
    String what_if();

    @Message("改一处就马上再求一次，和这个方案并排看。这个方案不变。")
    String what_if_text();

    @Message("换一个日期")
    String what_if_date();

    @Message("全部放行的日期")
    String date_label();

    @Message("换一个数量")
    String what_if_quantity();

    @Message("哪一项")
    String demand_label();

    @Message("要多少")
    String amount_label();

    @Message("换一个优先级")
    String what_if_priority();

    @Message("优先级（1 最先）")
    String priority_label();

    @Message("理由")
    String reason_label();

    @Message("补一个价格")
    String what_if_price();

    @Message("哪一样")
    String requirement_label();

    @Message("每单位多少元")
    String yuan_label();

    @Message("运费不同")
    String what_if_freight();

    @Message("每立方米每公里多少元")
    String freight_label();

    @Message("再求一次")
    String solve();

    @Message("与前一个方案相比")
    String compared();

    @Message("看前一个方案")
    String compared_open();

    @Message("多花 {money}")
    String compared_dearer(String money);

    @Message("少花 {money}")
    String compared_cheaper(String money);

    @Message("之前")
    String column_before();

    @Message("现在")
    String column_after();

    @Message("供方和数量都一样。")
    String same_legs();

    @Message("调整优先级多得 {amount}")
    String gained(String amount);

    @Message("{name} 少得 {amount}，挪走 {moved} 个最小单位")
    String override_lost(String name, String amount, String moved);

    @Message("{supply} 至少供 {amount}（{requirement}）")
    String changed_pin(String supply, String requirement, String amount);

    @Message("不用 {name}")
    String changed_no(String name);

    @Message("{date} 前全部放行")
    String changed_date(String date);

    @Message("{name}：{amount}")
    String changed_quantity(String name, String amount);

    @Message("{name}：优先 {n}（{reason}）")
    String changed_priority(String name, int n, String reason);

    @Message("运费每立方米公里 {yuan} 元")
    String changed_freight(String yuan);

    @Message("{name} 按每单位 {yuan} 元")
    String changed_price(String name, String yuan);

    @Message("{#when profile}{#is CHEAPEST}最省钱{#is FASTEST}最快{#is SAFEST}最稳" + "{#is FEWEST_SUPPLIERS}家数最少{/when}")
    String profile(Profile profile);

    @Message("{#when state}{#is WAITING}排队{#is RUNNING}求解中{#is DONE}已完成"
            + "{#is OVERTAKEN}被抢先{#is CANCELLED}已停止{#is FAILED}失败{/when}")
    String state(PlanRunState state);

    @Message("{#when cost}{#is GOODS}货款与运费{#is OFFERS}开机与换线"
            + "{#is SUPPLIERS}每多一家的费用{#is LATENESS}迟到的代价"
            + "{#is MOVED}改动承诺的代价{/when}")
    String cost(PlanPage.Cost cost);

    @Message("{#when kind}{#is ALLOCATED}调配到位{#is FIRST_PIECE}首件合格{#is RELEASED}放行" + "{/when}")
    String clock(PlanPage.ClockRow.Kind kind);

    @Message("{#when why}{#is PINNED}统筹员固定的{#is KEPT}已承诺，改动有代价" + "{#is ONLY_ONE}合规的只剩它{#is CHEAPER}别的更贵，或让整体更贵{/when}")
    String why(WhyLeg.Why why);

    @Message("{#when source}{#is STATED}供方报价{#is MEDIAN}没有报价，按同类中位价" + "{#is REFERENCE}没有报价，按参考价{#is SET}统筹员给的价{/when}")
    String price(Sense.PriceSource source);

    @Message("{#when basis}{#is MARKET_PURCHASE}市场采购{#is RESERVE}收储动用"
            + "{#is ALLOCATION}调拨{#is REQUISITION}征用{#is DONATION}捐赠{/when}")
    String basis(LegalBasis basis);

    @Message("{#when kind}{#is ANSWER}等答复{#is ARRIVAL}到货{#is MAKING}生产" + "{#is HOLD}静置与放行{/when}")
    String task(PlanPage.TaskRow.Kind kind);

    @Message("{#when rule}{#is CAPACITY}余量不够{#is MINIMUM_ORDER}达不到起订量"
            + "{#is ORDER_MULTIPLE}不合批量倍数{#is ALL_OR_NOTHING}只能整批要"
            + "{#is ARC_MAXIMUM}最多只能用这么多{#is STAGE_ORDER}到得太晚"
            + "{#is UNDIVIDED}不能拆给几家{#is NOTHING_UNUSABLE}别的不够，多了用不上"
            + "{#is JOINT_OUTPUT}别的不够，多了用不上{#is PINNED}与固定的冲突"
            + "{#is FORBIDDEN}已说不用{#is COST}不划算{#is ONE_POSITIVE_LEG_AN_ARC}已在方案里"
            + "{/when}")
    String rule(Rule rule);

    @Message("存疑的供给")
    String doubtful();

    @Message("没有剔除，只是提醒：请打电话核实，不可信就点“不用这条供给”。")
    String doubtful_text();

    @Message("方案在用")
    String doubtful_used();
}
