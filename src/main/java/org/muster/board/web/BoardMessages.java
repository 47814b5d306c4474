package org.muster.board.web;

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

    @Message("谁欠答复")
    String owing();

    @Message("没有欠着的答复。")
    String owing_nothing();

    @Message("谁")
    String column_who();

    @Message("物资")
    String column_thing();

    @Message("答复时限")
    String column_left();

    @Message("指挥部（对 {supplier}）")
    String office_on(String supplier);

    @Message("各项需要落实多少")
    String coverage();

    @Message("还没有发出方案。发出后，这里显示每项资源已承诺、已预留和还缺多少。")
    String coverage_none();

    @Message("时间安排与关键路径")
    String to_schedule();

    @Message("去规划")
    String to_plan();

    @Message("资源")
    String column_requirement();

    @Message("需要")
    String column_needed();

    @Message("方案")
    String column_planned();

    @Message("已预留待答复")
    String column_held();

    @Message("已承诺")
    String column_promised();

    @Message("落实")
    String column_covered();

    @Message("最迟到位")
    String column_needed_by();

    @Message("已承诺 {promised}%，待答复 {held}%，方案 {planned}%")
    String cover_bar(int promised, int held, int planned);

    @Message("交接班")
    String shifts();

    @Message("当班：{officer}")
    String shift_now(String officer);

    @Message("还没有交接班记录。")
    String shifts_none();

    @Message("交接班日志")
    String shifts_open();

    @Message("写交接班")
    String hand_over_title();

    @Message("交班人")
    String from_label();

    @Message("接班人")
    String to_label();

    @Message("未办事项")
    String open_label();

    @Message("写下来就不能改；要更正，再写一条。")
    String open_hint();

    @Message("交班")
    String hand_over_submit();

    @Message("已交班，已记入日志。")
    String handed_over();

    @Message("时间")
    String column_shift_at();

    @Message("记录人")
    String column_written_by();

    @Message("每日情况报告")
    String situation();
}
