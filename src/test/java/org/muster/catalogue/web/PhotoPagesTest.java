package org.muster.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.web.CataloguePagesTest.aPublishedLine;
import static org.muster.catalogue.web.CataloguePagesTest.aSupplier;
import static org.muster.catalogue.web.CataloguePagesTest.parse;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

@QuarkusTest
class PhotoPagesTest {

    @Test
    void a_photo_is_put_in_shown_to_everybody_and_taken_out() throws IOException {
        Visitor wang = aSupplier("supplier-wang");
        String title = "照相 " + UUID.randomUUID();
        String id = aPublishedLine(wang, title);
        String pages = "/my/listings/" + id + "/photos";
        HttpResponse<String> empty = wang.get(pages);
        assertThat(Markup.problemsOf(empty.body())).isEmpty();
        // Unlike a browser, this client sends the type of the form along when it follows the redirect.
        HttpResponse<String> answer = wang.upload(
                pages, Map.of("subject", "NAMEPLATE", "caption", "型号 <KZ-110>"), "photo", "../line.jpg", aPhoto());
        Document mine = parse(answer);
        assertThat(answer.statusCode()).as(mine.text()).isEqualTo(200);
        assertThat(mine.select("ul.photos").text()).contains("铭牌：型号 <KZ-110>");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();

        Visitor nobody = SignIn.asNobody();
        HttpResponse<String> listing = nobody.get("/listings/" + id);
        assertThat(Markup.problemsOf(listing.body())).isEmpty();
        var shown = parse(listing).select("img[src^=/listings/" + id + "/photos/]");
        assertThat(shown.attr("alt")).contains("铭牌：型号 <KZ-110>");
        HttpResponse<String> picture = nobody.get(shown.attr("src"));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("private");
        assertThat(nobody.get(shown.attr("src").replace("/small", "")).statusCode())
                .isEqualTo(200);

        String remove = mine.select("form[action$=/remove]").attr("action");
        assertThat(SignIn.asNobody().post(remove, Map.of()).statusCode()).isNotEqualTo(303);
        assertThat(aSupplier("buyer-li").post(remove, Map.of()).statusCode()).isEqualTo(404);
        assertThat(parse(wang.post(remove, Map.of())).select("[role=status]").text())
                .contains("照片已删除");
        assertThat(nobody.get(shown.attr("src")).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_photo_is_refused_on_the_page_and_the_caption_stays() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "不是照片 " + UUID.randomUUID());
        HttpResponse<String> answer = wang.upload(
                "/my/listings/" + id + "/photos",
                Map.of("subject", "WHOLE", "caption", "别丢了我"),
                "photo",
                "line.jpg",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        Document page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#photo");
        assertThat(page.select("#caption").attr("value")).isEqualTo("别丢了我");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void a_photo_that_is_far_too_large_is_refused_on_the_page_and_the_caption_stays() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "太大的照片 " + UUID.randomUUID());
        HttpResponse<String> answer = wang.upload(
                "/my/listings/" + id + "/photos",
                Map.of("subject", "WHOLE", "caption", "别丢了我"),
                "photo",
                "line.jpg",
                new byte[20 * 1024 * 1024]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parse(answer).select("[role=alert] a").attr("href")).isEqualTo("#photo");
        assertThat(parse(answer).select("#caption").attr("value")).isEqualTo("别丢了我");
    }

    @Test
    void somebody_elses_photos_page_is_not_there() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "我的线 " + UUID.randomUUID());
        Visitor li = aSupplier("buyer-li");
        assertThat(li.get("/my/listings/" + id + "/photos").statusCode()).isEqualTo(404);
        assertThat(li.get("/listings/" + id + "/photos/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(li.get("/listings/" + id + "/photos/none").statusCode()).isEqualTo(404);
    }

    private static byte[] aPhoto() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
