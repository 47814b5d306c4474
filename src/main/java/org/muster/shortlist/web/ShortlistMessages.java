package org.muster.shortlist.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.shared.PriceBasis;

/** What the shortlist and the comparison say. */
@MessageBundle(value = "shortlist", locale = "zh")
public interface ShortlistMessages {

    @Message("候选清单")
    String title();

    @Message("只有您自己看得到。勾选两到四条可以并排比较。")
    String lead();

    @Message("候选清单还是空的")
    String none_title();

    @Message("在搜索结果里勾选，或在供给页面点“加入候选”，就会列在这里。")
    String none_text();

    @Message("去找产能")
    String find();

    @Message("比较所选")
    String compare_chosen();

    @Message("选择：{name}")
    String choose(String name);

    @Message("备注")
    String note();

    @Message("记下备注")
    String save_note();

    @Message("{name}的备注")
    String note_of(String name);

    @Message("移出")
    String drop();

    @Message("移出{name}")
    String drop_of(String name);

    @Message("这条供给现在看不到：可能已暂停、撤下，或改了可见范围。")
    String out_of_sight();

    @Message("已移出候选清单。")
    String dropped();

    @Message("备注已记下。")
    String noted();

    @Message("已加入候选清单。")
    String kept();

    @Message("加入候选")
    String keep();

    @Message("所选加入候选")
    String keep_chosen();

    @Message("已在候选清单")
    String is_kept();

    @Message("登录后可加入候选")
    String sign_in_to_keep();

    @Message("比较供给")
    String compare();

    @Message("和别的供给比较")
    String compare_this();

    @Message("比较")
    String compare_short();

    @Message("比较：{name}")
    String compare_of(String name);

    @Message("一次最多比较 {most} 条，只列出前 {most} 条。")
    String too_many(int most);

    @Message("有 {n} 条现在看不到，没有列出。")
    String missing(int n);

    @Message("还没有选要比较的供给")
    String nothing_title();

    @Message("在搜索结果里勾选两到四条，再点“比较所选”。")
    String nothing_text();

    @Message("只选了一条。再选一条才能比较：看看下面相似的，或回到搜索。")
    String only_one();

    @Message("不比较这条")
    String leave_out();

    @Message("不比较{name}")
    String leave_out_of(String name);

    @Message("≠")
    String differs_sign();

    @Message("各条不同")
    String differs();

    @Message("带 ≠ 的行各条不同。")
    String differs_note();

    @Message("供给")
    String listing();

    @Message("种类")
    String kind();

    @Message("供方")
    String supplier();

    @Message("认证等级")
    String level();

    @Message("所在地")
    String place();

    @Message("空闲情况")
    String availability();

    @Message("未来八周")
    String weeks();

    @Message("日产或现有")
    String quantity();

    @Message("标价")
    String price();

    @Message("折算单价")
    String one_basis();

    @Message("人民币含税，每{unit}；运费未折算（{delivery}）")
    String basis(String unit, String delivery);

    @Message("不能折算")
    String no_basis();

    @Message("最低")
    String cheapest();

    @Message("{#when delivery}{#is EX_WORKS}出厂{#is DELIVERED}到厂{#is UNSAID}没说出厂还是到厂{/when}")
    String delivery(PriceBasis.Delivery delivery);

    @Message("没有写")
    String unsaid();

    @Message("产品")
    String products();

    @Message("可转产")
    String convertible();

    @Message("工序")
    String operations();

    @Message("供应方式")
    String supply_mode();

    @Message("起订量")
    String minimum();

    @Message("交货日期")
    String ready();

    @Message("最近确认")
    String confirmed();

    @Message("匿名企业")
    String masked();

    @Message("看相似的供给")
    String similar_see();

    @Message("和“{name}”相似的供给")
    String similar_to(String name);

    @Message("回到这条供给")
    String similar_back();

    @Message("没有找到别家相似的供给。")
    String similar_none();

    @Message("相似的供给")
    String similar();

    @Message("按产品、工序和种类找出，不含本企业的。")
    String similar_note();
}
