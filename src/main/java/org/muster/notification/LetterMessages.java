package org.muster.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.allocation.LegalBasis;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.CheckVerdict;
import org.muster.organisation.Verdict;
import org.muster.shared.PriceBasis;

/** What the messages say. */
@MessageBundle(value = "letter", locale = "zh")
public interface LetterMessages {

    @Message("{inviter}邀请您加入“{organisation}”")
    String invited_subject(String inviter, String organisation);

    @Message("{name}，您好！{inviter}邀请您加入 Muster 上的“{organisation}”。打开下面的链接并确认，{until} 前有效，只能使用一次。")
    String invited_body(String name, String inviter, String organisation, String until);

    @Message("“{organisation}”注册成功")
    String registered_subject(String organisation);

    @Message("{name}，您好！“{organisation}”已在 Muster 注册。现在可以发布空闲产线和物料；补上统一社会信用代码后可以申请认证。")
    String registered_body(String name, String organisation);

    @Message(
            "{#when verdict}{#is GRANT_DOCUMENTS}“{organisation}”通过认证：证照已核验{#is PROPOSE_VISITED}“{organisation}”的实地核验已提出，等待确认{#is GRANT_VISITED}“{organisation}”通过认证：已实地核验{#is REFUSE}“{organisation}”的认证申请未通过{#is WITHDRAW}“{organisation}”的认证已撤销{/when}")
    String decided_subject(String organisation, Verdict verdict);

    @Message("理由：{reason}。有效期至 {until}。")
    String granted_body(String reason, String until);

    @Message("理由：{reason}。补充或更正后可以再次申请。")
    String refused_body(String reason);

    @Message("{kind} {number} 还有 {days} 天到期")
    String certificate_ending_subject(String kind, String number, int days);

    @Message("“{organisation}”的{kind} {number} 有效期至 {until}。到期次日起不再计入，请尽快办理延续，并在“资质证书”里更新有效期。")
    String certificate_ending_body(String organisation, String kind, String number, String until);

    @Message("{kind} {number} 已过期")
    String certificate_expired_subject(String kind, String number);

    @Message("“{organisation}”的{kind} {number} 有效期至 {until}，已过期，不再计入。办理延续后请在“资质证书”里更新。")
    String certificate_expired_body(String organisation, String kind, String number, String until);

    @Message("{#when verdict}{#is CONFIRM}{kind} {number} 已核对确认{#is REJECT}{kind} {number} 未通过核对{/when}")
    String certificate_checked_subject(String kind, String number, CheckVerdict verdict);

    @Message("依据：{proof}。详情请看“资质证书”。")
    String certificate_checked_body(String proof);

    @Message("认领“{organisation}”已通过")
    String claim_granted_subject(String organisation);

    @Message("{name}，您好！您认领的“{organisation}”已经归您所在企业。理由：{reason}。现在可以维护它的资料和供给。")
    String claim_granted_body(String name, String organisation, String reason);

    @Message("认领“{organisation}”未通过")
    String claim_refused_subject(String organisation);

    @Message("{name}，您好！您认领“{organisation}”的申请没有通过。理由：{reason}。补充材料后可以再次认领。")
    String claim_refused_body(String name, String organisation, String reason);

    @Message("“{organisation}”已由他人认领")
    String claim_overtaken_subject(String organisation);

    @Message("{name}，您好！您申请认领的“{organisation}”已经确认归另一申请人所在企业，您的申请不再审核。如有异议，请联系平台运营人员。")
    String claim_overtaken_body(String name, String organisation);

    @Message("{count} 条供给快没有音讯了")
    String silent_subject(int count);

    @Message("“{title}”等 {count} 条供给近一个月没有确认。五个工作日内仍不确认，就不再分配给需求方；再过一段时间也搜不到。打开“我的供给”，点一下“仍然空闲”就行。")
    String silent_body(String title, int count);

    @Message(
            "{#when kind}{#is BUSINESS_LICENCE}营业执照{#is REGISTRATION}医疗器械注册证{#is EMERGENCY_REGISTRATION}应急注册或应急备案{#is FILING}备案凭证{#is PRODUCTION_LICENCE}医疗器械生产许可证{#is DISTRIBUTION_LICENCE}医疗器械经营许可或备案{#is HYGIENE_LICENCE}消毒产品生产企业卫生许可证{#is INDUSTRIAL_LICENCE}工业产品生产许可证{#is FOOD_LICENCE}食品生产许可证{#is COMPULSORY_CERTIFICATION}强制性产品认证（3C）{#is LABORATORY}实验室资质（CMA、CNAS）{#is TEST_REPORT}检测报告{#is MANAGEMENT_SYSTEM}管理体系认证{#is FOREIGN_APPROVAL}境外认证（CE、FDA、NIOSH 等）{#is OTHER}其他证明{/when}")
    String certificate_kind(CertificateKind kind);

    @Message("请答复：能否供应{thing}")
    String ask_subject(String thing);

    @Message("还在等您答复：能否供应{thing}")
    String ask_reminder_subject(String thing);

    @Message(
            "{organisation}，您好！{authority}（{document}）请贵单位供应{thing}{amount}。请在 {until}（北京时间）前打开下面的链接答复，不用注册，可以转给同事。核实请拨 {phone}（{name}）。")
    String ask_body(
            String organisation,
            String authority,
            String document,
            String thing,
            String amount,
            String until,
            String phone,
            String name);

    @Message("{organisation}还没有答复，请打电话")
    String ask_risen_subject(String organisation);

    @Message("{name}，您好！“{emergency}”里，{organisation}已提醒 {times} 次，还没有答复，{until}（北京时间）到期。请打电话催办。")
    String ask_risen_body(String name, String organisation, String emergency, int times, String until);

    @Message("{organisation}逾期未答，预留已释放")
    String ask_expired_subject(String organisation);

    @Message("{name}，您好！“{emergency}”里，{organisation}逾期未答，为它预留的已经释放。请另找供方。")
    String ask_expired_body(String name, String organisation, String emergency);

    @Message("可能请您补位：{title}")
    String standby_subject(String title);

    @Message("{organisation}，您好！如果别的供方不能供应，可能很快请您供应“{title}”。现在没有为此预留，请先看看是否可行。")
    String standby_body(String organisation, String title);

    @Message("价格依据：{price}。法律依据：{basis}。")
    String ask_terms(String price, String basis);

    @Message("未报价")
    String ask_no_price();

    @Message(
            "{#when basis}{#is MARKET_PURCHASE}市场采购{#is RESERVE}动用储备{#is ALLOCATION}政府调拨{#is REQUISITION}依法征用{#is DONATION}捐赠{/when}")
    String ask_basis(LegalBasis basis);

    @Message("含税")
    String tax_included();

    @Message("不含税")
    String tax_excluded();

    @Message("{#when invoice}{#is SPECIAL_VAT}专票{#is ORDINARY}普票{#is NONE}不开票{#is UNSAID}{/when}")
    String invoice(PriceBasis.Invoice invoice);

    @Message("{#when delivery}{#is EX_WORKS}出厂价{#is DELIVERED}到厂价{#is UNSAID}{/when}")
    String delivery(PriceBasis.Delivery delivery);

    @Message("有效期至 {day}")
    String price_until(String day);

    @Message("本邮件由 Muster 自动发出，请勿直接回复。选择来信语言：{link}")
    String mail_foot(String link);
}
