package org.muster.emergency.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the board says beside the words of the emergency's other pages. */
@MessageBundle(value = "board", locale = "zh")
public interface BoardMessages {

    @Message("上墙显示")
    String to_wall();

    @Message("退出上墙")
    String from_wall();

    @Message("谁还欠着")
    String owed();

    @Message("没有欠着的事：任务都办完了，今天的摸排都答了。")
    String owed_nothing();

    @Message("任务")
    String column_task();

    @Message("责任人")
    String column_owner();

    @Message("时限")
    String column_due();

    @Message("已超时")
    String late();

    @Message("摸排")
    String rolls();

    @Message("今天答复 {answered} 家，共 {asked} 家")
    String answered(long answered, long asked);

    @Message("还没有摸排。第一个小时先问清：谁在产、有多少、缺什么。")
    String rolls_none();

    @Message("开始摸排")
    String call_roll();

    @Message("本页自动更新。没有脚本时，请刷新。")
    String follows();
}
