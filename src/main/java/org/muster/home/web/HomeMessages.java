package org.muster.home.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.ListingKind;

/** What the first page says. */
@MessageBundle(value = "home", locale = "zh")
public interface HomeMessages {

    @Message("要找什么")
    String search_label();

    @Message("例如")
    String search_hint();

    @Message("搜索")
    String search_button();

    @Message("找产能")
    String door_find();

    @Message("按产品、设备、原料、地点、时间和数量搜索。不用登录。")
    String door_find_text();

    @Message("登记闲置产线或材料")
    String door_list();

    @Message("用模板填，五分钟；也可以直接粘贴聊天里的一段话，系统整理成草稿。")
    String door_list_text();

    @Message("登记供给")
    String door_list_action();

    @Message("粘贴聊天文字")
    String door_paste();

    @Message("为应急摸清供给")
    String door_coordinate();

    @Message("您以统筹员身份登录：搜索结果也包含只对统筹员公开的供给和匿名供给的企业名称。")
    String door_coordinate_text();

    @Message("查看全部供给")
    String door_coordinate_action();

    @Message("平台现状")
    String figures();

    @Message("条在册供给")
    String figure_listings();

    @Message("条七天内确认过")
    String figure_confirmed();

    @Message("家企业")
    String figure_organisations();

    @Message("其中 {n} 条空闲情况未知，单独列出")
    String figure_unknown(String n);

    @Message("其中 {n} 家来自公开名单，待认领")
    String figure_unclaimed(String n);

    @Message("统计时间")
    String figures_at();

    @Message("最近确认的供给")
    String recent();

    @Message("查看全部")
    String recent_all();

    @Message("还没有公开的供给")
    String recent_none();

    @Message("登记第一条产线或材料，买家马上就能搜到。")
    String recent_none_text();

    @Message("匿名企业")
    String masked();

    @Message("确认于")
    String confirmed();

    @Message("空闲")
    String free();

    @Message("占用")
    String not_free();

    @Message("空闲情况未知")
    String unknown();

    @Message("等您确认")
    String mine();

    @Message("这些供给超过七天没有确认。仍然有效就点一下，长期不确认会逐步退出搜索。")
    String mine_text();

    @Message("仍然有效")
    String mine_still_free();

    @Message("仍然有效：{title}")
    String mine_still_free_of(String title);

    @Message("没有要确认的供给。")
    String mine_none();

    @Message("我的全部供给")
    String mine_all();

    @Message("待办")
    String tasks();

    @Message("{n} 家企业等待认证审核")
    String task_verification(long n);

    @Message("没有等待审核的企业。")
    String task_verification_none();

    @Message("导入公开名单")
    String task_import();

    @Message("先试运行，逐行看结果；再次导入只更新，不会重复。")
    String task_import_text();

    @Message("开发环境：可用账号")
    String dev();

    @Message("所有账号的密码都是 {password}。这一块只在开发环境出现。")
    String dev_text(String password);

    @Message(
            "{#when kind}{#is PRODUCTION_LINE}产线{#is MATERIAL}原料{#is EQUIPMENT}设备{#is FINISHED_STOCK}现货{#is SERVICE}服务{/when}")
    String kind(ListingKind kind);

    @Message(
            "{#when role}{#is SUPPLIER}供应商{#is BUYER}采购{#is LIAISON}联络员{#is OPERATOR}平台运营{#is COORDINATOR}应急统筹员{#is NEWCOMER}还没有企业的新用户{/when}")
    String dev_role(HomeView.DevRole role);
}
