package org.muster.audit.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the audit page says. */
@MessageBundle(value = "audit", locale = "zh")
public interface AuditMessages {

    @Message("审计记录")
    String title();

    @Message("谁在什么时候做了什么。记录只增不改，本系统不能修改或删除任何一条。")
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

    @Message("封存与核验")
    String chain();

    @Message("新记录每隔几秒封存一次：每道封条记下所含记录的指纹，并与上一道封条相扣（SHA-256）。此后改动、删除或插入任何一条记录，核验时都会显示出来。")
    String chain_lead();

    @Message("最近封存")
    String last_sealed();

    @Message("尚未封存")
    String never_sealed();

    @Message("封条 {seals} 道，待封存 {waiting} 条")
    String seals(String seals, String waiting);

    @Message("最新封条的散列值")
    String head();

    @Message("请抄录到系统之外保存：日后用 verify-audit 命令核验时填上它，连整条链被重写也能发现。")
    String head_hint();

    @Message("最近核验")
    String last_verified();

    @Message("尚未核验")
    String never_verified();

    @Message("完好")
    String sound();

    @Message("不完好")
    String broken();

    @Message("由 {by} 发起，核对 {entries} 条记录、{seals} 道封条，用时 {seconds} 秒")
    String verified_detail(String by, String entries, String seals, String seconds);

    @Message("立即核验")
    String verify();

    @Message("正在核验")
    String verifying();

    @Message("核验完毕：每条记录都与封存时一致。")
    String verified_sound();

    @Message("核验完毕：发现记录被动过，详见下方。")
    String verified_broken();

    @Message("核验仍在进行，稍后刷新本页查看结果。")
    String verify_under_way();

    @Message("核验没有完成，请稍后再试。")
    String verify_failed();

    @Message("第 {entry} 号记录在第 {seal} 道封条之后被改动。")
    String break_entry_altered(String entry, String seal);

    @Message("第 {seal} 道封条中的第 {entry} 号记录不见了。")
    String break_entry_missing(String entry, String seal);

    @Message("第 {entry} 号记录不是由本系统写入的。")
    String break_entry_inserted(String entry);

    @Message("第 {entry} 号记录在封存之前就不见了。")
    String break_entry_gone_unsealed(String entry);

    @Message("第 {entry} 号记录被封存了不止一次。")
    String break_entry_sealed_twice(String entry);

    @Message("第 {seal} 道封条中的第 {entry} 号记录时间不合理，可能是倒填的。")
    String break_entry_misdated(String entry, String seal);

    @Message("第 {seal} 道封条被改动，或与上一道接不上。")
    String break_seal_altered(String seal);

    @Message("第 {seal} 道封条不见了。")
    String break_seal_missing(String seal);

    @Message("第 {seal} 道封条与事先抄录的散列值不符。")
    String break_seal_replaced(String seal);

    @Message("第 {number} 号")
    String entry_number(String number);
}
