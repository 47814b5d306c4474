package org.muster.catalogue.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.PhotoLab.Developed;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

class ImageIoLabTest {

    private final ImageIoLab lab = new ImageIoLab();

    @Test
    void a_large_photo_becomes_two_of_bounded_size_in_its_proportion() throws IOException {
        Developed developed = developed(jpeg(aPicture(4000, 3000)));
        assertThat(List.of(developed.width(), developed.height())).containsExactly(1600, 1200);
        BufferedImage large = read(developed.large());
        assertThat(List.of(large.getWidth(), large.getHeight())).containsExactly(1600, 1200);
        BufferedImage small = read(developed.small());
        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(320, 240);
        assertRed(large.getRGB(100, 100));
        assertBlue(large.getRGB(1500, 1100));
    }

    @Test
    void a_small_one_is_not_blown_up_and_what_was_transparent_is_white() throws IOException {
        BufferedImage glass = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        Developed developed = developed(written(glass, "png"));
        assertThat(List.of(developed.width(), developed.height())).containsExactly(200, 100);
        assertThat(read(developed.large()).getRGB(50, 50) & 0xFFFFFF).isGreaterThan(0xF8F8F8);
    }

    @Test
    void nothing_beside_the_pixels_gets_through() throws IOException {
        byte[] secret = "GPS 36.0671N 120.3826E".getBytes(StandardCharsets.US_ASCII);
        byte[] photo = withSegments(jpeg(aPicture(300, 200)), exif(1, secret), comment(secret));
        assertThat(contains(photo, secret)).isTrue();
        Developed developed = developed(photo);
        for (byte[] made : List.of(developed.large(), developed.small())) {
            assertThat(contains(made, secret)).isFalse();
            assertThat(contains(made, "Exif".getBytes(StandardCharsets.US_ASCII)))
                    .isFalse();
        }
    }

    @Test
    void a_telephone_held_sideways_still_makes_an_upright_photo() throws IOException {
        // Red above blue in the file; held like this, red belongs to the right.
        BufferedImage file = halves(300, 200);
        Developed turned = developed(withSegments(jpeg(file), exif(6, new byte[0])));
        assertThat(List.of(turned.width(), turned.height())).containsExactly(200, 300);
        BufferedImage seen = read(turned.large());
        assertRed(seen.getRGB(150, 150));
        assertBlue(seen.getRGB(50, 150));
        BufferedImage other =
                read(developed(withSegments(jpeg(file), exif(8, new byte[0]))).large());
        assertBlue(other.getRGB(150, 150));
        assertRed(other.getRGB(50, 150));
        BufferedImage over =
                read(developed(withSegments(jpeg(file), exif(3, new byte[0]))).large());
        assertBlue(over.getRGB(150, 20));
        assertRed(over.getRGB(150, 180));
    }

    @Test
    void a_small_file_that_claims_an_enormous_picture_is_refused_before_it_is_read() throws IOException {
        byte[] bomb = aPngClaiming(60_000, 60_000);
        assertThat(bomb).hasSizeLessThan(20_000);
        assertThat(refused(bomb)).containsExactly("catalogue.photo_too_many_pixels");
    }

    @Test
    void a_picture_in_more_scans_than_anybody_needs_is_refused() throws IOException {
        byte[] photo = jpeg(aPicture(300, 200));
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(photo, 0, photo.length - 2);
        for (int i = 0; i < 100; i++) {
            many.write(scan);
        }
        many.write(photo, photo.length - 2, 2);
        assertThat(refused(many.toByteArray())).containsExactly("catalogue.photo_broken");
    }

    @Test
    void what_is_no_photo_is_refused_whatever_it_is_called() throws IOException {
        assertThat(refused(new byte[0])).containsExactly("catalogue.photo_missing");
        assertThat(refused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("catalogue.photo_unknown");
        assertThat(refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).containsExactly("catalogue.photo_unknown");
        assertThat(refused(new byte[ImageIoLab.MOST_BYTES + 1])).containsExactly("catalogue.photo_too_large");
        assertThat(refused(jpeg(aPicture(63, 500)))).containsExactly("catalogue.photo_too_small");
        byte[] whole = jpeg(aPicture(600, 400));
        assertThat(refused(Arrays.copyOf(whole, 200))).containsExactly("catalogue.photo_broken");
    }

    @Test
    void no_mangled_file_does_more_than_be_refused() throws IOException {
        Random random = new Random(20261122);
        List<byte[]> good = List.of(
                withSegments(jpeg(aPicture(120, 90)), exif(6, new byte[40])), written(aPicture(120, 90), "png"));
        for (int i = 0; i < 600; i++) {
            byte[] mangled = good.get(i % good.size()).clone();
            for (int change = 0; change <= random.nextInt(8); change++) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            byte[] file = random.nextInt(4) == 0 ? Arrays.copyOf(mangled, random.nextInt(mangled.length)) : mangled;
            lab.develop("photo", file)
                    .fold(
                            developed -> assertThat(developed.width()).isBetween(1, 1600),
                            reasons -> assertThat(reasons).hasSize(1));
        }
    }

    private Developed developed(byte[] file) {
        return lab.develop("photo", file).fold(developed -> developed, reasons -> {
            throw new AssertionError(reasons.toString());
        });
    }

    private List<String> refused(byte[] file) {
        Outcome<Developed> outcome = lab.develop("photo", file);
        return outcome.fold(
                developed -> List.of("developed"),
                reasons -> reasons.stream().map(Refusal::key).toList());
    }

    /** Red where it begins, blue where it ends. */
    private static BufferedImage aPicture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    private static BufferedImage halves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        return image;
    }

    private static void assertRed(int rgb) {
        assertThat(rgb >> 16 & 0xFF).isGreaterThan(180);
        assertThat(rgb & 0xFF).isLessThan(80);
    }

    private static void assertBlue(int rgb) {
        assertThat(rgb & 0xFF).isGreaterThan(180);
        assertThat(rgb >> 16 & 0xFF).isLessThan(80);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        return written(image, "jpeg");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static byte[] exif(int orientation, byte[] rest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("Exif\0\0");
        out.writeBytes("MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(orientation);
        out.writeShort(0);
        out.writeInt(0);
        out.write(rest);
        return segment(0xE1, bytes.toByteArray());
    }

    private static byte[] comment(byte[] text) throws IOException {
        return segment(0xFE, text);
    }

    private static byte[] segment(int marker, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0xFF00 | marker);
        out.writeShort(content.length + 2);
        out.write(content);
        return bytes.toByteArray();
    }

    private static byte[] withSegments(byte[] jpeg, byte[]... segments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        for (byte[] segment : segments) {
            bytes.write(segment);
        }
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A well-formed PNG whose header promises far more than its few rows hold. */
    private static byte[] aPngClaiming(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {1, 0, 0, 0, 0});
        chunk(bytes, "IHDR", header.toByteArray());
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(rows)) {
            deflated.write(new byte[1_000_000]);
        }
        chunk(bytes, "IDAT", rows.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String name, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(content);
        out.writeInt(content.length);
        out.write(type);
        out.write(content);
        out.writeInt((int) check.getValue());
    }

    private static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
