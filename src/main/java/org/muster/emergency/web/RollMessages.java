package org.muster.emergency.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.emergency.Blocker;
import org.muster.emergency.Running;

/** What the roll call says. */
@MessageBundle(value = "roll", locale = "zh")
public interface RollMessages {

    @Message("摸排")
    String tab();

    @Message("发起摸排")
    String call_title();

    @Message("问某地每一家做某样东西的企业五个问题，每天一次。已在名单上的供给都会问到，包括空闲情况未知的。再次发起会补上新登记的企业。")
    String call_text();

    @Message("问做什么的")
    String product();

    @Message("例如：医用口罩、熔喷布")
    String product_hint();

    @Message("哪个地区")
    String area();

    @Message("请选择")
    String choose();

    @Message("列出企业，开始摸排")
    String call_submit();

    @Message("摸排名单已列好。请逐家发链接或打电话。")
    String called();

    @Message("本事件的摸排")
    String calls();

    @Message("还没有发起摸排。")
    String calls_none();

    @Message("{product} · {area}")
    String call_name(String product, String area);

    @Message("今天 {answered} / {asked} 家已答")
    String progress(String answered, String asked);

    @Message("企业")
    String column_organisation();

    @Message("今天")
    String column_today();

    @Message("最近一次答复")
    String column_last();

    @Message("怎么问")
    String column_ways();

    @Message("未答")
    String silent();

    @Message("已答")
    String answered();

    @Message("从未答过")
    String never();

    @Message("打电话")
    String ring();

    @Message("给{name}打电话")
    String ring_of(String name);

    @Message("发链接或录入")
    String open();

    @Message("给{name}发链接或录入")
    String open_of(String name);

    @Message("没有登记电话")
    String no_mobile();

    @Message("回到名单")
    String back();

    @Message("可以复制的文字")
    String copy_label();

    @Message("【{emergency}】{authority}摸排{product}产能。请{organisation}今天用一分钟回答五个问题：是否在产、库存、日产量、材料能用几天、缺什么。链接：{link} 。核实请拨打"
            + " {phone}（{lead}）。")
    String ask_message(
            String emergency,
            String authority,
            String product,
            String organisation,
            String link,
            String phone,
            String lead);

    @Message("{name}的答复二维码")
    String qr_alt(String name);

    @Message("对方用手机扫一扫就能答，不用账号")
    String qr_caption();

    @Message("电话里问到的，在这里录入")
    String type_in();

    @Message("是否在产")
    String running_label();

    @Message("{#when running}{#is YES}在产{#is PARTLY}部分在产{#is NO}停产{/when}")
    String running(Running running);

    @Message("现有库存（{unit}）")
    String stock_label(String unit);

    @Message("每天产量（{unit}）")
    String output_label(String unit);

    @Message("材料还能用几天")
    String material_days_label();

    @Message("缺什么")
    String missing_label();

    @Message("{#when blocker}{#is PEOPLE}人手{#is MATERIAL}材料{#is VEHICLE}车辆{#is MONEY}资金{#is CERTIFICATE}资质{#is"
            + " PERMISSION}审批许可{/when}")
    String blocker(Blocker blocker);

    @Message("补充说明")
    String note_label();

    @Message("谁答复的")
    String answered_by_label();

    @Message("您的姓名")
    String your_name_label();

    @Message("登记手机的后四位")
    String last_four_label();

    @Message("确认是贵企业的人在答。链接可以转给同事。")
    String last_four_hint();

    @Message("记下答复")
    String submit();

    @Message("答复已记下，供给的确认时间已更新。")
    String recorded();

    @Message("摸排：{product}")
    String ask_title(String product);

    @Message("{authority}（{document}）请{organisation}回答五个问题，一分钟就好，不用账号。")
    String ask_text(String authority, String document, String organisation);

    @Message("核实请拨打 {phone}")
    String call_back(String phone);

    @Message("提交答复")
    String ask_submit();

    @Message("收到，谢谢。今天的答复如下；有变化可以再答一次。")
    String thanks();

    @Message("今天已经答过")
    String already();

    @Message("{name} 答复")
    String by(String name);

    @Message("{name} 答复，{desk} 录入")
    String by_desk(String name, String desk);

    @Message("材料够 {n} 天")
    String material_days(int n);

    @Message("缺：{what}")
    String missing(String what);

    @Message("日产 {amount}")
    String output(String amount);

    @Message("库存 {amount}")
    String stock(String amount);

    @Message("待解决的事项")
    String tasks();

    @Message("没有待解决的事项。答复里勾选缺什么，就会成为一项。")
    String tasks_none();

    @Message("缺什么")
    String column_blocker();

    @Message("负责人与期限")
    String column_owner();

    @Message("负责人")
    String owner();

    @Message("{what}：负责人")
    String owner_of(String what);

    @Message("几小时内")
    String hours();

    @Message("{what}：几小时内")
    String hours_of(String what);

    @Message("改派")
    String assign();

    @Message("{what}：改派")
    String assign_of(String what);

    @Message("已解决")
    String done();

    @Message("{what}：已解决")
    String done_of(String what);

    @Message("{who} 已解决")
    String done_by(String who);

    @Message("已改派。")
    String assigned();

    @Message("事项已解决。")
    String finished();
}
