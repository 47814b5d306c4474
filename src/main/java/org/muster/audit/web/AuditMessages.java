package org.muster.audit.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the audit page says. */
@MessageBundle(value = "audit", locale = "zh")
public interface AuditMessages {

    @Message("审计记录")
    String title();

    @Message("谁在什么时候做了什么。记录只增不改，任何人都不能修改或删除。")
    String lead();

    @Message("筛选审计记录")
    String filter();

    @Message("操作人")
    String actor_label();

    @Message("姓名的开头即可；系统自己的操作是“muster”。")
    String actor_hint();

    @Message("操作")
    String action_label();

    @Message("全部操作")
    String action_all();

    @Message("对象类型")
    String kind_label();

    @Message("全部类型")
    String kind_all();

    @Message("对象编号")
    String subject_label();

    @Message("可以直接粘贴对象的网址。")
    String subject_hint();

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

    @Message("时间")
    String at_label();

    @Message("对象")
    String subject_column();

    @Message("详情")
    String details();

    @Message("代表的企业")
    String for_organisation();

    @Message("没有符合条件的记录")
    String none_title();

    @Message("放宽时间范围，或去掉一个条件再试。")
    String none_text();
}
