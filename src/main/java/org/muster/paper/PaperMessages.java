package org.muster.paper;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What papers say. */
@MessageBundle(value = "sheet", locale = "zh")
public interface PaperMessages {

    @Message(
            "{#when kind}{#is ALLOCATION_ORDER}物资调拨单{#is PURCHASE_LETTER}采购函{#is INTRODUCTION_LETTER}介绍信{#is VEHICLE_PASS}应急物资运输车辆通行申请{/when}")
    String kind(PaperKind kind);

    @Message("文号：{document}")
    String number(String document);

    @Message("{name}：")
    String addressee(String name);

    @Message("根据 {authority} {document}，请将下列物资调拨给 {to}（{place}），{leaves} 起运。")
    String allocation(String authority, String document, String to, String place, String leaves);

    @Message("收货联系人：{contact}，电话 {mobile}。")
    String receiver(String contact, String mobile);

    @Message("根据 {authority} {document}，我方向贵单位采购下列物资，用于 {to}（{place}），请于 {leaves} 起运，并按贵我双方确认的价格开具发票。")
    String purchase(String authority, String document, String to, String place, String leaves);

    @Message("兹介绍 {driver}（电话 {mobile}）前往贵单位办理下列物资的提货事宜，物资发往 {to}（{place}）。请予接洽为荷。")
    String introduction(String driver, String mobile, String to, String place);

    @Message("兹介绍 {from} 的运输人员前往贵单位交付下列物资，{leaves} 起运。请予接洽为荷。")
    String introduction_unnamed(String from, String leaves);

    @Message("车辆 {vehicle} 由 {driver}（电话 {mobile}）驾驶，{leaves} 从 {from} 驶往 {to}，运输下列应急物资。请准予优先通行。")
    String pass(String vehicle, String driver, String mobile, String leaves, String from, String to);

    @Message("沿途有关部门")
    String pass_addressee();

    @Message("车辆 {vehicle}，驾驶员 {driver}，电话 {mobile}。")
    String carried(String vehicle, String driver, String mobile);

    @Message("物资")
    String column_item();

    @Message("数量")
    String column_quantity();

    @Message("生产批号")
    String column_batch();

    @Message("灭菌批号")
    String column_lot();

    @Message("有效期至")
    String column_expiry();

    @Message("发货单位：{name}（{place}），联系人 {contact}，电话 {mobile}。")
    String sender(String name, String place, String contact, String mobile);

    @Message("签发：{authority}　经办：{by}　{day}")
    String signed(String authority, String by, String day);

    @Message("有效期至 {day}。")
    String valid_until(String day);

    @Message("真伪查询：{address}，验证码 {code}。")
    String proof(String address, String code);

    @Message("已作废")
    String void_banner();
}
