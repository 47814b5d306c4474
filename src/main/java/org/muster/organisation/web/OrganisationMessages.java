package org.muster.organisation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.organisation.InvitationView;
import org.muster.organisation.Verdict;
import org.muster.organisation.VerificationLevel;

/** The words of the organisation pages. */
@MessageBundle(value = "organisation", locale = "zh")
public interface OrganisationMessages {

    @Message("注册企业")
    String register_title();

    @Message("两分钟就好。统一社会信用代码可以以后再补，认证时才需要。")
    String register_lead();

    @Message("注册企业")
    String register_submit();

    @Message("同事已经注册了？请他在“我的企业”里给您发一个加入链接。")
    String register_colleague();

    @Message("注册成功。现在可以发布第一条产线或物料，也可以邀请同事加入。")
    String registered();

    @Message("企业名称")
    String name_label();

    @Message("与营业执照一致")
    String name_hint();

    @Message("英文名称")
    String name_en_label();

    @Message("企业名称如需更改，请联系平台运营人员。")
    String name_fixed();

    @Message("联系电话")
    String mobile_label();

    @Message("手机、座机或 + 开头的国际号码；只给认证企业看")
    String mobile_hint();

    @Message("电子邮箱")
    String email_label();

    @Message("所在城镇或园区")
    String place_label();

    @Message("例如：江阴高新区、侯马、武汉江夏")
    String place_hint();

    @Message("“{typed}”是指哪一个？")
    String place_which(String typed);

    @Message("做什么产品")
    String makes_label();

    @Message("用自己的话写，例如：口罩、熔喷布；注塑件")
    String makes_hint();

    @Message("行业大类")
    String division_label();

    @Message("根据所写的产品自动判断，不对就在这里改")
    String division_hint();

    @Message("按所写的产品自动判断")
    String division_by_words();

    @Message("自动判断：{division}")
    String division_derived(String division);

    @Message("统一社会信用代码")
    String credit_code_label();

    @Message("营业执照上的 18 位代码，认证时才需要")
    String credit_code_hint();

    @Message("认证有效期内不能更改代码；如需更改，请联系平台运营人员。")
    String credit_code_fixed_hint();

    @Message("其中的组织机构代码")
    String organisation_code_label();

    @Message("登记地")
    String registering_division_label();

    @Message("未填写")
    String not_said();

    @Message("有效期至")
    String until();

    @Message("加入于")
    String since();

    @Message("入驻时间")
    String known_since();

    @Message("厂区")
    String sites_label();

    @Message("基本情况")
    String facts_title();

    @Message("企业公开页面")
    String public_page_link();

    @Message("我的供给")
    String listings_link();

    @Message("我的企业")
    String my_organisation_link();

    @Message("回到首页")
    String home_link();

    @Message("查看该企业的供给")
    String its_listings();

    @Message("进入认证审核")
    String verify_link();

    @Message("认证等级")
    String level_title();

    @Message("{#when level}{#is UNCLAIMED}待认领{#is REGISTERED}已注册{#is DOCUMENTS_CHECKED}证照已核验{#is VISITED}已实地核验{/when}")
    String level(VerificationLevel level);

    @Message(
            "{#when level}{#is UNCLAIMED}只见于公开名单，企业本身还没有确认过任何信息。{#is REGISTERED}由企业自己的人员注册，平台尚未核验证照。{#is DOCUMENTS_CHECKED}平台运营人员核验过营业执照等证照，且仍在有效期内。{#is VISITED}平台人员到过现场，或企业已有实际交付记录，且仍在有效期内。{/when}")
    String level_meaning(VerificationLevel level);

    @Message("核验于")
    String checked_on();

    @Message("待认领企业：信息来自公开名单，企业本身尚未确认。")
    String provisional_note();

    @Message("来源：{source}，")
    String provisional_source(String source);

    @Message("联系方式")
    String contacts_title();

    @Message("联系方式只对通过认证的企业成员显示。")
    String contacts_hidden();

    @Message("名单上没有联系方式。")
    String contacts_none();

    @Message("企业资料")
    String profile_title();

    @Message("保存资料")
    String profile_submit();

    @Message("资料已保存。")
    String profile_saved();

    @Message("资料由企业负责人维护。")
    String owners_change();

    @Message("公开名单“{source}”里有同名的待认领企业“{name}”，名单日期")
    String lookalike(String name, String source);

    @Message("查看")
    String lookalike_link();

    @Message("成员")
    String members_title();

    @Message("负责人")
    String part_owner();

    @Message("同事")
    String part_colleague();

    @Message("邀请记录")
    String invitations_title();

    @Message("邀请同事加入")
    String invite_title();

    @Message("生成一个 7 天内有效、只能用一次的链接，可以发到聊天里，也可以扫码。")
    String invite_lead();

    @Message("同事姓名")
    String invited_name_label();

    @Message("同事手机")
    String invited_mobile_label();

    @Message("同事邮箱")
    String invited_email_label();

    @Message("也作为负责人")
    String invite_owner_label();

    @Message("负责人可以改资料、邀请同事、申请认证")
    String invite_owner_hint();

    @Message("生成邀请链接")
    String invite_submit();

    @Message("给{name}的邀请")
    String invitation_title(String name);

    @Message("{#when state}{#is OPEN}未使用{#is USED}已加入{#is REVOKED}已撤回{#is EXPIRED}已过期{/when}")
    String invitation_state(InvitationView.State state);

    @Message("把下面这段话发给同事，或者请他扫描二维码。")
    String invitation_how();

    @Message("邀请文字（可复制）")
    String invitation_copy_label();

    @Message("{name}，您好！{inviter}邀请您加入 Muster 上的“{organisation}”。打开链接并确认：{link}（7 天内有效，只能使用一次）")
    String invitation_message(String name, String inviter, String organisation, String link);

    @Message("有效期至")
    String invitation_good_until();

    @Message("只能使用一次")
    String invitation_once();

    @Message("开发环境不发短信和邮件，消息在这里：")
    String invitation_in_mailbox();

    @Message("撤回邀请")
    String invitation_revoke();

    @Message("邀请已撤回，链接不再有效。")
    String invitation_revoked();

    @Message("这个链接已经不能再使用。需要的话，请重新邀请。")
    String invitation_over();

    @Message("使用时间")
    String invitation_used_at();

    @Message("给{name}的加入链接二维码，内容与上面的链接相同")
    String qr_alt(String name);

    @Message("用手机相机或聊天软件扫码打开")
    String qr_caption();

    @Message("加入“{organisation}”")
    String join_title(String organisation);

    @Message("{name}，您好！{inviter}邀请您加入“{organisation}”。")
    String join_lead(String name, String inviter, String organisation);

    @Message("加入后，您可以代表企业发布供给、回应需求。")
    String join_as_colleague();

    @Message("加入后，您是企业负责人：可以改资料、邀请同事、申请认证，也可以发布供给。")
    String join_as_owner();

    @Message("您现在以“{name}”的身份登录。")
    String join_signed_in_as(String name);

    @Message("确认加入“{organisation}”")
    String join_submit(String organisation);

    @Message("请先登录；登录后会回到这里确认。")
    String join_sign_in_first();

    @Message("登录")
    String join_sign_in();

    @Message("新建账号")
    String join_sign_up();

    @Message("加入成功，您现在代表这家企业。")
    String joined();

    @Message("您已经在“{organisation}”里了")
    String join_already_title(String organisation);

    @Message("不需要再次加入；链接没有被用掉，可以留给其他同事。")
    String join_already_text();

    @Message("这个链接不能使用")
    String join_closed_title();

    @Message("企业认证")
    String verification_title();

    @Message("申请的等级")
    String verification_wanted_label();

    @Message("补充说明")
    String verification_note_label();

    @Message("例如可以联系谁、什么时候可以来现场")
    String verification_note_hint();

    @Message("申请认证")
    String verification_submit();

    @Message("认证申请已提交，平台运营人员会按先后顺序处理。")
    String verification_asked();

    @Message("{#when level}{#is VISITED}等待审核：已实地核验{#else}等待审核：证照已核验{/when}")
    String verification_waiting(VerificationLevel level);

    @Message("先在资料里填写统一社会信用代码，然后就可以申请认证。")
    String verification_needs_code();

    @Message("审核记录")
    String decisions_title();

    @Message(
            "{#when verdict}{#is GRANT_DOCUMENTS}通过：证照已核验{#is PROPOSE_VISITED}实地核验：提出，须另一人确认{#is GRANT_VISITED}通过：已实地核验{#is REFUSE}不通过{#is WITHDRAW}撤销已有认证{/when}")
    String verdict(Verdict verdict);

    @Message("认证审核")
    String queue_title();

    @Message("待审核")
    String queue_short();

    @Message("共 {total} 家等待审核，先来的排在前面。")
    String queue_lead(long total);

    @Message("没有等待审核的企业")
    String queue_empty();

    @Message("有企业提出认证申请时，会按先后顺序出现在这里。")
    String queue_empty_text();

    @Message("企业")
    String queue_organisation();

    @Message("申请等级")
    String queue_wanted();

    @Message("现有等级")
    String queue_standing();

    @Message("所在地")
    String queue_place();

    @Message("提交时间")
    String queue_waiting();

    @Message("键盘快捷键")
    String keys_label();

    @Message("j 下一家，k 上一家，a 通过，d 不通过；光标在输入框里时不起作用。")
    String keys_text();

    @Message("认证审核：{name}")
    String case_title(String name);

    @Message("企业提供的信息")
    String case_facts();

    @Message("目前没有待处理的申请。")
    String case_no_request();

    @Message("审核结论")
    String decision_title();

    @Message("还没有统一社会信用代码，也没有申请，暂时无法作出结论。")
    String decision_none();

    @Message("结论")
    String verdict_label();

    @Message("理由")
    String reason_label();

    @Message("看了什么、依据什么；企业会看到这段话")
    String reason_hint();

    @Message("认证有效期至")
    String valid_until_label();

    @Message("通过时必填，最长三年")
    String valid_until_hint();

    @Message("记录结论")
    String decision_submit();

    @Message("结论已记录，企业在“我的企业”里就能看到。")
    String decided();

    @Message("等待第二位运营人员确认实地核验")
    String proposed_waits();

    @Message("最高等级需要两人：一人提出，另一位运营人员确认。受托联络员也可以提出。")
    String two_persons();

    @Message("由 {person} 提出")
    String proposed_by(String person);

    @Message("受托联络员")
    String by_delegate();

    @Message("资质证书")
    String case_certificates();

    @Message("没有登记证书。")
    String case_certificates_none();

    @Message("打开国家企业信用信息公示系统（新窗口）")
    String open_credit_register();

    @Message("受托联络员：您可以处理本地区的申请。")
    String delegated_case();

    @Message("认证等级与上限")
    String limits_title();

    @Message("同时发布供给")
    String limits_listings();

    @Message("同时预留")
    String limits_holds();

    @Message("{holds} 个，每个最长 {hours} 小时")
    String limits_holds_of(int holds, long hours);

    @Message("现在")
    String limits_now();
}
