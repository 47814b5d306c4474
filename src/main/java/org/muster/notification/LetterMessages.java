package org.muster.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.organisation.Verdict;

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
            "{#when verdict}{#is GRANT_DOCUMENTS}“{organisation}”通过认证：证照已核验{#is GRANT_VISITED}“{organisation}”通过认证：已实地核验{#is REFUSE}“{organisation}”的认证申请未通过{#is WITHDRAW}“{organisation}”的认证已撤销{/when}")
    String decided_subject(String organisation, Verdict verdict);

    @Message("理由：{reason}。有效期至 {until}。")
    String granted_body(String reason, String until);

    @Message("理由：{reason}。补充或更正后可以再次申请。")
    String refused_body(String reason);
}
