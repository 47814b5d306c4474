package org.muster.attachment.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.muster.testing.BesideOthers;
import org.muster.testing.Papers;

@BesideOthers
class PdfPagesTest {

    private final PdfPages pages = new PdfPages();

    @Test
    void a_page_becomes_a_picture_with_something_on_it() throws IOException {
        byte[] pdf = Papers.aPdf("Registration certificate");
        assertThat(pages.count(pdf)).isEqualTo(1);
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(pages.page(pdf, 1).orElseThrow()));
        assertThat(picture.getWidth()).isBetween(800, 1000);
        assertThat(dark(picture)).as("letters on white").isBetween(500, 100_000);
    }

    @Test
    void there_is_no_page_before_the_first_or_after_the_last() {
        byte[] pdf = Papers.aPdf("one");
        assertThat(pages.page(pdf, 0)).isEmpty();
        assertThat(pages.page(pdf, 2)).isEmpty();
    }

    @Test
    void a_sheet_as_large_as_a_field_becomes_a_small_picture() throws IOException {
        byte[] pdf = new String(Papers.aPdf("large"), StandardCharsets.ISO_8859_1)
                .replace("[0 0 595 842]", "[0 0 14400 14400]")
                .getBytes(StandardCharsets.ISO_8859_1);
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(pages.page(pdf, 1).orElseThrow()));
        assertThat(picture.getWidth()).isLessThanOrEqualTo(1800);
    }

    @Test
    void a_picture_inside_that_would_fill_the_memory_is_not_unfolded() {
        byte[] pdf = anImageOf(60_000, 60_000);
        assertThat(pages.count(pdf)).isEqualTo(1);
        assertThat(pages.page(pdf, 1)).isEmpty();
    }

    @Test
    void what_is_broken_has_no_pages_and_does_not_hang() {
        byte[] whole = Papers.aPdf("broken");
        Random random = new Random(20261122);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 200; i++) {
                byte[] broken = whole.clone();
                for (int hit = 0; hit < 8; hit++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                pages.count(broken);
                pages.page(broken, 1);
            }
        });
        assertThat(pages.count(Arrays.copyOf(whole, 20))).isZero();
        assertThat(pages.count("%PDF-1.7 nothing else %%EOF".getBytes(StandardCharsets.US_ASCII)))
                .isZero();
    }

    private static int dark(BufferedImage picture) {
        int dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xff) < 100) {
                    dark++;
                }
            }
        }
        return dark;
    }

    /** A page that shows a picture which claims to be so large. */
    private static byte[] anImageOf(int width, int height) {
        String page = "q 500 0 0 500 40 40 cm /I Do Q";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
            "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
            "<< /Type /XObject /Subtype /Image /Width " + width + " /Height " + height
                    + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 3 >>\nstream\nabc\nendstream"
        };
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = file.length();
        file.append(table)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
