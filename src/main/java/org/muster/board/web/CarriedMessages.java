package org.muster.board.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.board.LegState;
import org.muster.planning.model.Task;

/** How the board says what becomes of the plan that is carried out. */
@MessageBundle(value = "carried", locale = "zh")
public interface CarriedMessages {

    @Message("时间与关键路径")
    String gantt();

    @Message("粗条在关键路径上：它晚，全部就晚。竖线是现在；虚框是比方案晚的部分。")
    String gantt_text();

    @Message("还没有发出方案。发出后，这里按时间显示每一步。")
    String gantt_none();

    @Message("共 {all} 步：{critical} 步在关键路径上，{late} 步晚了。")
    String gantt_count(int all, int critical, int late);

    @Message("看全部 {all} 步")
    String gantt_all(int all);

    @Message("只看关键的和晚了的")
    String gantt_few();

    @Message("事项")
    String column_step();

    @Message("状态")
    String column_state();

    @Message("开始")
    String column_begins();

    @Message("方案到")
    String column_ends();

    @Message("预计")
    String column_expected();

    @Message("时间轴（竖线是现在）")
    String column_bar();

    @Message("{#when kind}{#is ANSWER}等答复{#is ARRIVAL}到货{#is MAKING}生产{#is HOLD}静置与放行{/when}")
    String task(Task.Kind kind);

    @Message("关键")
    String critical();

    @Message("晚")
    String late();

    @Message(
            "{#when state}{#is PLANNED}未询问{#is ASKED}待答复{#is PROMISED}已承诺{#is ON_THE_WAY}在途{#is ACCEPTED}已验收{#is LOST}落空{/when}")
    String state(LegState state);

    @Message("已结束")
    String over();

    @Message("进行中")
    String running();

    @Message("未开始")
    String ahead();

    @Message("地图：从供方到用处")
    String map();

    @Message("供方到用处的路线图，旁边的表里是同样的内容")
    String map_picture();

    @Message("每个号码是一条路线，表里写明；线型和记号表示状态。不画边界，海岸线：Natural Earth（公有领域）。")
    String map_credit();

    @Message("号")
    String column_number();

    @Message("从哪里")
    String column_from();

    @Message("到哪里")
    String column_to();

    @Message("谁供什么")
    String column_what();

    @Message("没有路线可画。")
    String map_none();

    @Message("供给减需求")
    String balance();

    @Message("各项每天都够（共 {all} 项）。")
    String balance_enough(int all);

    @Message("{all} 项中 {few} 项有几天不够：")
    String balance_short(int all, int few);

    @Message("逐日看全部")
    String balance_all();

    @Message("资源")
    String column_requirement();

    @Message("走势（虚线需要，细线承诺，粗线验收）")
    String column_course();

    @Message("结果")
    String column_result();

    @Message("每天够")
    String enough();

    @Message("有缺口")
    String lacking();

    @Message("{first} 起差")
    String lacking_from(String first);

    @Message("；{until} 之后够")
    String lacking_until(String until);

    @Message("；到最后仍差")
    String lacking_still();

    @Message("每日供需")
    String balance_title();

    @Message("资源")
    String requirement_label();

    @Message("显示")
    String show();

    @Message("回到看板")
    String to_board();

    @Message("虚线是需要多少，细线是承诺到货（含已验收），粗线是已验收。承诺按预计到货日计；过期未到的按今天计。")
    String balance_text();

    @Message("{name}：需要、承诺和验收的走势图，下面的表里是同样的数字")
    String chart(String name);

    @Message("日期")
    String column_day();

    @Message("截至当天需要")
    String column_needed();

    @Message("承诺到货")
    String column_promised();

    @Message("已验收")
    String column_accepted();

    @Message("供给减需求")
    String column_left();

    @Message("缺 ")
    String minus();

    @Message("今天")
    String today();
}
