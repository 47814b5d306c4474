package org.muster.notification.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.notification.Way;

/** The words of the development mailbox. */
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
}
