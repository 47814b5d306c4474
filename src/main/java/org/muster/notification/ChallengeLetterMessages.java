package org.muster.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the messages about open challenges say. */
@MessageBundle(value = "challengeletter", locale = "zh")
public interface ChallengeLetterMessages {

    @Message("邀请揭榜：{title}")
    String invited_subject(String title);

    @Message("“{organisation}”登记的产线可以转产这次紧缺的物资。打开下面的链接看规格和期限，能供应全部或一部分都可以揭榜。不想再收到邀请，可在“我们的揭榜”里关闭。")
    String invited_body(String organisation);

    @Message("揭榜有问题等您回答：{title}")
    String asked_subject(String title);

    @Message("统筹方想了解：{question} 请打开下面的链接回答。")
    String asked_body(String question);

    @Message("揭榜已被接受：{title}")
    String accepted_subject(String title);

    @Message("“{organisation}”的揭榜已被接受，接受的数量写在下面的链接里。请按承诺的日期备货；做不到请尽早退出。")
    String accepted_body(String organisation);

    @Message("揭榜未被接受：{title}")
    String declined_subject(String title);

    @Message("理由：{reason}。调整后可以重新揭榜。")
    String declined_body(String reason);
}
