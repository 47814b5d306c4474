package org.muster.shell;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code as SVG: sharp on every screen and on paper, dark on white in either theme, so that cameras read it. */
public final class QrCode {

    /** Modules of white around it that readers need. */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    public static String svg(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(
                            text,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
                    .getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a QR code", tooLong);
        }
        int side = modules.getWidth() + 2 * QUIET_ZONE;
        var path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            int column = 0;
            while (column < modules.getWidth()) {
                int run = column;
                while (run < modules.getWidth() && modules.get(run, row) == 1) {
                    run++;
                }
                if (run > column) {
                    path.append('M')
                            .append(column + QUIET_ZONE)
                            .append(' ')
                            .append(row + QUIET_ZONE)
                            .append('h')
                            .append(run - column)
                            .append("v1h-")
                            .append(run - column)
                            .append('z');
                }
                column = Math.max(run, column + 1);
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>"
                .formatted(side, path);
    }
}
