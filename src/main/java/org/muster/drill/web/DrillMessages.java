package org.muster.drill.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.drill.StepKind;

/** What the page of a drill says. */
@MessageBundle(value = "drill", locale = "zh")
public interface DrillMessages {

    @Message("推演")
    String title();

    @Message("用一个规划推演：供方怎样答复、货物何时到，都按种子从规划所知的可靠程度抽出；有人不能供应或未答，方案照实战那样修补。不动台账，不询问任何真实供方。")
    String lead();

    @Message("规划")
    String run();

    @Message("{at} 的规划，{legs} 条")
    String run_name(String at, int legs);

    @Message("没有可推演的规划。先在“规划”页做一个。")
    String no_runs();

    @Message("种子（留空则按时钟）")
    String seed();

    @Message("同一种子、同一规划，推演结果相同。")
    String seed_hint();

    @Message("速度")
    String speed();

    @Message("×{n}")
    String times(int n);

    @Message("开始推演")
    String begin();

    @Message("推演已开始。")
    String begun();

    @Message("停止推演")
    String end();

    @Message("推演已停止。")
    String ended();

    @Message("正在推演")
    String playing();

    @Message("推演结束")
    String over();

    @Message("种子 {seed}，×{speed}，{who} 开始。推演时间：{at}。")
    String facts(String seed, int speed, String who, String at);

    @Message("共 {legs} 条：承诺 {promised}，不能供应 {declined}，未答 {silent}；已到 {arrived}。方案修补 {repairs} 次。")
    String sums(int legs, long promised, long declined, long silent, long arrived, int repairs);

    @Message("刷新")
    String refresh();

    @Message("供方（模拟）")
    String column_supplier();

    @Message("物资")
    String column_thing();

    @Message("答复")
    String column_answer();

    @Message("计划到货")
    String column_planned();

    @Message("推演到货")
    String column_arrived();

    @Message("{#when kind}{#is PROMISED}承诺{#is DECLINED}不能供应{#is SILENT}未答{#is ARRIVED}已到{/when}")
    String kind(StepKind kind);

    @Message("等答复")
    String waiting();

    @Message("晚 {hours} 小时")
    String late(long hours);

    @Message("未到")
    String not_yet();
}
