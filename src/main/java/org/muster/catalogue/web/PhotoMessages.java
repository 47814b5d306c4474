package org.muster.catalogue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.muster.catalogue.PhotoSubject;

/** What is said of photos. */
@MessageBundle(value = "photos", locale = "zh")
public interface PhotoMessages {

    @Message("：")
    String colon();

    @Message("照片")
    String photos();

    @Message("照片：{title}")
    String photos_of(String title);

    @Message("放整线和铭牌的照片，买家一眼就能判断。最多 {most} 张，照片里的位置和相机信息会去掉。")
    String photos_lead(int most);

    @Message("这条供给是匿名的，照片只有您、协调员和运营人员看得到。")
    String photos_masked();

    @Message("还没有照片")
    String photos_none();

    @Message("先放一张整线的照片，它会出现在搜索结果里。")
    String photos_none_text();

    @Message("照片文件")
    String photo_file();

    @Message("JPEG 或 PNG，最大 10 MB")
    String photo_file_hint();

    @Message("拍的是什么")
    String photo_subject();

    @Message("{#when value}{#is WHOLE}整体{#is NAMEPLATE}铭牌{#is DETAIL}细节{/when}")
    String photo_subject_of(PhotoSubject value);

    @Message("说明")
    String photo_caption();

    @Message("添加照片")
    String photo_add();

    @Message("添加")
    String photo_add_heading();

    @Message("放到最前")
    String photo_first();

    @Message("放到最前：{photo}")
    String photo_first_of(String photo);

    @Message("首图")
    String photo_is_first();

    @Message("删除")
    String photo_remove();

    @Message("删除：{photo}")
    String photo_remove_of(String photo);

    @Message("照片已添加。")
    String photo_added();

    @Message("照片已删除。")
    String photo_removed();

    @Message("首图已换。")
    String photo_put_first();

    @Message("已经放满 {most} 张。")
    String photos_full_note(int most);

    @Message("看大图：{photo}")
    String photo_open(String photo);

    @Message("回到供给")
    String back_to_listing();
}
