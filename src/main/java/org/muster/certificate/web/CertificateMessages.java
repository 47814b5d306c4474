package org.muster.certificate.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.CheckState;
import org.muster.certificate.CheckVerdict;
import org.muster.certificate.CitedStandard;
import org.muster.certificate.NumberRule;
import org.muster.certificate.Relation;
import org.muster.certificate.ValidityState;

/** The words of the pages about certificates. */
@MessageBundle(value = "certificate", locale = "zh")
public interface CertificateMessages {

    @Message(
            "{#when kind}{#is BUSINESS_LICENCE}营业执照{#is REGISTRATION}医疗器械注册证{#is EMERGENCY_REGISTRATION}应急注册或应急备案{#is FILING}备案凭证{#is PRODUCTION_LICENCE}医疗器械生产许可证{#is DISTRIBUTION_LICENCE}医疗器械经营许可或备案{#is HYGIENE_LICENCE}消毒产品生产企业卫生许可证{#is INDUSTRIAL_LICENCE}工业产品生产许可证{#is FOOD_LICENCE}食品生产许可证{#is COMPULSORY_CERTIFICATION}强制性产品认证（3C）{#is LABORATORY}实验室资质（CMA、CNAS）{#is TEST_REPORT}检测报告{#is MANAGEMENT_SYSTEM}管理体系认证{#is FOREIGN_APPROVAL}境外认证（CE、FDA、NIOSH 等）{#is OTHER}其他证明{/when}")
    String kind(CertificateKind kind);

    @Message(
            "{#when relation}{#is OWN}本企业持有{#is COMMISSIONED_PRODUCTION}受托生产：证书属委托方{#is DEALER_AUTHORISATION}经销授权：证书属厂家{/when}")
    String relation(Relation relation);

    @Message("{#when state}{#is NOT_YET}尚未生效{#is VALID}有效{#is ENDING}即将到期{#is EXPIRED}已过期{/when}")
    String validity(ValidityState state);

    @Message("{#when state}{#is STATED}企业自述，未核对{#is CONFIRMED}已核对{#is REJECTED}核对未通过{/when}")
    String check(CheckState state);

    @Message("{#when verdict}{#is CONFIRM}与登记信息一致，予以确认{#is REJECT}不一致或无法确认，不予认可{/when}")
    String verdict(CheckVerdict verdict);

    @Message("{#when verdict}{#is CONFIRM}已确认{#is REJECT}未认可{/when}")
    String verdict_done(CheckVerdict verdict);

    @Message(
            "{#when standing}{#is KNOWN}{#is EDITION_UNKNOWN}版本年号不在标准库中，请人工核实{#is EDITION_UNSAID}未注明版本{#is UNKNOWN}标准不在标准库中，请人工核实{/when}")
    String standing(CitedStandard.Standing standing);

    @Message(
            "{#when register}{#is NMPA}国家药监局数据查询{#is SAMR}国家市场监督管理总局{#is GSXT}国家企业信用信息公示系统{#is CNCA}全国认证认可信息公共服务平台{#is CMA}检验检测机构资质认定查询{#is CNAS}CNAS 认可机构查询{#is DISINFECTION}全国消毒产品网上备案信息服务平台{/when}")
    String register(NumberRule.Register register);

    @Message("资质证书")
    String title();

    @Message("采购方按证书种类、标准版本和有效期筛选；到期当天起自动不再计入。核对过的证书排在前面。")
    String lead();

    @Message("添加证书")
    String add();

    @Message("还没有证书")
    String empty();

    @Message("添加注册证、生产许可证、检测报告等，采购方才能确认您具备资质。")
    String empty_text();

    @Message("证书")
    String column_paper();

    @Message("适用范围")
    String column_scope();

    @Message("有效期")
    String column_validity();

    @Message("核对")
    String column_check();

    @Message("{count} 张证书将在 60 天内到期，请尽快办理延续并更新有效期。")
    String warning_ending(int count);

    @Message("{count} 张证书已过期，不再计入。")
    String warning_expired(int count);

    @Message("{count} 张证书未通过核对，不再展示；请看理由并更正。")
    String warning_rejected(int count);

    @Message("整个企业")
    String whole();

    @Message("长期有效")
    String no_end();

    @Message("至")
    String from_to();

    @Message("有效期至")
    String until();

    @Message("自")
    String from();

    @Message("还有 {days} 天")
    String days_left(long days);

    @Message("持有人")
    String holder();

    @Message("发证机关")
    String issuer();

    @Message("编号")
    String number();

    @Message("无编号")
    String no_number();

    @Message("执行标准")
    String standards();

    @Message("已被 {designation} 代替")
    String superseded(String designation);

    @Message("该版本现已不在有效期内")
    String not_in_force();

    @Message("修改")
    String edit();

    @Message("证书文件")
    String document();

    @Message("下载 {name}（{size} KB）")
    String document_download(String name, int size);

    @Message("未附文件")
    String no_document();

    @Message("添加证书")
    String form_add();

    @Message("修改证书")
    String form_change();

    @Message("证书种类")
    String kind_label();

    @Message("请选择")
    String kind_choose();

    @Message("证书编号")
    String number_label();

    @Message("照证书原样填写，如 国械注准20203140001、鲁药监械生产许20200012号；全角、空格不影响")
    String number_hint();

    @Message("发证机关或机构")
    String issuer_label();

    @Message("证书持有人与本企业的关系")
    String relation_label();

    @Message("持有人名称")
    String holder_label();

    @Message("不是本企业持有时必填，与证书一致")
    String holder_hint();

    @Message("适用产品")
    String scope_label();

    @Message("用顿号或逗号分开，如 医用外科口罩、医用防护口罩；留空表示适用整个企业")
    String scope_hint();

    @Message("证书上的范围原文")
    String scope_text_label();

    @Message("执行标准及版本")
    String standards_label();

    @Message("如 YY 0469-2023、GB 19083-2010；请写年号，不同版本不视为相同")
    String standards_hint();

    @Message("生效日期")
    String valid_from_label();

    @Message("有效期至")
    String valid_to_label();

    @Message("长期有效的留空")
    String valid_to_hint();

    @Message("证书文件")
    String document_label();

    @Message("PDF、PNG 或 JPEG，10 MB 以内；没有文件一般无法核对")
    String document_hint();

    @Message("已收到文件 {name}，不选新文件就沿用它")
    String document_kept(String name);

    @Message("保存证书")
    String save();

    @Message("保存修改后，需要重新核对。")
    String change_note();

    @Message("证书已添加，等待核对。")
    String added();

    @Message("为 {name} 录入证书")
    String on_behalf(String name);

    @Message("这家企业还没有人认领。证书将展示在它的页面上，由他人核对；企业认领后自行维护。")
    String on_behalf_note();

    @Message("录入证书")
    String on_behalf_link();

    @Message("证书已更新，等待重新核对。")
    String changed();

    @Message("撤下证书")
    String withdraw();

    @Message("撤下后不再展示，也不再计入；核对记录仍保留。")
    String withdraw_note();

    @Message("证书已撤下。")
    String withdrawn();

    @Message("核对记录")
    String checks();

    @Message("针对修改前的内容")
    String of_earlier();

    @Message("{area}联络员受托核对")
    String by_delegation(String area);

    @Message("资质证书")
    String shown_title();

    @Message("没有登记资质证书。")
    String shown_none();

    @Message("没有适用于这条供给的资质证书。")
    String shown_none_listing();

    @Message("“有效”按今天的日期计算；“未核对”的内容只是企业自述。")
    String shown_note();

    @Message("核对于")
    String checked_on();

    @Message("证书核对")
    String queue_title();

    @Message("共 {total} 张证书等待核对，先提交的排在前面。")
    String queue_lead(long total);

    @Message("没有等待核对的证书")
    String queue_empty();

    @Message("企业添加或修改证书后，会按先后顺序出现在这里。")
    String queue_empty_text();

    @Message("您还没有受托核对的地区。")
    String queue_no_area();

    @Message("申请受托地区")
    String queue_ask_area();

    @Message("企业")
    String queue_organisation();

    @Message("所在地")
    String queue_place();

    @Message("提交时间")
    String queue_waiting();

    @Message("核对：{number}")
    String case_title(String number);

    @Message("企业填写的内容")
    String case_facts();

    @Message("证书文件")
    String case_document();

    @Message("{name} 第 {page} 页")
    String case_page(String name, int page);

    @Message("企业没有上传文件，只能按编号到公开登记系统核对。")
    String case_no_document();

    @Message("只显示前 {shown} 页，共 {all} 页；其余请下载查看。")
    String case_more_pages(int shown, int all);

    @Message("这个文件不能显示，请下载后查看。")
    String case_unreadable();

    @Message("核对结论")
    String case_decision();

    @Message("以下企业也登记了相同编号：")
    String case_elsewhere();

    @Message("编号所示")
    String case_number_says();

    @Message("国家级发证")
    String case_issued_by_state();

    @Message("{year} 年")
    String case_year(String year);

    @Message("第 {level} 类医疗器械")
    String case_class(int level);

    @Message("没有公开的编号规则，请按发证机构核实")
    String case_no_rule();

    @Message("复制编号")
    String copy();

    @Message("已复制")
    String copied();

    @Message("打开{register}（新窗口）")
    String open_register(String register);

    @Message("统一社会信用代码")
    String credit_code();

    @Message("填写人")
    String stated_by();

    @Message("结论")
    String verdict_label();

    @Message("依据")
    String proof_label();

    @Message("查了哪个登记系统、看到什么；企业会看到这段话")
    String proof_hint();

    @Message("记录结论")
    String decide();

    @Message("结论已记录。")
    String decided();

    @Message("您受托核对{area}范围内的企业。")
    String delegated_note(String area);

    @Message("受托地区")
    String area_title();

    @Message("联络员可以申请核对本地区企业的证书；由运营人员批准，也可以随时收回。")
    String area_lead();

    @Message("地区")
    String area_label();

    @Message("省、市或区县，如 青岛市、江阴市")
    String area_hint();

    @Message("所在单位")
    String area_office();

    @Message("局、园区或协会")
    String area_office_hint();

    @Message("申请受托")
    String area_ask();

    @Message("申请已提交，等待运营人员批准。")
    String area_asked();

    @Message("等待批准")
    String area_waiting();

    @Message("已批准")
    String area_granted();

    @Message("联络员")
    String area_person();

    @Message("理由")
    String area_reason();

    @Message("至少 4 个字，留在审计记录里")
    String area_reason_hint();

    @Message("批准")
    String area_grant();

    @Message("不批准")
    String area_refuse();

    @Message("收回")
    String area_end();

    @Message("没有申请，也没有已批准的地区")
    String area_empty();

    @Message("联络员提出申请后会出现在这里。")
    String area_empty_text();

    @Message("已记录。")
    String area_decided();

    @Message("资质证书")
    String nav();

    @Message("证书核对")
    String nav_checks();
}
