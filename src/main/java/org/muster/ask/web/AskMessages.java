package org.muster.ask.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.allocation.LegalBasis;
import org.muster.ask.Answer;
import org.muster.ask.AskDeed;
import org.muster.ask.AskMail;
import org.muster.ask.AskState;
import org.muster.emergency.Blocker;

/** The words of asking and answering. */
@MessageBundle(value = "ask", locale = "zh")
public interface AskMessages {

    @Message("询问")
    String tab();

    @Message("收件箱")
    String inbox();

    @Message("应急询问：请尽快答复。答复后，预留即确认或释放。")
    String inbox_lead();

    @Message("没有询问")
    String inbox_empty();

    @Message("应急指挥部询问贵单位时，会出现在这里，并有倒计时。")
    String inbox_empty_text();

    @Message("{authority}（{document}）请{organisation}供应：{thing}")
    String lead(String authority, String document, String organisation, String thing);

    @Message("请求供应：{thing}")
    String card_title(String thing);

    @Message("所需")
    String what();

    @Message("数量")
    String quantity();

    @Message("时间")
    String window();

    @Message("送到")
    String place();

    @Message("送达期限")
    String needed_by();

    @Message("价格")
    String price();

    @Message("未报价，另行商定")
    String no_price();

    @Message("法律依据")
    String basis_label();

    @Message(
            "{#when basis}{#is MARKET_PURCHASE}市场采购{#is RESERVE}动用储备{#is ALLOCATION}政府调拨{#is REQUISITION}依法征用{#is DONATION}捐赠{/when}")
    String basis(LegalBasis basis);

    @Message("请在此前答复")
    String answer_by();

    @Message("核实请回拨 {name} {phone}")
    String call_back(String name, String phone);

    @Message("您的答复")
    String answer_label();

    @Message("{#when answer}{#is YES}可以供应{#is YES_IF}有条件可以{#is OTHER}数量或日期不同{#is NO}不能供应{#is RECEIVED}已收到，稍后答复{/when}")
    String answer(Answer answer);

    @Message("需要先解决什么（有条件时选）")
    String conditions_label();

    @Message(
            "{#when blocker}{#is PEOPLE}人员{#is MATERIAL}材料{#is VEHICLE}车辆{#is MONEY}资金{#is CERTIFICATE}证照{#is PERMISSION}许可{/when}")
    String blocker(Blocker blocker);

    @Message("能供数量（{unit}）")
    String amount_label(String unit);

    @Message("比所需少时填写")
    String amount_hint();

    @Message("能供日期")
    String day_label();

    @Message("说明或原因")
    String note_label();

    @Message("不能供应时必填")
    String note_hint();

    @Message("您的姓名")
    String name_label();

    @Message("登记手机的后四位")
    String last_four_label();

    @Message("确认是贵单位的人。链接可以转给同事。")
    String last_four_hint();

    @Message("提交答复")
    String submit();

    @Message("已收到答复，谢谢")
    String thanks();

    @Message("已经答复过，最先的答复有效")
    String already();

    @Message(
            "{#when state}{#is HOLDING}正在预留{#is NOT_HELD}未能预留{#is REQUESTED}待答复{#is ACKNOWLEDGED}已收到，待答复{#is COMMITTED}已承诺{#is CONDITIONAL}有条件{#is COUNTERED}另有提议{#is DECLINED}不能供应{#is EXPIRED}逾期，预留已释放{#is WITHDRAWN}已撤回{/when}")
    String state(AskState state);

    @Message(
            "{#when deed}{#is REQUESTED}预留并询问{#is ACKNOWLEDGED}已收到{#is ACCEPTED}可以供应{#is ACCEPTED_IF}有条件可以{#is COUNTERED}数量或日期不同{#is DECLINED}不能供应{#is REMINDED}已提醒{#is RISEN}已提醒，并上报{#is EXPIRED}逾期未答，预留已释放{#is AGREED}指挥部同意{#is WITHDRAWN}指挥部撤回{#is LOST}不能再指望{/when}")
    String deed(AskDeed deed);

    @Message("{typist} 代录")
    String typed_by(String typist);

    @Message("经过")
    String history();

    @Message("谁已答复，谁还欠")
    String list_title();

    @Message("共 {asked} 家，已承诺 {committed}，待答复 {waiting}，等指挥部 {office}")
    String progress(int asked, int committed, int waiting, int office);

    @Message("还没有问过任何人。先从规划发出，或在下面单独询问一家。")
    String none();

    @Message("供方")
    String column_supplier();

    @Message("状态")
    String column_state();

    @Message("期限")
    String column_clock();

    @Message("联系")
    String column_ways();

    @Message("打开与{name}的询问")
    String open_of(String name);

    @Message("打开")
    String open();

    @Message("拨打{name}")
    String ring_of(String name);

    @Message("没有电话")
    String no_mobile();

    @Message("已提醒 {n} 次")
    String reminded(int n);

    @Message("按规划发出")
    String send_title();

    @Message("先在台账里一次预留全部，再逐家询问。有一项留不住，就一项也不留，并说明是哪一项。")
    String send_text();

    @Message("规划")
    String run();

    @Message("{at} 的规划，{legs} 条")
    String run_name(String at, int legs);

    @Message("预留并询问全部")
    String send();

    @Message("已预留并发出询问")
    String sent();

    @Message("单独询问一家")
    String one_title();

    @Message("供给的网址或编号")
    String listing_label();

    @Message("在搜索里打开供给，复制它的网址")
    String listing_hint();

    @Message("数量")
    String one_amount_label();

    @Message("按供给的单位；整段租用的产线不填")
    String one_amount_hint();

    @Message("开始日期")
    String from_label();

    @Message("结束日期（含）")
    String to_label();

    @Message("产线、设备按时间时填写")
    String time_hint();

    @Message("送达期限（日期）")
    String needed_label();

    @Message("下令机关")
    String basis_authority();

    @Message("文号")
    String basis_document();

    @Message("预留并询问")
    String ask_one();

    @Message("复制给对方")
    String copy_label();

    @Message(
            "【{emergency}】{authority}请{organisation}供应{thing}{amount}。请在 {until} 前打开链接答复，不用注册：{link} 。核实请拨 {phone}（{name}）。")
    String copied_text(
            String emergency,
            String authority,
            String organisation,
            String thing,
            String amount,
            String until,
            String link,
            String phone,
            String name);

    @Message("{name}答复用的二维码")
    String qr_alt(String name);

    @Message("用手机扫一扫就能答复，不用账号")
    String qr_caption();

    @Message("录入电话里的答复")
    String type_in();

    @Message("谁答复的")
    String answered_by_label();

    @Message("同意，确认供应")
    String agree();

    @Message("条件已解决，确认供应")
    String condition_met();

    @Message("撤回询问并释放预留")
    String withdraw();

    @Message("撤回的原因")
    String withdraw_reason();

    @Message("已确认")
    String agreed();

    @Message("已撤回，预留已释放")
    String withdrawn();

    @Message("回到列表")
    String back();

    @Message("等指挥部决定")
    String office_title();

    @Message("邮件")
    String mail_title();

    @Message(
            "{#when state}{#is NOT_SENT}邮件未发出：没有配置邮件服务器{#is WAITING}邮件待发送{#is SENT}邮件已发出{#is REFUSED}邮件被拒收{#is GIVEN_UP}邮件多次未能发出{#is LAPSED}询问已结束，邮件不再发送{/when}")
    String mail(AskMail.State state);

    @Message("请打电话或转发答复链接。")
    String mail_failed();

    @Message("没有邮件：没有登记邮箱，或者询问刚刚发出")
    String mail_none();
}
