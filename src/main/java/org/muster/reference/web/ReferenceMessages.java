package org.muster.reference.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.reference.Level;
import org.muster.reference.TermKind;

/** What the pages of terms and places say. */
@MessageBundle(value = "reference", locale = "zh")
public interface ReferenceMessages {

    @Message("术语表")
    String terms_title();

    @Message("同一个意思的中英文名称、同义词和缩写。保存后，下一次搜索就会用到。")
    String terms_lead();

    @Message("新增术语")
    String terms_new();

    @Message("筛选术语")
    String terms_filter();

    @Message("名称、同义词或缩写")
    String terms_search_label();

    @Message("类别")
    String kind_label();

    @Message("全部类别")
    String kind_all();

    @Message("筛选")
    String filter_button();

    @Message("共 {total} 个术语")
    String terms_count(String total);

    @Message("中文名")
    String zh_label();

    @Message("英文名")
    String en_label();

    @Message("其他叫法")
    String others_label();

    @Message("行业")
    String division_label();

    @Message("没有符合条件的术语")
    String terms_none_title();

    @Message("换一个词，或选择全部类别；确实没有的，可以新增。")
    String terms_none_text();

    @Message("编辑术语：{name}")
    String term_title(String name);

    @Message("编号")
    String key_label();

    @Message("编号由系统生成，其他数据按它引用这个术语。")
    String key_hint();

    @Message("中文同义词")
    String zh_synonyms_label();

    @Message("英文同义词")
    String en_synonyms_label();

    @Message("每行一个。")
    String one_per_line();

    @Message("缩写和型号")
    String abbreviations_label();

    @Message("中英文通用的，如 N95、SMS。每行一个；英文复数不会自动识别。")
    String abbreviations_hint();

    @Message("所属行业")
    String division_choice();

    @Message("不属于某个行业")
    String division_none();

    @Message("上位术语")
    String broader_label();

    @Message("填已有术语的名称或编号。搜上位术语时也会找到这个术语。")
    String broader_hint();

    @Message("常用单位")
    String unit_label();

    @Message("不指定")
    String unit_none();

    @Message("保存术语")
    String save_button();

    @Message("新增术语")
    String add_button();

    @Message("已新增术语“{name}”，下一次搜索就会用到。")
    String added(String name);

    @Message("已保存术语“{name}”，下一次搜索就会用到。")
    String saved(String name);

    @Message("已移除术语“{name}”。")
    String removed(String name);

    @Message("下位术语")
    String narrower_label();

    @Message("修改情况")
    String edited_label();

    @Message("最近由 {name} 修改")
    String edited_by(String name);

    @Message("随系统提供，尚未修改")
    String as_shipped();

    @Message("移除这个术语")
    String remove_title();

    @Message("移除后，搜索不再识别它的任何叫法；下位术语改挂到它的上位术语。以后的版本也不会再带回来。")
    String remove_text();

    @Message("移除理由")
    String reason_label();

    @Message("会写入审计记录。")
    String reason_hint();

    @Message("移除术语")
    String remove_button();

    @Message("现在的内容")
    String current_title();

    @Message("下面是别人刚保存的内容。您的内容仍在表单里；再次保存，将以您的内容为准。")
    String current_text();

    @Message("返回术语表")
    String back();

    @Message("{#when kind}"
            + "{#is PRODUCT}产品"
            + "{#is MATERIAL}材料"
            + "{#is EQUIPMENT}设备"
            + "{#is OPERATION}工序"
            + "{#is SERVICE}服务"
            + "{#is SPECIFICATION}规格"
            + "{#is CERTIFICATE}资质"
            + "{/when}")
    String kind(TermKind kind);

    @Message("地区")
    String places_title();

    @Message("填写省、市、县或园区的名称，看看系统怎样理解。")
    String places_lead();

    @Message("地区名称")
    String places_label();

    @Message("查找地区")
    String places_button();

    @Message("代码")
    String places_code();

    @Message("级别")
    String places_level();

    @Message("没有找到这个地区")
    String places_none_title();

    @Message("试试市或县的全称，例如“金寨县”。")
    String places_none_text();

    @Message("{#when level}{#is PROVINCE}省级{#is CITY}地级{#is COUNTY}县级{/when}")
    String level(Level level);
}
