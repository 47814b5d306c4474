package org.muster.board.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the situation report of a day says, on the screen and on paper. */
@MessageBundle(value = "situation", locale = "zh")
public interface SituationMessages {

    @Message("每日情况报告")
    String title();

    @Message("{name}情况报告")
    String sheet_title(String name);

    @Message("截至 {at}")
    String as_of(String at);

    @Message("日期")
    String day_label();

    @Message("查看")
    String show();

    @Message("下载 PDF")
    String download();

    @Message("询问")
    String asks_title();

    @Message("已承诺 {promised} 项，等供方答复 {supplier} 项，等指挥部决定 {office} 项，落空 {gone} 项。")
    String asks(long promised, long supplier, long office, long gone);

    @Message("需求与落实只有当前的数字；往日的报告只列当时的询问情况和一日经过。")
    String past();

    @Message("需求")
    String needs_title();

    @Message("还没有收到需求。")
    String needs_none();

    @Message("{area} {item}：{amount}（{institutions} 家单位）")
    String need(String area, String item, String amount, String institutions);

    @Message("数量未报")
    String no_figure();

    @Message("落实")
    String coverage_title();

    @Message("还没有发出方案。")
    String coverage_none();

    @Message("未了事项")
    String open_title();

    @Message("没有未了事项。")
    String open_none();

    @Message("{who}：{thing}，{left}")
    String open_ask(String who, String thing, String left);

    @Message("{title}（{owner}）")
    String open_task(String title, String owner);

    @Message("过去 24 小时")
    String changes_title();

    @Message("过去 24 小时没有变化。")
    String changes_none();

    @Message("另有 {n} 条，见看板与总结。")
    String more(int n);

    @Message("{from} 交班给 {to}：{open}")
    String hand_over(String from, String to, String open);

    @Message("依据：{document}")
    String sheet_document(String document);

    @Message("{authority}：")
    String sheet_addressee(String authority);

    @Message("本报告由记录自动汇总，未经人工增删。")
    String sheet_made();
}
