package org.muster.organisation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.organisation.Ground;

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

    @Message("疑似重复企业")
    String duplicates_title();

    @Message("按代码、名称写法、所在地和电话找出可能是同一家的企业。合并后，供给、证书、预留和记录都归到保留的一家，旧地址自动转过去。")
    String duplicates_lead();

    @Message("没有待处理的疑似重复")
    String duplicates_none();

    @Message("有企业登记或改资料时会自动查找；也可以现在全部查一遍。")
    String duplicates_none_text();

    @Message("全部查一遍")
    String duplicates_look();

    @Message("已全部查过。")
    String duplicates_looked();

    @Message("企业一")
    String column_first();

    @Message("企业二")
    String column_second();

    @Message("依据")
    String column_grounds();

    @Message("发现时间")
    String column_found();

    @Message("对照{first}和{second}")
    String duplicate_open_of(String first, String second);

    @Message("手动对照两家企业")
    String compare_title();

    @Message("填企业页面地址、统一社会信用代码或企业名称")
    String compare_hint();

    @Message("企业一")
    String compare_first();

    @Message("企业二")
    String compare_second();

    @Message("并排对照")
    String compare_submit();

    @Message("最近的合并")
    String past_title();

    @Message("“{name}”并入“{into}”")
    String past_into(String name, String into);

    @Message(
            "{#when ground}{#is CODE}组织机构代码相同{#is SAME_NAME}名称相同{#is NAME}名称主体相同{#is NEAR_NAME}名称只差一个字{#is PHONE}电话相同{#is PLACE}同一城市{#is BY_HAND}手动对照{/when}")
    String ground(Ground ground);

    @Message("{first} 与 {second}")
    String duplicate_title(String first, String second);

    @Message("供给")
    String side_listings();

    @Message("持有的预留")
    String side_holding();

    @Message("被预留")
    String side_held();

    @Message("名单来源")
    String side_source();

    @Message("结论")
    String decide_title();

    @Message("是同一家，保留“{name}”")
    String one_and_stays(String name);

    @Message("不是同一家，分开")
    String two_apart();

    @Message("这两条是同一家企业吗？")
    String which_label();

    @Message("合并不能撤销。待认领的企业只能并入已注册的企业，不能反过来。")
    String which_hint();

    @Message("理由")
    String reason_label();

    @Message("核对了什么、依据什么；会长期保留")
    String reason_hint();

    @Message("记录结论")
    String decide_submit();

    @Message("已合并，旧地址会转到这里。")
    String merged();

    @Message("已记录为两家企业，不会再提示。")
    String kept_apart();

    @Message("已合并")
    String decided_merged();

    @Message("分开")
    String decided_apart();

    @Message("重复企业")
    String nav_duplicates();
}
