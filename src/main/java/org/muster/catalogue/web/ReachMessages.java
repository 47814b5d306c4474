package org.muster.catalogue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.Hearing;

/** What is said of listings that silence takes away, and of organisations that see nothing of them. */
@MessageBundle(value = "reach", locale = "zh")
public interface ReachMessages {

    @Message("情况没变")
    String confirm_unchanged();

    @Message("{#when hearing}{#is HEARD}有效{#is QUIET}久未确认，暂停预留{#is LOST}久未确认，搜索不到{/when}")
    String hearing(Hearing hearing);

    @Message("{#when hearing}{#is HEARD}供方确认过，可以预留。{#is QUIET}供方很久没有确认，暂时不能预留；供方一确认就恢复。{#is"
            + " LOST}供方很久没有确认，不能预留，一般搜索也不再列出；供方一确认就恢复。{/when}")
    String hearing_note(Hearing hearing);

    @Message("下面有 {n} 条供给久未确认，已暂停预留或搜索不到。点一下确认，立即恢复。")
    String silent_note(long n);

    @Message("快要暂停预留，请确认")
    String fading();

    // Blocked organisations

    @Message("屏蔽的企业")
    String blocked();

    @Message("名单上的企业登录后，在搜索、统计、地图、导出、接口和供给页面都看不到贵企业的任何供给，也不能预留。它们不会收到通知。")
    String blocked_lead();

    @Message("没有登录的人看不出是谁：公开的供给，任何人不登录都能看到。要连这一点也防住，请把供给设为“仅认证采购方可见”或“匿名”。已有的预留不受影响。")
    String blocked_limits();

    @Message("屏蔽一家企业")
    String block_add();

    @Message("企业名称")
    String block_name();

    @Message("写名称或其中一部分，再从查到的企业里选")
    String block_name_hint();

    @Message("原因（只有本企业看得到）")
    String block_reason();

    @Message("查找")
    String block_find();

    @Message("是哪一家？")
    String block_which();

    @Message("没有查到名称里有“{name}”的企业。")
    String block_found_none(String name);

    @Message("屏蔽")
    String block();

    @Message("屏蔽{name}")
    String block_of(String name);

    @Message("解除屏蔽")
    String unblock();

    @Message("解除对{name}的屏蔽")
    String unblock_of(String name);

    @Message("没有屏蔽任何企业")
    String blocked_none();

    @Message("所有企业都能看到对它们开放的供给。")
    String blocked_none_text();

    @Message("由{by}屏蔽于")
    String blocked_by(String by);

    @Message("已屏蔽。这家企业现在看不到贵企业的供给。")
    String block_done();

    @Message("已解除屏蔽。")
    String unblock_done();
}
