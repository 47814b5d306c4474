package org.muster.reservation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the ledger say. */
@MessageBundle(value = "reservation", locale = "zh")
public interface ReservationMessages {

    @Message("预留")
    String holds_heading();

    @Message("两个方向的预留")
    String holds_tabs();

    @Message("别人预留我方的")
    String tab_lines();

    @Message("我方预留的")
    String tab_ours();

    @Message("还没有人预留贵方的供给")
    String lines_empty();

    @Message("把空闲时间和数量写清楚，买家才能预留。")
    String lines_empty_text();

    @Message("看我的供给")
    String lines_empty_action();

    @Message("贵方还没有预留")
    String ours_empty();

    @Message("找到合适的供给，点「预留」，供方确认前别人不能占用。")
    String ours_empty_text();

    @Message("找供给")
    String ours_empty_action();

    @Message("供给")
    String column_listing();

    @Message("供方")
    String column_supplier();

    @Message("预留方")
    String column_holder();

    @Message("预留什么")
    String column_what();

    @Message("状态")
    String column_state();

    @Message("到期")
    String column_until();

    @Message("操作")
    String column_steps();

    @Message("另有 {count} 项")
    String and_others(int count);

    @Message("未公开")
    String who_unsaid();

    @Message("预留中")
    String state_held();

    @Message("已确认")
    String state_committed();

    @Message("已交付")
    String state_consumed();

    @Message("已释放")
    String state_released();

    @Message("已到期")
    String state_expired();

    @Message("确认")
    String commit();

    @Message("确认「{title}」的预留")
    String commit_of(String title);

    @Message("确认后不再到期，这部分归预留方。")
    String commit_note();

    @Message("释放")
    String release();

    @Message("释放「{title}」的预留")
    String release_of(String title);

    @Message("不能提供，退回")
    String take_back();

    @Message("原因")
    String release_reason();

    @Message("对方会看到。")
    String release_hint();

    @Message("标为已交付")
    String consume();

    @Message("货已发出或时间已用完时标记。")
    String consume_note();

    @Message("延长")
    String extend();

    @Message("延长到")
    String extend_until();

    @Message("从预留起最长 {length}。")
    String extend_hint(String length);

    @Message("减少")
    String reduce();

    @Message("减少「{title}」")
    String reduce_of(String title);

    @Message("减到")
    String reduce_to();

    @Message("查看")
    String open();

    @Message("查看「{title}」的预留")
    String open_of(String title);

    @Message("已看不到的供给")
    String listing_gone();

    @Message("预留：{title}")
    String hold_heading(String title);

    @Message("返回")
    String back_label();

    @Message("到")
    String until_label();

    @Message("预留的内容")
    String what_heading();

    @Message("预留于")
    String placed_label();

    @Message("用途")
    String reason_label();

    @Message("供方会看到，例如「省人民医院订单」。")
    String reason_hint();

    @Message("经过")
    String history();

    @Message("可以做什么")
    String steps();

    @Message("已经了结，没有要做的。")
    String nothing_to_do();

    @Message("预留，到 {until}")
    String step_held(String until);

    @Message("供方确认")
    String step_committed();

    @Message("释放")
    String step_released();

    @Message("减少")
    String step_reduced();

    @Message("延长，到 {until}")
    String step_extended(String until);

    @Message("交付")
    String step_consumed();

    @Message("到期，自动释放")
    String step_expired();

    @Message("已确认，不再到期。")
    String committed_now();

    @Message("已释放。")
    String released_now();

    @Message("已标为交付。")
    String consumed_now();

    @Message("已延长。")
    String extended_now();

    @Message("已减少。")
    String reduced_now();

    @Message("已预留到 {until}，等供方确认。")
    String held_now(String until);

    @Message("{count} 分钟")
    String minutes(long count);

    @Message("{count} 小时")
    String hours(long count);

    @Message("预留 {length}")
    String hold_for(String length);

    @Message("预留到 {moment}")
    String hold_until(String moment);

    @Message("预留多久")
    String how_long();

    @Message("贵企业同时最多 {holds} 个未确认的预留，每个最长 {length}。")
    String limits(int holds, String length);

    @Message("预留：{title}")
    String ask_heading(String title);

    @Message("自己占用：{title}")
    String block_heading(String title);

    @Message("选时间")
    String ask_time();

    @Message("选数量和日期")
    String ask_rate();

    @Message("选数量")
    String ask_amount();

    @Message("预留不花钱，也不等于订单；到时没有确认会自动释放。")
    String ask_note();

    @Message("自己占用期间，别人不能预留这部分。")
    String block_note();

    @Message("时间按 {zone}。")
    String zone_note(String zone);

    @Message("从")
    String from_label();

    @Message("到")
    String to_label();

    @Message("数量")
    String quantity_label();

    @Message("可写 2万、5000，或带单位 3吨。")
    String quantity_hint();

    @Message("单位")
    String unit_label();

    @Message("第一天")
    String first_day();

    @Message("最后一天")
    String last_day();

    @Message("现在可预留")
    String free_now();

    @Message("可以预留")
    String can_be_had();

    @Message("此刻不空闲")
    String cannot_be_had();

    @Message("被另一个请求预留到")
    String held_by_another();

    @Message("部分被另一个请求预留到")
    String partly_held();

    @Message("还剩")
    String left_label();

    @Message("日产能")
    String daily_label();

    @Message("接下来的空闲时间")
    String stretches();

    @Message("供方没有标明空闲时间，请先联系供方。")
    String no_stretch();

    @Message("选这段")
    String take();

    @Message("已被占用的产能")
    String shares();

    @Message("这条供给不能直接预留")
    String not_for_hold();

    @Message("供方没有写明数量，请先联系供方。")
    String not_for_hold_text();
}
