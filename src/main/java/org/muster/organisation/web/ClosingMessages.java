package org.muster.organisation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said where an organisation leaves altogether. */
@MessageBundle(value = "closing", locale = "zh")
public interface ClosingMessages {

    @Message("企业退出 Muster")
    String title();

    @Message("全部供给立即撤下，证书撤回，所有成员和代管的联络员不再属于本企业，联系方式和信用代码删除。名称和所在地作为待认领的资料保留，"
            + "以往的预留和审计记录不变。别人还在预留的、本企业还在预留的，要先了结。以后可以重新认领。")
    String text();

    @Message("输入企业名称以确认")
    String name();

    @Message("为什么退出")
    String reason();

    @Message("只记入审计，不公开")
    String reason_hint();

    @Message("退出 Muster")
    String submit();

    @Message("企业已退出 Muster。")
    String closed();
}
