package org.muster.paper.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of papers say; what is printed is in {@link org.muster.paper.PaperMessages}. */
@MessageBundle(value = "papers", locale = "zh")
public interface PaperPageMessages {

    @Message("运输单证")
    String title();

    @Message("调拨单、采购函、介绍信、车辆通行申请：填一次，中英文打印，谁都能按验证码查真伪。")
    String lead();

    @Message("开具单证")
    String new_one();

    @Message("还没有开具过单证")
    String none_title();

    @Message("发货前在这里开具。")
    String none_text();

    @Message("单证")
    String column_paper();

    @Message("从哪里到哪里")
    String column_way();

    @Message("文号")
    String column_document();

    @Message("开具")
    String column_issued();

    @Message("状态")
    String column_state();

    @Message("有效")
    String stands();

    @Message("已作废")
    String is_void();

    @Message("已开具，可以打印。")
    String issued();

    @Message("已作废，查询时会显示。")
    String voided();

    @Message("单证种类")
    String form_kind();

    @Message("签发机关")
    String form_authority();

    @Message("文号")
    String form_document();

    @Message("发货方")
    String form_from();

    @Message("收货方")
    String form_to();

    @Message("发货单位名称")
    String form_from_name();

    @Message("发货地址")
    String form_from_place();

    @Message("发货联系人")
    String form_from_contact();

    @Message("发货联系电话")
    String form_from_mobile();

    @Message("收货单位名称")
    String form_to_name();

    @Message("收货地址")
    String form_to_place();

    @Message("收货联系人")
    String form_to_contact();

    @Message("收货联系电话")
    String form_to_mobile();

    @Message("物资")
    String form_items();

    @Message("第 {number} 项")
    String form_item_number(int number);

    @Message("品名规格")
    String form_item();

    @Message("数量（带单位）")
    String form_quantity();

    @Message("生产批号")
    String form_batch();

    @Message("灭菌批号")
    String form_lot();

    @Message("有效期至")
    String form_expiry();

    @Message("运输")
    String form_transport();

    @Message("车牌号")
    String form_vehicle();

    @Message("驾驶员")
    String form_driver();

    @Message("驾驶员电话")
    String form_driver_mobile();

    @Message("起运日期")
    String form_leaves();

    @Message("有效期至")
    String form_valid_until();

    @Message("开具")
    String form_submit();

    @Message("单证真伪查询")
    String proof_title();

    @Message("请与手中的单证核对。车牌、姓名和电话只显示一部分。")
    String proof_text();

    @Message("真实有效")
    String genuine();

    @Message("真实，但已过期")
    String expired();

    @Message("查不到")
    String unknown();

    @Message("没有开具过验证码为“{code}”的单证。请核对验证码；如果无误，手中的单证是假的。")
    String unknown_text(String code);

    @Message("打印")
    String print_it();

    @Message("打印和作废")
    String ways();

    @Message("下载 PDF")
    String download();

    @Message("查询页面")
    String proof_page();

    @Message("作废原因")
    String void_reason();

    @Message("作废")
    String make_void();

    @Message("已作废：{reason}")
    String voided_because(String reason);

    @Message("开具调拨单")
    String issue_for_claim();
}
