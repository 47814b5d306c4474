package org.muster.recipe.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.recipe.Basis;
import org.muster.recipe.Measure;
import org.muster.recipe.RecipeLine;
import org.muster.recipe.RecipeStage;

/** What recipes say, in the library and in an emergency. */
@MessageBundle(value = "recipe", locale = "zh")
public interface RecipeMessages {

    @Message("配方库")
    String library();

    @Message("做一样东西要哪些资源、按什么顺序、多久。没核实的数字标为“假设”；用之前复制到应急事件里，再按实际修改。")
    String library_text();

    @Message("第 {n} 版")
    String version(int n);

    @Message("{n} 项资源")
    String line_count(int n);

    @Message("查看")
    String see();

    @Message("查看{name}")
    String see_of(String name);

    @Message("做多少")
    String output();

    @Message("例如：100万")
    String output_hint();

    @Message("同时几条线")
    String parallel();

    @Message("重新计算")
    String recompute();

    @Message("所需资源")
    String lines();

    @Message("各级按真实单位展开：件、平方米、千克、米，装量取整。")
    String lines_text();

    @Message("资源")
    String column_resource();

    @Message("需要")
    String column_amount();

    @Message("同量换算")
    String column_more();

    @Message("最晚在哪一步前到位")
    String column_stage();

    @Message("依据")
    String column_basis();

    @Message("{#when kind}{#is LINE}产线{#is EQUIPMENT}设备{#is MATERIAL}材料{#is STOCK}现货{#is SERVICE}服务{#is CREW}人员{#is"
            + " ROOM}场地{/when}")
    String kind(RecipeLine.Kind kind);

    @Message("{#when basis}{#is SOURCE}公开来源{#is COMPUTED}推算{#is ASSUMED}假设{#is CHANGED}本次改过{/when}")
    String basis(Basis basis);

    @Message("{n} 个数字是假设，没有核实过")
    String assumptions(int n);

    @Message("没有假设的数字")
    String no_assumptions();

    @Message("含损耗 {percent}%")
    String waste(String percent);

    @Message("每平方米 {gsm} 克")
    String gsm(String gsm);

    @Message("要有：")
    String papers();

    @Message("步骤与时间")
    String steps();

    @Message("从计时起点算，单位小时。标“静置”的是法规要求的等待，不能靠加人缩短。")
    String steps_text();

    @Message("步骤")
    String column_step();

    @Message("开始")
    String column_begins();

    @Message("结束")
    String column_ends();

    @Message("历时")
    String column_hours();

    @Message("时钟")
    String column_clock();

    @Message("静置")
    String hold();

    @Message("关键")
    String critical();

    @Message("{#when clock}{#is ALLOCATED}调配到位{#is FIRST_PIECE}首件合格{#is RELEASED}放行{/when}")
    String clock(RecipeStage.Clock clock);

    @Message("第 {n} 小时")
    String hour(String n);

    @Message("{n} 小时")
    String hours(String n);

    @Message("本事件的配方")
    String own();

    @Message("还没有采用配方")
    String own_none();

    @Message("从下面的配方库里挑一个，填上做多少，就会复制一份到本事件。")
    String own_none_text();

    @Message("配方")
    String column_recipe();

    @Message("改动")
    String column_changed();

    @Message("采用")
    String take();

    @Message("采用{name}")
    String take_of(String name);

    @Message("{name}：做多少")
    String output_of(String name);

    @Message("{name}：同时几条线")
    String parallel_of(String name);

    @Message("已复制到本事件，可以按实际修改。")
    String taken();

    @Message("修改")
    String edit();

    @Message("修改配方")
    String edit_title();

    @Message("留空的数字不变。改过的标为“本次改过”，配方库不受影响。")
    String edit_text();

    @Message("{#when measure}{#is EACH}每单位用量{#is SHEET}每件裁长（毫米）{#is STRAND}每件长度（毫米）{#is PACK}每包装数{#is"
            + " LINE_TIME}每线日产{#is PER_LINE}每条线{#is ONCE}总共{/when}")
    String measure(Measure measure);

    @Message("{name}：{figure}")
    String figure_of(String name, String figure);

    @Message("克重")
    String gsm_label();

    @Message("{name}：克重")
    String gsm_of(String name);

    @Message("损耗 %")
    String waste_label();

    @Message("{name}：损耗 %")
    String waste_of(String name);

    @Message("小时")
    String hours_label();

    @Message("{name}：小时")
    String hours_of(String name);

    @Message("按产线机时计算")
    String computed();

    @Message("不需要")
    String leave_out();

    @Message("{name}：不需要")
    String leave_out_of(String name);

    @Message("加一项资源")
    String add();

    @Message("资源")
    String add_item();

    @Message("每单位产出用多少")
    String add_amount();

    @Message("单位")
    String add_unit();

    @Message("在哪一步前到位")
    String add_stage();

    @Message("请选择")
    String choose();

    @Message("保存修改")
    String save();

    @Message("配方已修改，用量和时间已重新计算。")
    String changed();

    @Message("配方库已有更新的版本，可以另外采用。")
    String newer();

    @Message("{who} 改于")
    String changed_by(String who);

    @Message("回到配方")
    String back();
}
