package org.muster.catalogue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.Conversion.Fact;

/** What a line's page says of changing it over. */
@MessageBundle(value = "conversion", locale = "zh")
public interface ConversionMessages {

    @Message("转产")
    String heading();

    @Message("供方说可以转产：{products}")
    String can_in_general(String products);

    @Message("可以转产{wanted}：供方写明可转产“{by}”")
    String can(String wanted, String by);

    @Message("本来就生产{wanted}：“{by}”，不必转产")
    String makes(String wanted, String by);

    @Message("供方没有说能不能转产{wanted}")
    String not_said(String wanted);

    @Message("转产所需时间")
    String time();

    @Message("{minutes} 分钟")
    String minutes(String minutes);

    @Message("现有工序")
    String operations();

    @Message("能用的材料")
    String materials();

    @Message("洁净级别")
    String clean_room();

    @Message("供方说还缺")
    String missing();

    @Message("还要向供方问清")
    String ask();

    @Message("{#when fact}{#is OPERATIONS}有哪些工序{#is CHANGEOVER}转产要多久{#is MATERIALS}能用哪些材料{#is CLEAN_ROOM}洁净级别{/when}")
    String fact(Fact fact);

    @Message("要转产成什么")
    String wanted();

    @Message("例如：医用口罩")
    String wanted_hint();

    @Message("看看行不行")
    String judge();
}
