package org.muster.catalogue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.SupplyMode;
import org.muster.catalogue.WeekState;

/** What the pages of the catalogue say. */
@MessageBundle(value = "catalogue", locale = "zh")
public interface CatalogueMessages {

    @Message("我的供给")
    String my_listings();

    @Message("发布供给")
    String new_listing();

    @Message("粘贴一段话")
    String paste_action();

    @Message("还没有供给")
    String none_title();

    @Message("从模板开始，五分钟就能发布一条产线或一种材料。")
    String none_text();

    @Message("供给")
    String column_listing();

    @Message("状态")
    String column_state();

    @Message("未来八周")
    String column_weeks();

    @Message("上次确认")
    String column_confirmed();

    @Message("操作")
    String column_actions();

    @Message("/天")
    String a_day();

    @Message("仍空闲")
    String confirm_still_free();

    @Message("现在空闲")
    String confirm_free_now();

    @Message("确认「{name}」仍空闲")
    String confirm_of(String name);

    @Message("发布")
    String publish();

    @Message("发布「{name}」")
    String publish_of(String name);

    @Message("暂停")
    String pause();

    @Message("恢复")
    String resume();

    @Message("恢复「{name}」")
    String resume_of(String name);

    @Message("撤下")
    String withdraw();

    @Message("编辑")
    String edit();

    @Message("编辑「{name}」")
    String edit_of(String name);

    @Message("档期")
    String windows();

    @Message("「{name}」的档期")
    String windows_of(String name);

    @Message("更多")
    String more();

    @Message("「{name}」的更多操作")
    String more_of(String name);

    @Message("看看买家看到的样子")
    String as_buyer();

    @Message("未来八周")
    String weeks_label();

    @Message("图例")
    String legend();

    @Message("空闲")
    String week_free();

    @Message("部分空闲")
    String week_partly();

    @Message("占用")
    String week_taken();

    @Message("未知")
    String week_unknown();

    @Message("草稿")
    String state_draft();

    @Message("已发布")
    String state_published();

    @Message("已暂停")
    String state_paused();

    @Message("已撤下")
    String state_withdrawn();

    @Message("空闲")
    String availability_free();

    @Message("占用")
    String availability_not_free();

    @Message("空闲未知")
    String availability_unknown();

    @Message("发布什么？")
    String choose_heading();

    @Message("选一个最接近的模板，改几个数就行。")
    String choose_lead();

    @Message("把群里发的那段话贴进来，自动填表")
    String paste_hint();

    @Message("空白产线")
    String blank_line();

    @Message("空白材料")
    String blank_material();

    @Message("从头填")
    String blank_hint();

    @Message("产线模板")
    String templates_lines();

    @Message("材料模板")
    String templates_materials();

    @Message("粘贴一段话")
    String paste_heading();

    @Message("平时在群里怎么写，就怎么贴。")
    String paste_lead();

    @Message("供货信息")
    String paste_label();

    @Message("例如：平面机1拖2三台，日产20万，缺熔喷布")
    String paste_example();

    @Message("识别并填表")
    String paste_submit();

    @Message("识别结果由您确认后才会保存；没看懂的话会原样列出。")
    String paste_promise();

    @Message("从这段话里读到的")
    String pasted_heading();

    @Message("请核对。每个值都标出了它的出处，改好后再保存。")
    String pasted_lead();

    @Message("原话")
    String pasted_words();

    @Message("填到")
    String pasted_field();

    @Message("没看懂的部分")
    String not_understood();

    @Message("联系方式没有写进供给：它在企业资料里，只给有权看的人看。")
    String note_contact();

    @Message("文中的地点「{place}」不是您登记的厂区，供给仍放在您的厂区。")
    String note_elsewhere(String place);

    @Message("新产线")
    String heading_new_line();

    @Message("新材料")
    String heading_new_material();

    @Message("编辑：{title}")
    String heading_edit(String title);

    @Message("这条产线能做什么")
    String section_line();

    @Message("这种材料")
    String section_material();

    @Message("标题")
    String title();

    @Message("英文标题")
    String title_en();

    @Message("能生产的产品")
    String products();

    @Message("可转产的产品")
    String convertible();

    @Message("一行一个，或用顿号隔开")
    String list_hint();

    @Message("工序")
    String operations();

    @Message("写上速度，系统就能按最慢的一道算出日产能")
    String operations_hint();

    @Message("工序")
    String operation_name();

    @Message("速度")
    String rate();

    @Message("单位")
    String unit();

    @Message("选单位")
    String unit_none();

    @Message("与数量相同")
    String unit_same();

    @Message("每")
    String per();

    @Message("再加几行")
    String more_rows();

    @Message("日产能")
    String output();

    @Message("可写 20万；留空则按工序推算")
    String output_hint();

    @Message("留空，按工序推算为 {quantity}")
    String output_derived(String quantity);

    @Message("每天运行小时数")
    String hours();

    @Message("换产时间（分钟）")
    String changeover();

    @Message("是什么材料")
    String material_class();

    @Message("现有数量")
    String on_hand();

    @Message("规格")
    String specification();

    @Message("例如：克重 25 g/m²，门幅 175 mm，颜色 白色")
    String specification_hint();

    @Message("项目")
    String spec_key();

    @Message("数值")
    String spec_value();

    @Message("怎么供货")
    String section_supply();

    @Message("供货方式")
    String supply_mode();

    @Message("含操作人员")
    String crew_included();

    @Message("含材料")
    String material_included();

    @Message("材料够用天数")
    String material_days();

    @Message("缺什么")
    String missing();

    @Message("起订量")
    String minimum();

    @Message("可写 100公斤")
    String order_hint();

    @Message("订货倍数")
    String multiple();

    @Message("只按这个量的整数倍卖")
    String multiple_hint();

    @Message("可交货日期")
    String ready_date();

    @Message("厂区")
    String site();

    @Message("价格")
    String section_price();

    @Message("单价（元）")
    String price();

    @Message("每多少")
    String price_per();

    @Message("价格单位")
    String price_unit();

    @Message("税")
    String tax();

    @Message("税率（%）")
    String tax_rate();

    @Message("发票")
    String invoice();

    @Message("交货")
    String delivery();

    @Message("有效期至")
    String valid_until();

    @Message("固定费用（元）")
    String fixed_charge();

    @Message("开机、开模、换线等一次性费用")
    String charge_hint();

    @Message("什么时候有，谁能看")
    String section_when();

    @Message("没排档期时")
    String declared();

    @Message("空闲自")
    String free_from();

    @Message("空闲至")
    String free_until();

    @Message("留空则到八周后")
    String until_hint();

    @Message("保密级别")
    String confidentiality_label();

    @Message("说明")
    String section_words();

    @Message("说明")
    String description();

    @Message("英文说明")
    String description_en();

    @Message("行业")
    String division();

    @Message("不选则按产品判断")
    String division_hint();

    @Message("自动判断")
    String division_derived();

    @Message("保存")
    String save();

    @Message("存为草稿")
    String save_draft();

    @Message("保存并发布")
    String save_publish();

    @Message("取消")
    String cancel();

    @Message("来自：“{words}”")
    String said_in(String words);

    @Message("是")
    String yes();

    @Message("否")
    String no();

    @Message("没说")
    String unsaid();

    @Message("含税")
    String tax_included();

    @Message("不含税")
    String tax_excluded();

    @Message("增值税专票")
    String invoice_special();

    @Message("普票")
    String invoice_ordinary();

    @Message("不开票")
    String invoice_none();

    @Message("出厂")
    String ex_works();

    @Message("到厂")
    String delivered();

    @Message("所有人都能看到。")
    String audience_public();

    @Message("只有资料已核验的企业和应急协调员能看到。")
    String audience_verified();

    @Message("所有人都能看到，但不显示企业名称、县区和说明，只显示品类和城市。")
    String audience_anonymous();

    @Message("只有应急协调员能看到。")
    String audience_coordinators();

    @Message("还没有公开，别人看不到。")
    String audience_hidden();

    @Message("这是买家看到的样子。")
    String own_banner();

    @Message("档期：{title}")
    String windows_heading(String title);

    @Message("返回")
    String back_label();

    @Message("没排档期的时间，按供给里说的算")
    String declared_note();

    @Message("未来八周")
    String eight_weeks();

    @Message("{day} 起的一周")
    String week_of(String day);

    @Message("时间按 {zone} 显示。")
    String zone_note(String zone);

    @Message("说明一段时间")
    String window_add();

    @Message("从")
    String window_from();

    @Message("到")
    String window_to();

    @Message("这段时间")
    String window_availability();

    @Message("备注")
    String window_note();

    @Message("保存")
    String window_submit();

    @Message("这一周的档期")
    String windows_list();

    @Message("这一周还没有排档期。")
    String windows_none();

    @Message("删除")
    String window_close();

    @Message("删除从 {moment} 开始的档期")
    String window_close_of(String moment);

    @Message("空闲自")
    String free_from_label();

    @Message("确认于")
    String last_confirmed();

    @Message("基本情况")
    String facts();

    @Message("（按最慢工序推算）")
    String derived();

    @Message("未提供数字")
    String no_figure();

    @Message("、")
    String comma();

    @Message("换产时间")
    String changeover_label();

    @Message("{n} 分钟")
    String minutes(int n);

    @Message("运行")
    String hours_label();

    @Message("每天 {n} 小时")
    String hours_a_day(String n);

    @Message("包含")
    String included();

    @Message("含操作人员")
    String with_crew();

    @Message("不含操作人员")
    String without_crew();

    @Message("含材料")
    String with_material();

    @Message("不含材料")
    String without_material();

    @Message("材料够用")
    String material_days_label();

    @Message("{n} 天")
    String days(int n);

    @Message("目前缺")
    String missing_label();

    @Message("价格")
    String price_label();

    @Message("固定费用")
    String fixed_charge_label();

    @Message("空闲情况")
    String calendar();

    @Message("周")
    String week();

    @Message("具体档期")
    String windows_exact();

    @Message("供应方没有按周说明档期。")
    String no_week_said();

    @Message("登录后可看具体档期。")
    String weeks_only();

    @Message("供应方")
    String supplier();

    @Message("企业名称在对方接受前不公开，只显示品类和城市。")
    String masked();

    @Message("已实地核验")
    String level_visited();

    @Message("资料已核验")
    String level_checked();

    @Message("已注册")
    String level_registered();

    @Message("待认领")
    String level_unclaimed();

    @Message("地点")
    String place();

    @Message("来源")
    String source();

    @Message("手机")
    String mobile();

    @Message("电子邮箱")
    String email();

    @Message("登录并加入企业后可看联系方式。")
    String contact_sign_in();

    @Message("贵企业资料核验后可看联系方式。")
    String contact_verified();

    @Message("已保存。")
    String saved();

    @Message("草稿已保存，还没有发布。")
    String saved_draft();

    @Message("已发布，买家现在能找到它。")
    String published();

    @Message("已暂停，买家暂时看不到。")
    String paused();

    @Message("已恢复。")
    String resumed();

    @Message("已撤下。")
    String withdrawn();

    @Message("谢谢，已记下。")
    String confirmed();

    @Message("档期已删除。")
    String window_closed();

    @Message("类型")
    String field_kind();

    @Message("（不写进供给）")
    String field_contact();

    @Message(
            "{#when value}{#is PRODUCTION_LINE}产线{#is MATERIAL}材料{#is EQUIPMENT}设备{#is FINISHED_STOCK}现货{#is SERVICE}服务{/when}")
    String kind(ListingKind value);

    @Message("{#when value}{#is FINISHED_STOCK}现货{#is ALL_IN}包工包料{#is PROCESSING}来料加工{#is LINE_FOR_HIRE}产线租用{#is"
            + " UNSAID}没说{/when}")
    String supply_mode_of(SupplyMode value);

    @Message("{#when value}{#is PUBLIC}公开{#is VERIFIED_BUYERS}仅已核验买家{#is ANONYMOUS}匿名（只显示品类和城市）{#is"
            + " COORDINATORS_ONLY}仅应急协调员{/when}")
    String confidentiality(Confidentiality value);

    @Message("{#when value}{#is FREE}空闲{#is NOT_FREE}占用{#is UNKNOWN}未知{/when}")
    String availability(Availability value);

    @Message("{#when value}{#is MINUTE}分钟{#is HOUR}小时{#is SHIFT}班（8 小时）{#is DAY}天{/when}")
    String rate_per(RatePer value);

    @Message("{#when value}{#is FREE}空闲{#is PARTLY}部分空闲{#is NOT_FREE}占用{#is UNKNOWN}未知{/when}")
    String week_state(WeekState value);

    @Message("{#when key}{#is 'gsm'}克重{#is 'width'}门幅{#is 'length'}长度{#is 'thickness'}厚度{#is 'diameter'}直径{#is"
            + " 'size'}尺寸{#is 'grade'}等级{#is 'colour'}颜色{#is 'composition'}成分{#is 'concentration'}浓度{#is"
            + " 'melt_flow'}熔融指数{#is 'layers'}层数{#is 'burst'}耐破度{#is 'standard'}执行标准{#is 'packing'}包装{#is"
            + " 'clamping_force'}锁模力{#is 'shot_weight'}射胶量{#is 'travel'}行程{#is 'tolerance'}精度{#is"
            + " 'smallest_part'}最小元件{#is 'efficiency'}过滤效率{#is 'density'}密度{#else}{key}{/when}")
    String specification_key(String key);

    @Message("看公开页")
    String windows_public();

    @Message("已保存。")
    String window_said();

    @Message("每天同一时段，直到")
    String window_through();

    @Message("之前说过的会被覆盖；已预留或已承诺的空闲时间不能改掉。")
    String window_add_note();

    @Message("取消")
    String window_dialog_close();

    @Message("不说明（清除）")
    String availability_unsaid();

    @Message("换一周")
    String week_nav();

    @Message("上一周")
    String week_previous();

    @Message("本周")
    String week_this();

    @Message("下一周")
    String week_next();

    @Message("跳到日期")
    String week_jump();

    @Message("前往")
    String week_go();

    @Message("拖过要改的小时；或用方向键移动，按住 Shift 加方向键选择，回车填写。")
    String week_hint();

    @Message("已选")
    String week_selected();

    @Message("小时")
    String hour();

    @Message("今天")
    String today();

    @Message("改")
    String run_change();

    @Message("改 {hours}")
    String run_change_of(String hours);

    @Message("空闲")
    String slot_free();

    @Message("预留")
    String slot_held();

    @Message("预留至 {time}")
    String slot_held_until(String time);

    @Message("已确认")
    String slot_committed();

    @Message("占用")
    String slot_not_free();

    @Message("未说明")
    String slot_unknown();

    @Message("部分")
    String slot_mixed();

    @Message("夏令时跳过")
    String slot_skipped();

    @Message("（时钟走两遍）")
    String slot_twice();

    @Message("按周排")
    String pattern_make();

    @Message("改周计划")
    String pattern_change();

    @Message("按周计划排")
    String pattern_following();

    @Message("周计划：{title}")
    String pattern_heading(String title);

    @Message("说一次每周几点到几点空闲，档期会自动排好未来半年，并逐周顺延。")
    String pattern_lead();

    @Message("保存后的档期")
    String pattern_preview();

    @Message("新增 {added} 段，收回 {removed} 段，{unchanged} 段不变。")
    String pattern_counted(int added, int removed, int unchanged);

    @Message("{count} 段已有人预留，保持不动")
    String pattern_promised(int count);

    @Message("现在排到 {day} 之前；下面是前八周。")
    String pattern_until(String day);

    @Message("保存周计划")
    String pattern_save();

    @Message("继续修改")
    String pattern_go_on();

    @Message("预览档期")
    String pattern_show();

    @Message("手工")
    String pattern_by_hand();

    @Message("每周空闲时间")
    String pattern_hours();

    @Message("勾选星期，再填几点到几点。结束不晚于开始的，算到第二天；00:00 表示半夜。")
    String pattern_hours_note();

    @Message("时间按厂区当地（{zone}）。")
    String pattern_zone(String zone);

    @Message("第 {row} 行")
    String pattern_row(int row);

    @Message("第 {row} 行的星期")
    String pattern_days(int row);

    @Message("从哪天起")
    String pattern_starts();

    @Message("到哪天止")
    String pattern_ends();

    @Message("不填就一直有效。")
    String pattern_ends_hint();

    @Message("其余时间")
    String pattern_rest();

    @Message("不说明")
    String pattern_rest_unsaid();

    @Message("占用")
    String pattern_rest_closed();

    @Message("法定节假日")
    String pattern_holidays();

    @Message("放假的日子排为占用；调休上班的周末按周一的时间排。")
    String pattern_holidays_note();

    @Message("{year} 年节假日")
    String pattern_holidays_of(String year);

    @Message("通知尚未发布")
    String holidays_unannounced();

    @Message("依据：{source}，{day}。")
    String holidays_announced(String source, String day);

    @Message("我们的数据里还没有当年的放假通知，调休上班日和连休未知；这里只有 {source} 本身定下的放假日。")
    String holidays_not_announced(String source);

    @Message("看有哪些天")
    String holidays_days();

    @Message("（上班）")
    String holiday_worked();

    @Message("例外")
    String pattern_exceptions();

    @Message("某一天或几天不一样：填时间就按这个时间空闲，不填时间就整天占用。例外先于节假日。")
    String pattern_exceptions_note();

    @Message("例外 {row}")
    String pattern_exception_row(int row);

    @Message("第一天")
    String pattern_first();

    @Message("最后一天")
    String pattern_last();

    @Message("再加几行")
    String pattern_more();

    @Message("周计划已保存，档期已排好。")
    String pattern_saved();

    @Message("周计划已停用。")
    String pattern_stopped();

    @Message("停用周计划")
    String pattern_stop();

    @Message("不再按周排")
    String pattern_stop_heading();

    @Message("周计划排出的、还没开始也没人预留的档期会收回；手工排的不动。")
    String pattern_stop_note();

    @Message("预留")
    String hold_heading();

    @Message("预留")
    String hold_go();

    @Message("自己占用")
    String hold_block();

    @Message("供方没有写明数量或还没有公开，不能直接预留。")
    String hold_not();

    @Message("登录后预留")
    String hold_sign_in();

    @Message("登录后可看具体空闲时间，并预留给自己。")
    String hold_sign_in_note();

    @Message("已被占用")
    String taken_heading();

    @Message("导出表格")
    String export_action();

    @Message("从表格导入")
    String import_action();
}
