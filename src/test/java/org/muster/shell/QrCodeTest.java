package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int WHITE = 0xFFFFFF;
    private static final int PIXELS_A_MODULE = 6;

    @Test
    void a_camera_reads_the_link_that_was_drawn() throws Exception {
        String link = "https://muster.example/join/mWHhOyDBT9OQ9ko-RfHm3gAAAABrDCa2FlP4mpdKFYKz5aTeRDaY6Q";
        assertThat(read(QrCode.svg(link))).isEqualTo(link);
    }

    /** Paints the runs of the drawing into pixels and lets the reader look at them. */
    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) * PIXELS_A_MODULE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
        while (run.find()) {
            int left = Integer.parseInt(run.group(1)) * PIXELS_A_MODULE;
            int top = Integer.parseInt(run.group(2)) * PIXELS_A_MODULE;
            int width = Integer.parseInt(run.group(3)) * PIXELS_A_MODULE;
            for (int row = top; row < top + PIXELS_A_MODULE; row++) {
                Arrays.fill(pixels, row * side + left, row * side + left + width, 0);
            }
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
