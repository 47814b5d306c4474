package org.muster.catalogue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SterilisationMethod;

/** What is said of one kind of listing and not of others. */
@MessageBundle(value = "kinds", locale = "zh")
public interface KindMessages {

    @Message("这台设备")
    String section_machine();

    @Message("这批现货")
    String section_stock();

    @Message("这项服务")
    String section_service();

    @Message("是什么设备")
    String machine_class();

    @Message("是什么货")
    String goods_class();

    @Message("提供什么")
    String service_class();

    @Message("有几台")
    String machines_on_hand();

    @Message("每天能做多少")
    String capacity();

    @Message("按箱、托或立方米算都行，一天能灭多少")
    String capacity_sterilisation();

    @Message("一天能接多少件样品")
    String capacity_testing();

    @Message("一天能派多少辆，或能运多少")
    String capacity_transport();

    @Message("怎么给人用（可多选）")
    String machine_offered();

    @Message("出售")
    String for_sale();

    @Message("出租")
    String for_lease();

    @Message("可到我厂里使用")
    String on_site();

    @Message("交货期（天）")
    String lead_days();

    @Message("从下单到交货；现货填 0")
    String lead_days_hint();

    @Message("安装调试（天）")
    String installation_days();

    @Message("从到货到出第一件好品")
    String installation_days_hint();

    @Message("批号")
    String batch();

    @Message("有效期至")
    String best_before();

    @Message("服务类别")
    String service_type_label();

    @Message("换成这一类")
    String service_switch();

    @Message("灭菌方式")
    String method();

    @Message("一柜装多少")
    String chamber();

    @Message("一个周期")
    String cycle();

    @Message("解析时间")
    String aeration();

    @Message("出报告（小时）")
    String turnaround();

    @Message("车型")
    String vehicle();

    @Message("例如：17.5 米高栏、4.2 米冷藏车")
    String vehicle_hint();

    @Message("每辆载重")
    String payload();

    @Message("每辆容积")
    String cargo();

    @Message("温度从（℃）")
    String coldest();

    @Message("温度到（℃）")
    String warmest();

    @Message("控温车才填，可以是负数")
    String temperature_hint();

    @Message("会做什么")
    String skills();

    @Message("工种或工序，一行一个：口罩机调试、注塑操作、叉车")
    String skills_hint();

    @Message("多少人")
    String headcount();

    @Message("最高额度（元）")
    String limit();

    @Message("可写 500万")
    String limit_hint();

    @Message("年化费率（%）")
    String yearly_rate();

    @Message("期限（天）")
    String term_days();

    @Message("交付什么")
    String handed_over();

    @Message("图纸、工艺文件、培训、驻厂指导……")
    String handed_over_hint();

    @Message("多少天完成（天）")
    String know_how_days();

    @Message("能用的材料")
    String handles();

    @Message("一行一个，转产时据此判断：纺粘布、熔喷布、ABS")
    String handles_hint();

    @Message("洁净级别")
    String clean_room();

    @Message("小时")
    String span_hours();

    @Message("天")
    String span_days();

    @Message("分钟")
    String span_minutes();

    @Message("新设备")
    String heading_new_machine();

    @Message("新现货")
    String heading_new_stock();

    @Message("新服务：{type}")
    String heading_new_service(String type);

    @Message(
            "{#when value}{#is STERILISATION}灭菌{#is TESTING}检测{#is TRANSPORT}运输{#is CREW}班组{#is FINANCE}金融{#is KNOW_HOW}技术{#is OTHER}其他服务{/when}")
    String service_type(ServiceType value);

    @Message(
            "{#when value}{#is STERILISATION}周期、解析时间、每天多少{#is TESTING}样品数、出报告时间{#is TRANSPORT}车型、载重、容积、温度{#is CREW}多少人、会做什么{#is FINANCE}额度、费率、期限{#is KNOW_HOW}图纸、工艺、培训{#is OTHER}安装、维修、仓储、设计……{/when}")
    String service_hint(ServiceType value);

    @Message(
            "{#when value}{#is NONE}普通车间{#is CLASS_300000}三十万级{#is CLASS_100000}十万级（ISO 8）{#is CLASS_10000}万级（ISO 7）{#is CLASS_1000}千级（ISO 6）{#is CLASS_100}百级（ISO 5）{/when}")
    String clean_room_of(CleanRoom value);

    @Message(
            "{#when value}{#is ETHYLENE_OXIDE}环氧乙烷{#is GAMMA}伽马辐照{#is ELECTRON_BEAM}电子束辐照{#is STEAM}湿热蒸汽{#is PLASMA}过氧化氢等离子{#is OTHER}其他{/when}")
    String method_of(SterilisationMethod value);

    @Message("空白设备")
    String blank_machine();

    @Message("空白现货")
    String blank_stock();

    @Message("设备模板")
    String templates_machines();

    @Message("现货模板")
    String templates_stock();

    @Message("服务模板")
    String templates_services();

    @Message("空白服务")
    String blank_services();

    @Message("{hours} 小时")
    String hours_of(String hours);

    @Message("{days} 天")
    String days_of(String days);

    @Message("{minutes} 分钟")
    String minutes_of(String minutes);

    @Message("{people} 人")
    String people_of(String people);

    @Message("{percent} %")
    String percent_of(String percent);

    @Message("{from} 至 {to} ℃")
    String degrees_of(String from, String to);

    @Message("取得方式")
    String offered_label();

    @Message("交货期")
    String lead_label();

    @Message("安装调试")
    String installation_label();

    @Message("洁净级别")
    String clean_room_label();

    @Message("人数")
    String headcount_label();

    @Message("最高额度")
    String limit_label();

    @Message("年化费率")
    String yearly_rate_label();

    @Message("期限")
    String term_label();

    @Message("完成时间")
    String know_how_label();

    @Message("出报告")
    String turnaround_label();

    @Message("温度")
    String temperature_label();

    @Message("现货")
    String at_once();
}
