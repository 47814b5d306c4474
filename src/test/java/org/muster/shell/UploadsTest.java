package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** What comes with a request: files that are too large, forms that are none, headers of a form without one. */
@QuarkusTest
class UploadsTest {

    private static final long MEGABYTE = 1024L * 1024;
    private static final String FORM = "multipart/form-data; boundary=----a-form";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/search/map", "/places", "/too-large"})
    void a_page_is_answered_whatever_form_the_headers_promise(String path) {
        var plain = RestAssured.given().accept("text/html").get(path);
        var promising =
                RestAssured.given().accept("text/html").contentType(FORM).get(path);
        assertThat(promising.statusCode()).isEqualTo(plain.statusCode()).isIn(200, 413);
        assertThat(promising.asString()).contains("<h1");
    }

    @ParameterizedTest
    @CsvSource({"/my/import, 257", "/my/certificates/new, 65", "/organisations/x/claim, 65", "/preferences/theme, 17"})
    void an_upload_beyond_what_any_page_takes_is_read_to_its_end_and_answered_in_words(String path, long megabytes)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, FORM, megabytes * MEGABYTE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(answer.body()).expectFirst("h1").text()).isEqualTo("内容太大");
        assertThat(answer.body()).contains("请分成几份再上传");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void what_is_no_form_with_files_is_cut_off() throws InterruptedException {
        try {
            assertThat(send("/api/v1/search", "application/json", 17 * MEGABYTE).statusCode())
                    .isEqualTo(413);
        } catch (IOException cutOffWhileSending) {
            assertThat(cutOffWhileSending).isNotNull();
        }
    }

    @Test
    void a_form_that_ends_in_the_middle_is_the_senders_fault() {
        var answer = RestAssured.given()
                .accept("text/html")
                .contentType(FORM)
                .body("------a-form\r\nContent-Disposition: form-data; name=\"theme\"\r\n\r\ndar"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/preferences/theme");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("<h1");
    }

    private static HttpResponse<String> send(String path, String type, long length)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(SignIn.applicationUrl()).resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .header("Content-Type", type)
                .timeout(Duration.ofMinutes(2))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(length)), length))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    /** So many of them, without holding them. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int now = (int) Math.min(left, length);
            left -= now;
            return now;
        }
    }
}
