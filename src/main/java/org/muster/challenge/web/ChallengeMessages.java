package org.muster.challenge.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.certificate.Gate;
import org.muster.challenge.ChallengeEntry;
import org.muster.challenge.ChallengeState;
import org.muster.challenge.ClaimState;
import org.muster.challenge.ClaimWay;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.PriceBasis;

/** What the pages of open challenges say. */
@MessageBundle(value = "challenge", locale = "zh")
public interface ChallengeMessages {

    @Message("揭榜挂帅")
    String nav();

    @Message("揭榜挂帅")
    String title();

    @Message("这里是目前没有人能供应的东西。谁能做，谁就揭榜：全部或一部分都行，写清数量、价格、时间和凭据。")
    String lead();

    @Message("现在没有榜单")
    String none_title();

    @Message("有紧缺物资找不到供应时，会在这里张榜。")
    String none_text();

    @Message("规划里没有人能供应的部分，可以在这里张榜。")
    String none_coordinator_text();

    @Message("没有符合条件的榜单。")
    String none_filtered();

    @Message("看全部榜单")
    String show_all();

    @Message("按物资")
    String facet_item();

    @Message("按地区")
    String facet_area();

    @Message("{count} 个")
    String facet_count(long count);

    @Message("新建榜单")
    String new_one();

    @Message("新建榜单")
    String new_title();

    @Message("修改榜单")
    String edit_title();

    @Message("{#when state}{#is DRAFT}草稿{#is PUBLISHED}张榜中{#is CLOSED}已结束{#is WITHDRAWN}已撤榜{/when}")
    String state(ChallengeState state);

    @Message("可以揭榜")
    String taking_claims();

    @Message("揭榜已截止，评审中")
    String deciding();

    @Message("还需要")
    String wanted();

    @Message("共 {quantity}")
    String wanted_of(String quantity);

    @Message("已经够了")
    String met();

    @Message("交到")
    String where();

    @Message("最晚到货")
    String needed_by();

    @Message("揭榜截止")
    String closes();

    @Message("能解决什么")
    String unlocks();

    @Message("物资")
    String item();

    @Message("数量")
    String quantity();

    @Message("规格要求")
    String specification();

    @Message("必须达到的指标")
    String limits();

    @Message("没有指标要求。")
    String no_limits();

    @Message("需要的资质")
    String papers();

    @Message("不要求资质证书。")
    String no_papers();

    @Message("还有 {days} 天 {hours} 小时")
    String left_days(long days, long hours);

    @Message("还有 {hours} 小时 {minutes} 分钟")
    String left_hours(long hours, long minutes);

    @Message("已截止")
    String closed_for_claims();

    @Message("我要揭榜")
    String claim_it();

    @Message("能供应全部或一部分就可以揭榜。需要登录，并已登记企业。")
    String claim_it_text();

    @Message("我们的揭榜")
    String my_claim();

    @Message("重新揭榜")
    String claim_again();

    @Message("查看我们的揭榜")
    String look_at_claim();

    @Message("所属应急事件")
    String for_emergency();

    @Message("以下只有统筹人员能看到")
    String coordinator_only();

    @Message("{count} 份揭榜待定")
    String claims_waiting(long count);

    @Message("查看揭榜")
    String see_claims();

    @Message("邀请可转产的企业")
    String invite();

    @Message("修改")
    String edit();

    @Message("张榜")
    String publish();

    @Message("张榜后任何人都能看到这一页的内容，已登记的企业可以揭榜。应急事件的需求和方案不会公开。")
    String publish_text();

    @Message("结束")
    String end_title();

    @Message("原因")
    String end_reason();

    @Message("写进记录。")
    String end_reason_hint();

    @Message("结束揭榜")
    String close();

    @Message("撤榜")
    String withdraw();

    @Message("记录")
    String record();

    @Message(
            "{#when deed}{#is DRAFTED}起草{#is CHANGED}修改{#is PUBLISHED}张榜{#is CLOSED}结束{#is WITHDRAWN}撤榜{#is INVITED}邀请{#is CLAIMED}揭榜{#is CLAIM_CHANGED}修改揭榜{#is CLAIM_WITHDRAWN}退出揭榜{#is ASKED}提问{#is ANSWERED}回答{#is ACCEPTED}接受{#is DECLINED}谢绝{/when}")
    String deed(ChallengeEntry.Deed deed);

    @Message("草稿已保存，还没有公开。")
    String drafted();

    @Message("已修改。")
    String changed();

    @Message("已张榜，所有人都能看到。")
    String published_now();

    @Message("已结束，不再接受揭榜。")
    String closed_now();

    @Message("已撤榜。")
    String withdrawn_now();

    @Message("规划里没有人能供应的部分")
    String missing_title();

    @Message("来自各应急事件最近一次规划。点一项，数量、地点和期限就填好了。")
    String missing_text();

    @Message("所属应急事件")
    String form_emergency();

    @Message("不公开。接受的揭榜会成为它下一次规划的供给。")
    String form_emergency_hint();

    @Message("不属于任何事件")
    String form_no_emergency();

    @Message("榜名")
    String form_title();

    @Message("例如：医用熔喷布 20 吨")
    String form_title_hint();

    @Message("英文榜名")
    String form_title_en();

    @Message("物资")
    String form_item();

    @Message("用常用名称，例如：熔喷布、耳带焊接机")
    String form_item_hint();

    @Message("规格要求")
    String form_specification();

    @Message("材料、尺寸、包装、适用标准等。")
    String form_specification_hint();

    @Message("必须达到的指标")
    String form_limits();

    @Message("每行一条，例如：过滤效率 ≥ 95 %；克重 ≤ 25 g/m²")
    String form_limits_hint();

    @Message("数量")
    String form_amount();

    @Message("带单位，例如：20 吨")
    String form_amount_hint();

    @Message("交货地")
    String form_place();

    @Message("市或县，例如：山西侯马")
    String form_place_hint();

    @Message("揭榜截止时间")
    String form_closes();

    @Message("最晚到货日期")
    String form_needed_by();

    @Message("能解决什么")
    String form_unlocks();

    @Message("例如：每吨可做 100 万只口罩")
    String form_unlocks_hint();

    @Message("英文说明")
    String form_unlocks_en();

    @Message("需要的资质")
    String form_papers();

    @Message("保存草稿")
    String form_save();

    @Message("保存修改")
    String form_save_change();

    @Message("揭榜")
    String claim_title();

    @Message("回到榜单")
    String claim_back();

    @Message("能供应多少")
    String claim_amount();

    @Message("全部或一部分，最多 {most}")
    String claim_amount_hint(String most);

    @Message("单价（元，每{unit}）")
    String claim_price(String unit);

    @Message("价格含税")
    String claim_tax();

    @Message("交货方式")
    String claim_delivery();

    @Message("{#when delivery}{#is DELIVERED}送到（到厂价）{#is EX_WORKS}自提（出厂价）{#is UNSAID}没说{/when}")
    String delivery(PriceBasis.Delivery delivery);

    @Message("哪天能交齐")
    String claim_ready();

    @Message("需要在 {day} 前到货")
    String claim_ready_hint(String day);

    @Message("怎么供应")
    String claim_way();

    @Message("{#when way}{#is STOCK}现货{#is LINE}现有产线生产{#is CONVERTED_LINE}产线转产{#is IMPORTED}进口{/when}")
    String way(ClaimWay way);

    @Message("用自己的哪条供给")
    String claim_listing();

    @Message("不指定")
    String claim_listing_none();

    @Message("指标")
    String claim_figures();

    @Message("要求：{limit}")
    String asked_for(String limit);

    @Message("证书编号")
    String claim_certificates();

    @Message("可写多个，用顿号或逗号隔开。")
    String claim_certificates_hint();

    @Message("凭据文件")
    String claim_evidence();

    @Message("检测报告、现场照片等，最多 5 个，每个 10 MB 以内，PDF、PNG 或 JPEG。")
    String claim_evidence_hint();

    @Message("已附上的文件，去掉勾选即删除")
    String claim_kept();

    @Message("补充说明")
    String claim_notes();

    @Message("提交揭榜")
    String claim_submit();

    @Message("保存修改")
    String claim_submit_change();

    @Message("揭榜已提交。有消息会通知您。")
    String claimed();

    @Message("{#when state}{#is MADE}待定{#is ACCEPTED}已接受{#is DECLINED}未接受{#is WITHDRAWN}已退出{/when}")
    String claim_state(ClaimState state);

    @Message("现在")
    String claim_state_title();

    @Message("接受了 {quantity}。请按承诺的日期备货；做不到请尽早退出。")
    String claim_accepted(String quantity);

    @Message("理由：{reason}")
    String claim_reason(String reason);

    @Message("下一次规划的供给")
    String offer_opened();

    @Message("为您接受的数量开了一条供给，只有统筹方看得到")
    String offer_mine();

    @Message("退出揭榜")
    String claim_withdraw();

    @Message("退出后对方会重新找供应。")
    String claim_withdraw_text();

    @Message("已退出。")
    String claim_withdrawn();

    @Message("这个榜单不再接受揭榜。")
    String claim_closed();

    @Message("问答")
    String thread();

    @Message("还没有提问。")
    String thread_none();

    @Message("统筹方")
    String from_coordinator();

    @Message("揭榜方")
    String from_claimant();

    @Message("回答")
    String answer();

    @Message("您的回答")
    String answer_label();

    @Message("已回答。")
    String answered();

    @Message("等您回答")
    String owes_answer();

    @Message("揭榜情况")
    String claims_title();

    @Message("还没有人揭榜")
    String claims_none();

    @Message("可以邀请有可转产产线的企业。")
    String claims_none_text();

    @Message("揭榜方")
    String column_claimant();

    @Message("供应")
    String column_offer();

    @Message("核对")
    String column_proof();

    @Message("处理")
    String column_decision();

    @Message("交齐")
    String ready_on();

    @Message("{#when level}{#is UNCLAIMED}待认领{#is REGISTERED}已登记{#is DOCUMENTS_CHECKED}证照已核{#is VISITED}已实地核验{/when}")
    String level(VerificationLevel level);

    @Message("{limit}，报 {stated}")
    String limit_kept(String limit, String stated);

    @Message("{limit}，只报 {stated}")
    String limit_missed(String limit, String stated);

    @Message("有：{number}")
    String paper_shown(String number);

    @Message("没有")
    String paper_missing();

    @Message(
            "{#when reason}{#is PASSES}通过{#is PASSES_AS_SUCCESSOR}新版通过{#is OTHER_KIND}没有这类证书{#is EXPIRED}已过期{#is NOT_YET_VALID}还没生效{#is NOT_CHECKED}没有核对过{#is REJECTED}核对未通过{#is OF_ANOTHER_HOLDER}持证人是别家{#is NOT_COVERED}范围不含本物资{#is OTHER_STANDARD}标准不同{#is LOOK_ALIKE}标准相近但不同{#is OTHER_EDITION}版本不同{#is SUCCESSOR_NOT_ASKED_FOR}不是要求的版本{#is EDITION_UNSAID}没写版本{#is EDITION_UNKNOWN}版本不认识{#is EDITION_NOT_IN_FORCE}版本已失效{#is NO_STANDARD}没写标准{/when}")
    String gate(Gate.Reason reason);

    @Message("证书 {number}：有效")
    String number_known(String number);

    @Message("证书 {number}：查不到")
    String number_unknown(String number);

    @Message("证书 {number}：已失效或核对未通过")
    String number_invalid(String number);

    @Message("所列产线每天 {perDay}，这一份要 {days} 天")
    String pace(String perDay, long days);

    @Message("赶不上最晚到货日")
    String late();

    @Message("来得及")
    String in_time();

    @Message("没有要核对的。")
    String nothing_to_check();

    @Message("{name} 的凭据")
    String evidence_of(String name);

    @Message("接受")
    String accept();

    @Message("接受 {name} 的揭榜")
    String accept_of(String name);

    @Message("接受多少")
    String accept_amount();

    @Message("谢绝")
    String decline();

    @Message("谢绝 {name} 的揭榜")
    String decline_of(String name);

    @Message("谢绝理由")
    String decline_reason();

    @Message("提问")
    String ask();

    @Message("向 {name} 提问")
    String ask_of(String name);

    @Message("问题")
    String ask_question();

    @Message("已接受，已通知对方。")
    String accepted_now();

    @Message("已谢绝，已通知对方。")
    String declined_now();

    @Message("问题已发出。")
    String asked_now();

    @Message("{name} 处理")
    String decided_by(String name);

    @Message("接受 {quantity}")
    String accepted_amount(String quantity);

    @Message("邀请可转产的企业")
    String invite_title();

    @Message("下面的企业公开登记了可以转产{item}的产线。企业设置了不接受邀请的不在其中。")
    String invite_text(String item);

    @Message("没有公开登记的可转产产线")
    String invite_none();

    @Message("可以先摸排，或者在供给里补充可转产的产品。")
    String invite_none_text();

    @Message("邀请 {name}")
    String invite_choose(String name);

    @Message("邀请选中的企业")
    String invite_submit();

    @Message("榜单张榜期间才能邀请。")
    String invite_not_open();

    @Message("{name} 邀请")
    String invited_by(String name);

    @Message("已邀请 {count} 家，站内和信件都已发出。")
    String invited_now(int count);

    @Message("企业")
    String column_maker();

    @Message("产线")
    String column_line();

    @Message("现在做")
    String column_makes();

    @Message("邀请")
    String column_invited();

    @Message("我们的揭榜")
    String my_title();

    @Message("我们揭的榜")
    String my_claims();

    @Message("还没有揭过榜。")
    String my_claims_none();

    @Message("邀请我们的")
    String my_invitations();

    @Message("还没有收到邀请。")
    String my_invitations_none();

    @Message("看全部榜单")
    String see_challenges();

    @Message("接受邀请：我们的产线能转产紧缺物资时，请通知我们。")
    String invitations_on();

    @Message("不接受邀请：不会因为能转产而被邀请。")
    String invitations_off();

    @Message("不再接受邀请")
    String turn_off();

    @Message("接受邀请")
    String turn_on();

    @Message("以后会收到邀请。")
    String invitations_on_now();

    @Message("以后不会收到邀请。")
    String invitations_off_now();

    @Message("揭榜挂帅")
    String home_title();

    @Message("张榜中的紧缺物资")
    String home_figure();

    @Message("全部榜单")
    String home_all();
}
