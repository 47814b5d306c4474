package org.muster.ask.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.ask.Loss;
import org.muster.ask.RepairMove;
import org.muster.ask.RepairState;

/** The words of repairing a plan. */
@MessageBundle(value = "repair", locale = "zh")
public interface RepairMessages {

    @Message("方案修补")
    String title();

    @Message("有供方不能、未答或改口，或者需求增加时，系统按“改动最少”重做方案：已答应的不动，已询问的不动，备份先上。")
    String lead();

    @Message("还没有发出的方案，无从修补。")
    String no_plan();

    @Message("方案有缺口，修补方案待指挥部决定")
    String link_waiting();

    @Message("出了什么事")
    String causes();

    @Message("没有。已询问的供方没有拒绝、逾期或改口，需求也没有增加。")
    String no_causes();

    @Message("需求增加了")
    String grown();

    @Message("原方案按")
    String planned_for();

    @Message("现在要")
    String wanted_now();

    @Message("供方")
    String supplier();

    @Message("需求")
    String need();

    @Message("情况")
    String what();

    @Message(
            "{#when cause}{#is 'DECLINED'}不能供应{#is 'EXPIRED'}逾期未答{#is 'WITHDRAWN'}指挥部撤回{#is 'COUNTERED'}数量或日期不同{#is 'CONDITIONAL'}有条件可以{#is 'LISTING_WITHDRAWN'}供给已下架{#is 'CERTIFICATE_LAPSED'}证书失效{#is 'GOODS_REJECTED'}验收不合格{#is 'PARTLY_REJECTED'}部分验收不合格{#is 'TOO_LATE'}来不及送达{#else}{cause}{/when}")
    String cause(String cause);

    @Message("建议的修补")
    String proposed();

    @Message("正在计算……")
    String working();

    @Message("更新")
    String renew();

    @Message("算不出修补方案。请打开方案页另做一个。")
    String failed();

    @Message("没有要动的：现有询问全部保留。")
    String nothing_moves();

    @Message("会动什么，为什么")
    String moves();

    @Message("原来")
    String before();

    @Message("之后")
    String after();

    @Message("原因")
    String why();

    @Message(
            "{#when why}{#is GONE}失去{#is AGREED}接受供方的答复{#is NOT_TAKEN}不采用供方的答复，另找更合适{#is NOT_USED}已答应，但其余来不及，暂时用不上；不撤回{#is USED_AGAIN}早已询问，现在重新用上{#is STANDBY}备份先上{#is REPLACES}补上缺口{/when}")
    String why_of(RepairMove.Why why);

    @Message("能达到")
    String outputs();

    @Message("产出")
    String output();

    @Message("多花 {money}")
    String dearer(String money);

    @Message("少花 {money}")
    String cheaper(String money);

    @Message("按时办成的把握：{before} → {after}")
    String chance(String before, String after);

    @Message("打开修补后的整个方案")
    String open_plan();

    @Message("同意：预留并询问新增的，释放不用的")
    String apply();

    @Message("先不动")
    String leave();

    @Message("现在就重算")
    String begin();

    @Message("已修补：新增的已预留并询问")
    String applied();

    @Message("先不动，已记下")
    String left();

    @Message("正在重算")
    String begun();

    @Message("自动修补的限度")
    String limits();

    @Message("在限度内，修补不等人同意。0 条表示每次都由指挥部同意。")
    String limits_lead();

    @Message("最多新增或放弃几条供给")
    String limit_legs();

    @Message("费用最多增加百分之几")
    String limit_percent();

    @Message("保存")
    String save();

    @Message("{who} 设定：最多 {legs} 条，费用最多加 {percent} %")
    String limit_set(String who, int legs, int percent);

    @Message("限度已保存")
    String limit_saved();

    @Message("做过的修补")
    String past();

    @Message("{#when state}{#is APPLIED}已修补{#is LEFT}先不动{#else}{state}{/when}")
    String state(RepairState state);

    @Message("不能再指望它")
    String lose_title();

    @Message("已询问或已答应、但不再可靠时，在这里记下原因。系统随即修补方案，修补同意后释放预留。")
    String lose_lead();

    @Message("发生了什么")
    String loss_label();

    @Message(
            "{#when loss}{#is LISTING_WITHDRAWN}供给已下架{#is CERTIFICATE_LAPSED}证书失效{#is GOODS_REJECTED}验收不合格{#is TOO_LATE}来不及送达{/when}")
    String loss(Loss loss);

    @Message("说明")
    String loss_note();

    @Message("记下")
    String lose();

    @Message("已记下，方案将修补")
    String lost();

    @Message("台账已变动，未预留任何一项。已按现在的台账重做方案，下面是不同之处。")
    String sent_again();
}
