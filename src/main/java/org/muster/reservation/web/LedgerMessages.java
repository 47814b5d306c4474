package org.muster.reservation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the operator's page of the ledger says. */
@MessageBundle(value = "ledger", locale = "zh")
public interface LedgerMessages {

    @Message("预留台账")
    String title();

    @Message("产能和库存的每一次预留、承诺、释放都记在这里，只增不改。占用和余额都由这些条目推得出来。")
    String lead();

    @Message("筛选台账")
    String filter();

    @Message("供给")
    String listing_label();

    @Message("供给编号，或直接粘贴供给的网址。")
    String listing_hint();

    @Message("预留方企业")
    String holder_label();

    @Message("企业编号，或直接粘贴企业的网址。")
    String holder_hint();

    @Message("预留编号")
    String hold_label();

    @Message("步骤")
    String kind_label();

    @Message("全部步骤")
    String kind_all();

    @Message("从")
    String from_label();

    @Message("到（含当天）")
    String to_label();

    @Message("筛选")
    String filter_button();

    @Message("清除条件")
    String clear();

    @Message("共 {total} 条")
    String count(String total);

    @Message("超过 {total} 条，只能翻看最近的 {total} 条；请缩小范围。")
    String count_more(String total);

    @Message("没有符合条件的条目")
    String none_title();

    @Message("放宽时间范围，或去掉一个条件再试。")
    String none_text();

    @Message("台账条目")
    String entries();

    @Message("条目")
    String number_column();

    @Message("供给与内容")
    String what_column();

    @Message("预留")
    String hold_column();

    @Message("操作人与原因")
    String who_column();

    @Message("预留")
    String kind_held();

    @Message("承诺")
    String kind_committed();

    @Message("释放")
    String kind_released();

    @Message("减少")
    String kind_reduced();

    @Message("延期")
    String kind_extended();

    @Message("交付")
    String kind_consumed();

    @Message("到期")
    String kind_expired();

    @Message("占用 {quantity}")
    String takes(String quantity);

    @Message("归还 {quantity}")
    String gives_back(String quantity);

    @Message("至")
    String until();

    @Message("这笔预留的全部条目")
    String all_of_hold();

    @Message("证明")
    String proof();

    @Message("证明台账")
    String prove();

    @Message("从头由条目推算占用和余额，与现有数据逐项比对，并检查有没有一货两许。只读取，不改动任何数据；条目多时要等一会儿。")
    String prove_lead();

    @Message("台账成立")
    String holds();

    @Message("台账有出入")
    String fails();

    @Message("由 {entries} 条条目推算，与 {taken} 项现有占用逐项比对，没有出入。")
    String holds_text(String entries, String taken);

    @Message("由 {entries} 条条目推算，与 {taken} 项现有占用比对，发现 {differences} 处出入：")
    String fails_text(String entries, String taken, String differences);

    @Message("推算于 {moment}，用时 {seconds} 秒")
    String proved_at(String moment, String seconds);

    @Message("不成立的规则")
    String rule_column();

    @Message("对象")
    String subject_column();

    @Message("应为")
    String expected_column();

    @Message("实为")
    String found_column();

    @Message("再证明一次")
    String prove_again();

    @Message("返回台账")
    String back();

    @Message("逐项检查的规则")
    String rules();
}
