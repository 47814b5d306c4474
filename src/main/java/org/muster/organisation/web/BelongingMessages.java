package org.muster.organisation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.organisation.ClaimStanding;
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

    @Message("认领“{name}”")
    String claim_title(String name);

    @Message("这是我们企业，认领")
    String claim_link();

    @Message("这家企业来自公开名单，还没有人认领。说明您是谁、怎么证明；平台运营人员或本地联络员核对后，企业和它的全部供给都归到您名下。")
    String claim_lead();

    @Message("它和您现在代表的企业是什么关系？")
    String claim_same_label();

    @Message("是另一家企业，单独注册")
    String claim_another();

    @Message("就是“{name}”，并入现有企业")
    String claim_same(String name);

    @Message("您的职务")
    String claim_job();

    @Message("例如：厂长、法定代表人、销售经理")
    String claim_job_hint();

    @Message("核对时会打这个电话")
    String claim_mobile_hint();

    @Message("营业执照上的 18 位代码；并入现有企业时可以留空")
    String claim_code_hint();

    @Message("怎么证明")
    String claim_evidence();

    @Message("例如：企业座机可以回拨核对、官网上的联系人就是我；至少十个字")
    String claim_evidence_hint();

    @Message("营业执照或授权书")
    String claim_document();

    @Message("PDF、PNG 或 JPEG，最大 10 MB；只给审核的人看")
    String claim_document_hint();

    @Message("已收到：{name}")
    String claim_document_kept(String name);

    @Message("提交认领")
    String claim_submit();

    @Message("认领已提交，核对后会在这里看到结论。")
    String claim_sent();

    @Message("认领已撤回。")
    String claim_withdrawn();

    @Message("我的认领")
    String my_claims_title();

    @Message("您还没有认领过企业")
    String my_claims_none();

    @Message("在待认领企业的页面上点“这是我们企业，认领”。")
    String my_claims_none_text();

    @Message(
            "{#when state}{#is WAITING}等待审核{#is GRANTED}已通过{#is REFUSED}未通过{#is WITHDRAWN}已撤回{#is OVERTAKEN}已由他人认领{/when}")
    String claim_state(ClaimStanding state);

    @Message("撤回认领")
    String claim_withdraw();

    @Message("撤回对{name}的认领")
    String claim_withdraw_of(String name);

    @Message("认领审核")
    String claims_title();

    @Message("先来的排在前面；联络员看到自己片区的。")
    String claims_lead();

    @Message("没有等待审核的认领")
    String claims_none();

    @Message("有人认领名单上的企业时，会出现在这里。")
    String claims_none_text();

    @Message("企业")
    String column_organisation();

    @Message("认领人")
    String column_claimant();

    @Message("所在地")
    String column_place();

    @Message("提交时间")
    String column_asked();

    @Message("另有人认领同一企业")
    String claim_rivals();

    @Message("并入")
    String claim_into();

    @Message("下载 {name}（{kilobytes} KB）")
    String claim_download(String name, int kilobytes);

    @Message("通过：交给认领人，单独注册")
    String claim_grant();

    @Message("通过：并入“{name}”")
    String claim_grant_into(String name);

    @Message("不通过")
    String claim_refuse();

    @Message("结论")
    String claim_verdict();

    @Message("看了什么、依据什么；认领人会看到")
    String claim_reason_hint();

    @Message("已通过，企业和供给已归认领人。")
    String claim_granted();

    @Message("已记录：不通过。")
    String claim_refused();

    @Message("认领审核")
    String nav_claims();

    @Message("{name}，{job}")
    String claimant_and_job(String name, String job);

    @Message("联络员代管供给")
    String keepers_title();

    @Message("可以请本地联络员代为维护供给和档期，到期自动结束，您也可以随时结束。联络员不能预留、不能改资料，所做的都记在他自己名下。")
    String keepers_lead();

    @Message("目前没有联络员代管。")
    String keepers_none();

    @Message("您所在地区目前还没有联络员。")
    String keepers_no_choice();

    @Message("已到期")
    String keeper_over();

    @Message("代管到哪一天")
    String keeper_until_label();

    @Message("最长一年，含当天")
    String keeper_until_hint();

    @Message("联络员")
    String keeper_choose();

    @Message("请他代管")
    String keeper_submit();

    @Message("结束代管")
    String keeper_end();

    @Message("结束{name}的代管")
    String keeper_end_of(String name);

    @Message("联络员现在可以代管供给。")
    String keeper_let_in();

    @Message("代管已结束。")
    String keeper_ended();

    @Message("您代管供给的企业")
    String kept_title();

    @Message("去代管")
    String keep_now();

    @Message("供给覆盖")
    String coverage_title();

    @Message("哪些行业大类、哪些地方有多少供给；只统计已发布的。")
    String coverage_lead();

    @Message("全国")
    String coverage_everywhere();

    @Message("范围：{area}")
    String coverage_in(String area);

    @Message("{all} 个行业大类中 {covered} 个有供给")
    String coverage_of(int covered, int all);

    @Message("还没有供给的行业大类")
    String coverage_missing();

    @Message("按行业大类")
    String coverage_divisions();

    @Message("按地区")
    String coverage_places();

    @Message("未归大类")
    String coverage_no_division();

    @Message("行业大类")
    String coverage_division();

    @Message("地区")
    String coverage_place();

    @Message("供给")
    String coverage_listings();

    @Message("企业")
    String coverage_organisations();

    @Message("其中认证企业")
    String coverage_verified();

    @Message("产线")
    String coverage_lines();

    @Message("物料")
    String coverage_materials();

    @Message("设备")
    String coverage_equipment();

    @Message("服务")
    String coverage_services();

    @Message("一个月内确认")
    String coverage_fresh();

    @Message("这里还没有已发布的供给")
    String coverage_none();

    @Message("可以从名单导入，或请本地企业登记。")
    String coverage_none_text();

    @Message("范围")
    String coverage_areas();

    @Message("供给覆盖")
    String nav_coverage();
}
