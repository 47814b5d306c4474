package org.muster.allocation.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.allocation.CapabilityDistance;
import org.muster.certificate.Gate;
import org.muster.recipe.RecipeLine;

/** What the page says that holds supply against an emergency's requirements. */
@MessageBundle(value = "match", locale = "zh")
public interface MatchMessages {

    @Message("匹配")
    String tab();

    @Message("逐项匹配")
    String heading();

    @Message("每一项资源：谁符合、为什么；谁差一点、差在哪里。这里只看，不占用。")
    String lead();

    @Message("还没有可匹配的内容")
    String none_title();

    @Message("先取用一份配方，或登记带数量的需求。")
    String none_text();

    @Message("取用配方")
    String none_action();

    @Message("资源")
    String requirements();

    @Message("用于{output}，{area}")
    String output_for(String output, String area);

    @Message("最迟 ")
    String needed_by();

    @Message("需要")
    String needed();

    @Message("看过 {n} 条")
    String looked(int n);

    @Message("符合的供方（{n}）")
    String fits(int n);

    @Message("没有完全符合的供方。看看下面差一点的，或者放宽配方中的要求。")
    String fits_none();

    @Message("可供")
    String gives();

    @Message("最早到 ")
    String arrives();

    @Message("{km} 公里，约 {hours} 小时")
    String way(long km, long hours);

    @Message("全包：原料、人员、场地都带")
    String whole();

    @Message("符合要求")
    String fitting();

    @Message("需要转产")
    String converted();

    @Message("规划用不上：")
    String not_counted();

    @Message("能力差距 {points} 分（0 分最近）")
    String distance(int points);

    @Message("已有工序：{words}")
    String shared(String words);

    @Message("还缺工序：{words}")
    String lacking(String words);

    @Message("会用的材料：{words}")
    String handled(String words);

    @Message("没写会用的材料：{words}")
    String unhandled(String words);

    @Message("{#when room}{#is ENOUGH}洁净级别够{#is TOO_LOW}洁净级别不够{#is UNSAID}没写洁净级别{#is NOT_NEEDED}不需要洁净车间{/when}")
    String room(CapabilityDistance.Room room);

    @Message("转产约 {minutes} 分钟")
    String changeover(int minutes);

    @Message("没写转产时间")
    String changeover_unsaid();

    @Message("证书逐条核对")
    String papers();

    @Message(
            "{#when clause}{#is KIND}种类{#is DAY}有效期{#is CHECK}核验{#is HOLDER}持有人{#is PRODUCT}产品范围{#is STANDARD}标准{/when}")
    String clause(Gate.Clause clause);

    @Message("{#when reason}{#is PASSES}符合{#is PASSES_AS_SUCCESSOR}以替代版本符合{#else}不符合{/when}")
    String reason(Gate.Reason reason);

    @Message("已被占用")
    String orders();

    @Message("已确认")
    String committed();

    @Message("占用到 ")
    String held_until();

    @Message("整段时间")
    String whole_time();

    @Message("差一点的供方（{n}）")
    String misses(int n);

    @Message("没有差一点的供方。")
    String misses_none();

    @Message(
            "{#when kind}{#is LINE}产线{#is EQUIPMENT}设备{#is MATERIAL}材料{#is STOCK}成品{#is SERVICE}服务{#is CREW}人员{#is ROOM}场地{/when}")
    String kind(RecipeLine.Kind kind);

    @Message("直接采购")
    String as_it_is();
}
