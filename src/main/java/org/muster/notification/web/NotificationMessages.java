package org.muster.notification.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.notification.DeliveryState;
import org.muster.notification.Way;

/** The words of the development mailbox and of the pages about mail. */
@MessageBundle(value = "notification", locale = "zh")
public interface NotificationMessages {

    @Message("开发邮箱")
    String mailbox_title();

    @Message("开发和测试时，本应发出的短信和邮件都在这里，最新的在前面。")
    String mailbox_lead();

    @Message("还没有消息")
    String mailbox_empty();

    @Message("注册企业、邀请同事或完成认证审核后，消息会出现在这里。")
    String mailbox_empty_text();

    @Message("{#when way}{#is MOBILE}短信{#is EMAIL}邮件{/when}")
    String way(Way way);

    @Message("收件人")
    String to();

    @Message("打开链接")
    String open_link();

    @Message("邮件")
    String nav_letters();

    @Message("邮件投递")
    String letters_title();

    @Message("邮件交给 {server}。暂时送不出的会自动重试；被拒收的请核对地址后再试。")
    String letters_lead(String server);

    @Message("没有配置邮件服务器（muster.mail.host），邮件只留存，不发送。")
    String letters_no_server();

    @Message("没有这样的邮件")
    String letters_empty();

    @Message("向登记了邮箱的人写信后，投递情况会出现在这里。")
    String letters_empty_text();

    @Message("筛选")
    String filter();

    @Message("状态")
    String state_label();

    @Message("全部")
    String state_all();

    @Message(
            "{#when state}{#is KEPT}未发送，没有邮件服务器{#is WAITING}待发送{#is SENT}已发出{#is REFUSED}被拒收{#is GIVEN_UP}多次未能发出{#is LAPSED}已无需发送{/when}")
    String delivery(DeliveryState state);

    @Message("写于")
    String written();

    @Message("发出")
    String sent();

    @Message("已试 {times} 次，最近")
    String tried(int times);

    @Message("下次")
    String next();

    @Message("服务器答复：")
    String server_said();

    @Message("再试一次")
    String again();

    @Message("再试一次：{subject}，{address}")
    String again_of(String subject, String address);

    @Message("马上再试。")
    String again_soon();

    @Message("没有配置邮件服务器，无法发送。")
    String again_no_server();

    @Message("这封信已经发出或不再需要，没有再试。")
    String again_not();

    @Message("来信语言")
    String language_title();

    @Message("来信语言：{address}")
    String language_of(String address);

    @Message("寄往 {address} 的信用哪种语言写？")
    String language_lead(String address);

    @Message("语言")
    String language_label();

    @Message("中文和英文")
    String language_both();

    @Message("中文")
    String language_zh();

    @Message("英文")
    String language_en();

    @Message("保存")
    String language_keep();

    @Message("已保存，以后的信用所选语言写。")
    String language_kept();
}
