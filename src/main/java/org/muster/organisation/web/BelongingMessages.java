package org.muster.organisation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of who belongs to an organisation, who speaks on its behalf, and what belongs together. */
@MessageBundle(value = "belonging", locale = "zh")
public interface BelongingMessages {

    @Message("成员与角色")
    String members_title();

    @Message("负责人可以改资料、邀请同事、申请认证、管理成员；同事可以发布供给、回应需求。")
    String members_lead();

    @Message("管理成员")
    String manage_members();

    @Message("姓名")
    String column_person();

    @Message("角色")
    String column_part();

    @Message("加入时间")
    String column_since();

    @Message("操作")
    String column_actions();

    @Message("（您）")
    String you();

    @Message("设为负责人")
    String make_owner();

    @Message("改为同事")
    String make_colleague();

    @Message("移出企业")
    String remove();

    @Message("移出{name}")
    String remove_of(String name);

    @Message("{name}将不能再代表贵企业；他发出的、还没使用的邀请链接同时作废。他留下的记录都会保留。")
    String remove_what(String name);

    @Message("确认移出{name}")
    String remove_confirm(String name);

    @Message("把{name}设为负责人")
    String make_owner_of(String name);

    @Message("把{name}改为同事")
    String make_colleague_of(String name);

    @Message("退出企业")
    String leave_title();

    @Message("退出后您不能再代表这家企业；供给和预留都留在企业。需要回来时，请负责人重新邀请。")
    String leave_text();

    @Message("确认退出")
    String leave_submit();

    @Message("您是唯一的负责人。请先把另一位成员设为负责人，或邀请一位负责人加入，再退出。")
    String leave_not_yet();

    @Message("回到我的企业")
    String back_to_organisation();

    @Message("已设为负责人。")
    String made_owner();

    @Message("已改为同事。")
    String made_colleague();

    @Message("已移出企业。")
    String removed();

    @Message("您已退出企业。")
    String left();

    @Message("它的供给")
    String listings_title();

    @Message("目前没有向您公开的供给。")
    String listings_none();

    @Message("搜索它的全部供给")
    String listings_all();

    @Message("确认于")
    String listing_confirmed();

    @Message("履约记录")
    String record_title();

    @Message("统计始于")
    String record_since();

    @Message("还没有企业向它预留过。")
    String record_none();

    @Message("收到的预留请求")
    String record_asked();

    @Message("已交付")
    String record_fulfilled();

    @Message("已确认、待交付")
    String record_promised();

    @Message("未答复而到期")
    String record_lapsed();

    @Message("释放或退回")
    String record_given_back();

    @Message("通常多久答复")
    String record_answer();

    @Message("每次预留按供给逐条计，企业自用的预留不计。")
    String record_note();

    @Message("{n} 分钟")
    String answer_minutes(long n);

    @Message("约 {n} 小时")
    String answer_hours(long n);

    @Message("约 {n} 天")
    String answer_days(long n);
}
