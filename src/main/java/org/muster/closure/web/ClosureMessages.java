package org.muster.closure.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.allocation.LegalBasis;
import org.muster.ask.AskDeed;
import org.muster.ask.AskState;
import org.muster.challenge.ChallengeEntry;
import org.muster.closure.Settlement;

/** What the closing page and the report say, on the screen and on paper. */
@MessageBundle(value = "closure", locale = "zh")
public interface ClosureMessages {

    @Message("总结")
    String tab();

    @Message("结束事件")
    String close_title();

    @Message("还有预留")
    String open_title();

    @Message("没有未了的预留，可以结束。")
    String nothing_open();

    @Message("无人承诺，但仍为本事件预留着")
    String waiting();

    @Message("已承诺，尚未交付")
    String promised();

    @Message("怎样处理这些预留")
    String settlement_label();

    @Message("{#when one}{#is KEEP_PROMISED}释放无人承诺的；已承诺的照旧交付{#is TAKE_BACK_ALL}全部释放，已承诺未交付的也撤回（会通知供方）{/when}")
    String settlement(Settlement one);

    @Message("总结报告")
    String report_title();

    @Message("截至 {at} 的情况；事件结束后不再变化。")
    String so_far(String at);

    @Message("下载 PDF")
    String download();

    @Message("公开记录（OCDS 1.1.5，JSON）")
    String public_record();

    @Message("事件公布并结束后，谁都能在这里读到采购记录；不公开的供给只写数量，不写供方、名称和价格，也没有任何人的电话。")
    String public_record_text();

    @Message("事件未公布过，没有公开记录。")
    String no_public_record();

    @Message("结束后才有公开记录。")
    String public_record_later();

    @Message("谁供了什么")
    String given_title();

    @Message("没有询问过任何供方。")
    String given_none();

    @Message("供方")
    String column_supplier();

    @Message("物资")
    String column_thing();

    @Message("数量")
    String column_quantity();

    @Message("依据")
    String column_basis();

    @Message("价值")
    String column_value();

    @Message("结果")
    String column_state();

    @Message("按时间使用")
    String by_time();

    @Message("未报价")
    String no_price();

    @Message(
            "{#when basis}{#is MARKET_PURCHASE}市场采购{#is RESERVE}动用储备{#is ALLOCATION}政府调拨{#is REQUISITION}依法征用{#is DONATION}捐赠{/when}")
    String basis(LegalBasis basis);

    @Message(
            "{#when state}{#is HOLDING}正在预留{#is NOT_HELD}未能预留{#is REQUESTED}待答复{#is ACKNOWLEDGED}已收到，待答复{#is COMMITTED}已承诺{#is CONDITIONAL}有条件{#is COUNTERED}另有提议{#is DECLINED}不能供应{#is EXPIRED}逾期，预留已释放{#is WITHDRAWN}已撤回{/when}")
    String state(AskState state);

    @Message("已交付")
    String delivered();

    @Message("承诺后退回")
    String given_back();

    @Message("突破次序的决定与代价")
    String overrides_title();

    @Message("没有人突破公布的次序。")
    String overrides_none();

    @Message("{who} 于 {at} 让“{demand}”优先：{reason}")
    String override(String who, String at, String demand, String reason);

    @Message("多得 {gained}；从别处挪走 {moved} 个最小单位；花费多 ¥{cost}；{sent}")
    String override_cost(String gained, String moved, String cost, String sent);

    @Message("照此发出")
    String override_sent();

    @Message("没有照此发出")
    String override_not_sent();

    @Message("{name}（{area}）少得 {less}")
    String override_lost(String name, String area, String less);

    @Message("预测与事实")
    String forecast_title();

    @Message("没有发出过规划。")
    String forecast_none();

    @Message("{at} 发出的规划")
    String forecast_of(String at);

    @Message("项目")
    String column_what();

    @Message("预测")
    String column_forecast();

    @Message("事实")
    String column_fact();

    @Message("全部按时到位")
    String forecast_likely();

    @Message("按时承诺")
    String kept();

    @Message("没有全部按时承诺")
    String not_kept();

    @Message("承诺供应的条目")
    String forecast_legs();

    @Message("全部答复")
    String forecast_allocated();

    @Message("没有全部承诺")
    String never();

    @Message("花费（规划含运费；事实为已承诺条目的报价）")
    String forecast_cost();

    @Message("，{n} 条未报价")
    String unpriced(int n);

    @Message("经过")
    String timeline_title();

    @Message("时间")
    String column_at();

    @Message("谁")
    String column_who();

    @Message("做了什么")
    String column_deed();

    @Message("供方或系统")
    String nobody();

    @Message(
            "{#when deed}{#is REQUESTED}预留并询问{#is ACKNOWLEDGED}供方已收到{#is ACCEPTED}供方承诺{#is ACCEPTED_IF}供方有条件承诺{#is COUNTERED}供方另提数量或日期{#is DECLINED}供方不能供应{#is REMINDED}提醒供方{#is RISEN}提醒，并上报{#is EXPIRED}逾期未答，预留已释放{#is AGREED}指挥部同意{#is WITHDRAWN}指挥部撤回{#is LOST}承诺落空{/when}")
    String asked(AskDeed deed);

    @Message(
            "{#when deed}{#is DRAFTED}揭榜起草{#is CHANGED}揭榜修改{#is PUBLISHED}张榜{#is CLOSED}揭榜结束{#is WITHDRAWN}撤榜{#is INVITED}邀请揭榜{#is CLAIMED}揭榜{#is CLAIM_CHANGED}修改揭榜{#is CLAIM_WITHDRAWN}退出揭榜{#is ASKED}揭榜提问{#is ANSWERED}揭榜回答{#is ACCEPTED}接受揭榜{#is DECLINED}谢绝揭榜{/when}")
    String challenged(ChallengeEntry.Deed deed);

    @Message("开始规划")
    String plan_begun();

    @Message("规划完成")
    String plan_ended();

    @Message("{name}总结报告")
    String sheet_title(String name);

    @Message("依据：{document}")
    String sheet_document(String document);

    @Message("{authority}：")
    String sheet_addressee(String authority);

    @Message("事件自 {from} 起，截至 {to}。负责人 {lead}。")
    String sheet_facts(String from, String to, String lead);

    @Message("{who} 结束：{reason}")
    String sheet_closed(String who, String reason);

    @Message("{what}：预测 {forecast}，事实 {fact}")
    String sheet_forecast(String what, String forecast, String fact);

    @Message("公开记录：{url}")
    String sheet_record(String url);

    @Message("本报告由记录自动汇总，未经人工增删。")
    String sheet_made();
}
