package org.muster.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the shell says on every page. */
@MessageBundle(value = "shell", locale = "zh")
public interface ShellMessages {

    @Message("Muster")
    String product();

    @Message("制造业供需对接平台")
    String product_line();

    @Message("跳到正文")
    String skip();

    @Message("菜单")
    String menu();

    @Message("主导航")
    String navigation();

    @Message("找产能")
    String nav_search();

    @Message("我的供给")
    String nav_listings();

    @Message("候选")
    String nav_shortlist();

    @Message("预留")
    String nav_holds();

    @Message("我的企业")
    String nav_organisation();

    @Message("批量导入")
    String nav_import();

    @Message("认证审核")
    String nav_verification();

    @Message("术语表")
    String nav_terms();

    @Message("运行")
    String nav_operations();

    @Message("审计记录")
    String nav_audit();

    @Message("台账")
    String nav_ledger();

    @Message("搜索供给")
    String search_label();

    @Message("产品、设备、材料或服务")
    String search_placeholder();

    @Message("搜索")
    String search_button();

    @Message("登录")
    String sign_in();

    @Message("注册")
    String sign_up();

    @Message("退出登录")
    String sign_out();

    @Message("我的账户")
    String account();

    @Message("{name} 的账户")
    String account_of(String name);

    @Message("当前代表")
    String acting_for();

    @Message("改为代表 {organisation}")
    String act_for(String organisation);

    @Message("还没有加入企业")
    String without_organisation();

    @Message("登记企业")
    String register_organisation();

    @Message("语言")
    String language();

    @Message("English")
    String other_language();

    @Message("外观")
    String theme();

    @Message("跟随系统")
    String theme_auto();

    @Message("浅色")
    String theme_light();

    @Message("深色")
    String theme_dark();

    @Message("Muster 把闲置的产线、设备、材料和服务与需求对接起来。")
    String footer_about();

    @Message("“空闲情况未知”单独列出，不算作空闲。")
    String footer_unknown();

    @Message("时间按您所在时区显示，默认为北京时间。")
    String footer_time();

    @Message("开源软件，Apache-2.0 许可。")
    String footer_licence();

    @Message("关于与外观")
    String footer_label();

    @Message("选填")
    String optional();

    @Message("有内容需要修改")
    String refused_title();

    @Message("您填写的内容都还在。请改正下面各项后再提交。")
    String refused_hint();

    @Message("错误：")
    String refused_prefix();

    @Message("请选择")
    String choose();

    @Message("分页")
    String pager_label();

    @Message("上一页")
    String pager_previous();

    @Message("下一页")
    String pager_next();

    @Message("第 {page} 页")
    String pager_page(int page);

    @Message("第 {first}–{last} 条，共 {total} 条")
    String pager_rows(String first, String last, String total);

    @Message("提示")
    String notice();

    @Message("已完成")
    String done();

    @Message("刚刚")
    String just_now();

    @Message("{n} 分钟")
    String minutes(long n);

    @Message("{n} 小时")
    String hours(long n);

    @Message("{n} 天")
    String days(long n);

    @Message("{n} 个月")
    String months(long n);

    @Message("{span}前")
    String ago(String span);

    @Message("{span}后")
    String from_now(String span);

    @Message("含税")
    String tax_included();

    @Message("不含税")
    String tax_excluded();

    @Message("专票")
    String invoice_special();

    @Message("普票")
    String invoice_ordinary();

    @Message("不开票")
    String invoice_none();

    @Message("出厂价")
    String ex_works();

    @Message("到厂价")
    String delivered();

    @Message("有效期至 {day}")
    String valid_until(String day);

    @Message("回到首页")
    String failure_home();

    @Message("找产能")
    String failure_search();

    @Message("参考编号 {reference}。联系我们时请提供这个编号。")
    String failure_reference(String reference);

    @Message("您的登录已过期，刚才的内容没有保存。请重新填写并提交。")
    String session_ended_unsaved();

    @Message("登录没有完成，请再试一次。")
    String sign_in_unfinished();

    @Message("请先登记您的企业，或请同事发给您邀请链接。")
    String register_first();

    @Message("您现在不代表任何企业。")
    String acting_for_nobody();

    @Message("不再代管")
    String act_for_nobody();

    @Message("代管供给：")
    String keeping_for();

    @Message("代管{organisation}的供给")
    String keep_for(String organisation);

    @Message("已切换所代表的企业。")
    String now_acting_for();

    @Message("{#when kind}"
            + "{#is BAD_REQUEST}请求无法理解"
            + "{#is STALE_FORM}这张表单已失效"
            + "{#is NOT_SIGNED_IN}请先登录"
            + "{#is FORBIDDEN}您没有权限打开这个页面"
            + "{#is NOT_FOUND}没有找到这个页面"
            + "{#is METHOD_NOT_ALLOWED}这个地址不能这样打开"
            + "{#is CONFLICT}内容刚刚被别人改过"
            + "{#is TOO_LARGE}内容太大"
            + "{#is UNSUPPORTED_TYPE}不支持这种格式"
            + "{#is UNAVAILABLE}暂时无法提供服务"
            + "{#is BROKEN}系统出了问题"
            + "{/when}")
    String failure_title(FailureKind kind);

    @Message("{#when kind}"
            + "{#is BAD_REQUEST}浏览器发来的内容不完整或格式不对。请回到上一页重试。"
            + "{#is STALE_FORM}页面打开时间太久，或浏览器不接受 Cookie，所以没有保存。请回到上一页刷新后再提交。"
            + "{#is NOT_SIGNED_IN}程序每次请求都要带上访问令牌；这一次没有带，或者令牌已经失效。"
            + "{#is FORBIDDEN}这个页面只对特定角色开放。如果您认为应当有权限，请联系平台运营人员。"
            + "{#is NOT_FOUND}地址可能有误，内容也可能已撤下，或不对您开放。"
            + "{#is METHOD_NOT_ALLOWED}请从页面上的按钮或链接进入。"
            + "{#is CONFLICT}在您填写期间，有人修改了同一条内容，所以您的修改没有保存。请回到上一页刷新，确认最新内容后再改。"
            + "{#is TOO_LARGE}上传的文件超过了允许的大小。请分成几份再上传。"
            + "{#is UNSUPPORTED_TYPE}请换一种格式再发送。"
            + "{#is UNAVAILABLE}请过一会儿再试。"
            + "{#is BROKEN}问题已经记录。请过一会儿再试；如果一直这样，请把下面的编号告诉我们。"
            + "{/when}")
    String failure_text(FailureKind kind);

    /** The title of a problem that a program is told. */
    @Message("请求未被接受")
    String problem_refused();
}
