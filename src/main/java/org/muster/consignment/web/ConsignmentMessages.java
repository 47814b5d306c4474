package org.muster.consignment.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.consignment.ConsignmentDeed;
import org.muster.consignment.ConsignmentState;
import org.muster.consignment.Sample;

/** The words of carrying out what was promised. */
@MessageBundle(value = "consignment", locale = "zh")
public interface ConsignmentMessages {

    @Message("执行")
    String tab();

    @Message("我的发货")
    String mine();

    @Message("贵单位答应供应的，在这里登记发货。一项可以分几次发，合计不超过承诺的数量。")
    String mine_lead();

    @Message("没有要发的货")
    String mine_empty();

    @Message("答复“可以供应”之后，承诺会出现在这里。")
    String mine_empty_text();

    @Message("需求覆盖")
    String coverage();

    @Message("只有验收合格的才算覆盖。")
    String coverage_lead();

    @Message("需求")
    String requirement();

    @Message("所需")
    String needed();

    @Message("计划")
    String planned();

    @Message("承诺")
    String promised();

    @Message("在途或待验收")
    String under_way();

    @Message("验收合格")
    String accepted();

    @Message("不合格")
    String rejected();

    @Message("{thing}：验收合格 {accepted}，共 {whole}")
    String bar(String thing, String accepted, String whole);

    @Message("承诺与发货")
    String legs();

    @Message("迟的在前，其次按送达期限。")
    String legs_lead();

    @Message("还没有供方作出承诺。答复“可以供应”之后在这里执行。")
    String none();

    @Message("供方")
    String supplier();

    @Message("送达期限")
    String needed_by();

    @Message("还可发 {left}")
    String left(String left);

    @Message("登记发货")
    String send();

    @Message("登记{name}的发货")
    String send_of(String name);

    @Message("承诺的是一段时间，不必发货")
    String of_time();

    @Message("承诺已撤回")
    String taken_back();

    @Message("货物")
    String goods();

    @Message(
            "{#when state}{#is COMMITTED}待发运{#is DISPATCHED}已发运{#is ARRIVED}已到达，待验收{#is ACCEPTED}已验收{#is REJECTED}拒收{/when}")
    String state(ConsignmentState state);

    @Message(
            "{#when deed}{#is COMMITTED}登记发货{#is DISPATCHED}发运{#is DELAYED}延误{#is ARRIVED}到达{#is ACCEPTED}验收{#is REJECTED}拒收{#is PAPER_ISSUED}开具单证{/when}")
    String deed(ConsignmentDeed deed);

    @Message("{#when sample}{#is PASSED}合格{#is FAILED}不合格{#is NOT_TAKEN}未抽样{/when}")
    String sample(Sample sample);

    @Message("迟")
    String late();

    @Message("预计 {at} 到达")
    String expected_at(String at);

    @Message("运单 {number}")
    String title(String number);

    @Message("运单号")
    String number();

    @Message("数量")
    String quantity();

    @Message("数量（{unit}）")
    String amount_label(String unit);

    @Message("车牌号")
    String vehicle();

    @Message("驾驶员")
    String driver();

    @Message("驾驶员电话")
    String driver_mobile();

    @Message("发货地")
    String from();

    @Message("送到")
    String to();

    @Message("计划发运")
    String planned_departure();

    @Message("计划到达")
    String planned_arrival();

    @Message("现预计到达")
    String expected_arrival();

    @Message("实际发运")
    String departed();

    @Message("还没发运就不填")
    String departed_hint();

    @Message("实际到达")
    String arrived();

    @Message("谁来电说的")
    String caller();

    @Message("延误原因")
    String delay_reason();

    @Message("登记")
    String save();

    @Message("已登记")
    String saved();

    @Message("已经发运")
    String depart_title();

    @Message("报告延误")
    String delay_title();

    @Message("晚于送达期限、又没有别的货能补上时，方案随即修补。")
    String delay_lead();

    @Message("已经到达")
    String arrive_title();

    @Message("验收")
    String judge_title();

    @Message("逐批填写。合格与不合格合计应为 {whole}。不合格要写原因。")
    String judge_lead(String whole);

    @Message("第 {n} 批")
    String batch_title(int n);

    @Message("生产批号")
    String batch();

    @Message("灭菌批号")
    String lot();

    @Message("生产日期")
    String produced();

    @Message("有效期至")
    String expires();

    @Message("抽样结果")
    String sampling();

    @Message("合格数量")
    String accepted_amount();

    @Message("不合格数量")
    String rejected_amount();

    @Message("不合格的原因")
    String reason();

    @Message("完成验收")
    String judge();

    @Message("验收结果")
    String found();

    @Message("单证")
    String papers();

    @Message("还没有开具单证")
    String no_papers();

    @Message("单证种类")
    String paper_kind();

    @Message("开具")
    String issue();

    @Message("已开具")
    String issued();

    @Message("下载 PDF")
    String download();

    @Message("查真伪")
    String prove();

    @Message("经过")
    String history();

    @Message("{typist} 代录")
    String typed_by(String typist);

    @Message("回到列表")
    String back();

    @Message("登记发货：{thing}")
    String send_title(String thing);

    @Message("承诺 {promised}，还可发 {left}")
    String promise(String promised, String left);
}
