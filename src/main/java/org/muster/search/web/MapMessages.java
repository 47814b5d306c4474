package org.muster.search.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the map of a search says. */
@MessageBundle(value = "map", locale = "zh")
public interface MapMessages {

    @Message("地图")
    String title();

    @Message("“{words}”的供给分布")
    String title_of(String words);

    @Message("看地图")
    String open();

    @Message("回到列表")
    String list();

    @Message("这片地方有 {total} 条供给")
    String total(String total);

    @Message("这片地方没有供给。看全国，或放宽条件。")
    String none();

    @Message("放大")
    String nearer();

    @Message("缩小")
    String farther();

    @Message("全国")
    String whole();

    @Message("向北")
    String north();

    @Message("向南")
    String south();

    @Message("向西")
    String west();

    @Message("向东")
    String east();

    @Message("移动和缩放")
    String controls();

    @Message("供给分布图，旁边的表里是同样的数字")
    String picture();

    @Message("{place}一带 {n} 条，放大看")
    String cluster(String place, String n);

    @Message("各处的供给")
    String table();

    @Message("哪里")
    String where();

    @Message("{place}一带")
    String around(String place);

    @Message("供给")
    String listings();

    @Message("这片地方最符合的 {n} 条")
    String best(int n);

    @Message("陆地轮廓：Natural Earth（公有领域）。只画海岸线和行政区划点，不画边界。匿名供给标在所在城市的中心。")
    String credit();

    @Message("匿名企业")
    String masked();

    @Message("看不懂地图的位置“{box}”，显示全国。")
    String bad_box(String box);
}
