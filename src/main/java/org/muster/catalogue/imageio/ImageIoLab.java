package org.muster.catalogue.imageio;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jboss.logging.Logger;
import org.muster.catalogue.PhotoLab;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Decodes a JPEG or PNG and encodes it anew. What was beside the pixels (place, serial number of the camera, comments, colour profiles) does
 * not get through, because nothing of it is ever handed on.
 *
 * <p>A small file can claim an enormous picture. Its size is read before any pixel is, more than {@link #MOST_PIXELS} are refused, fewer are
 * thinned out while they are read, and only so many pictures are open at once; so the memory has a bound whatever people send.
 */
@ApplicationScoped
class ImageIoLab implements PhotoLab {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final long MOST_PIXELS = 50_000_000;
    /** A picture in several scans is held whole while it is read, outside of the heap. */
    static final long MOST_PIXELS_IN_SCANS = 24_000_000;

    static final int SMALLEST_SIDE = 64;
    static final int LARGE_SIDE = 1600;
    static final int SMALL_SIDE = 320;
    /** More scans are no picture but work for the reader. */
    private static final int MOST_SCANS = 64;

    private static final int MEGABYTE = 1024 * 1024;
    private static final float QUALITY = 0.85f;
    private static final int AT_ONCE = 2;
    private static final Logger LOG = Logger.getLogger(ImageIoLab.class);

    static {
        ImageIO.setUseCache(false);
    }

    private final Semaphore seats = new Semaphore(AT_ONCE, true);

    @Override
    public Outcome<Developed> develop(String field, byte[] file) {
        if (file.length == 0) {
            return Outcome.refused(Refusal.at(field, "catalogue.photo_missing"));
        }
        if (file.length > MOST_BYTES) {
            return Outcome.refused(Refusal.at(field, "catalogue.photo_too_large", MOST_BYTES / MEGABYTE));
        }
        String format = formatOf(file);
        if (format.isEmpty()) {
            return Outcome.refused(Refusal.at(field, "catalogue.photo_unknown"));
        }
        int scans = format.equals("jpeg") ? scans(file) : 1;
        if (scans > MOST_SCANS) {
            return Outcome.refused(Refusal.at(field, "catalogue.photo_broken"));
        }
        seats.acquireUninterruptibly();
        try {
            return develop(field, format, file, scans > 1 ? MOST_PIXELS_IN_SCANS : MOST_PIXELS);
        } catch (IOException | RuntimeException broken) {
            // The JDK's readers meet a broken file with exceptions of every kind.
            LOG.debugf(broken, "A picture could not be read");
            return Outcome.refused(Refusal.at(field, "catalogue.photo_broken"));
        } finally {
            seats.release();
        }
    }

    private static Outcome<Developed> develop(String field, String format, byte[] file, long mostPixels)
            throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels) {
                return Outcome.refused(
                        Refusal.at(field, "catalogue.photo_too_many_pixels", width, height, mostPixels / 1_000_000));
            }
            if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) {
                return Outcome.refused(Refusal.at(field, "catalogue.photo_too_small", SMALLEST_SIDE));
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (LARGE_SIDE * 2));
            param.setSourceSubsampling(
                    Math.min(step, Math.min(width, height)), Math.min(step, Math.min(width, height)), 0, 0);
            BufferedImage read = reader.read(0, param);
            BufferedImage large = upright(
                    shrunk(read, LARGE_SIDE), format.equals("jpeg") ? Orientation.of(file) : Orientation.UPRIGHT);
            BufferedImage small = shrunk(large, SMALL_SIDE);
            return Outcome.accepted(new Developed(jpeg(large), jpeg(small), large.getWidth(), large.getHeight()));
        } finally {
            reader.dispose();
        }
    }

    /** By what is in it; what a file is called says nothing. */
    private static String formatOf(byte[] file) {
        List<byte[]> heads = List.of(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
        for (int i = 0; i < heads.size(); i++) {
            byte[] head = heads.get(i);
            if (file.length > head.length && java.util.Arrays.equals(file, 0, head.length, head, 0, head.length)) {
                return i == 0 ? "jpeg" : "png";
            }
        }
        return "";
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) {
                scans++;
            }
        }
        return scans;
    }

    /** On white, where it was transparent, and by halves, so that fine print stays legible. */
    private static BufferedImage shrunk(BufferedImage image, int side) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        BufferedImage now = image;
        while (longest > side * 2) {
            now = drawn(now, Math.max(1, now.getWidth() / 2), Math.max(1, now.getHeight() / 2));
            longest = Math.max(now.getWidth(), now.getHeight());
        }
        if (longest <= side) {
            return now.getType() == BufferedImage.TYPE_INT_RGB ? now : drawn(now, now.getWidth(), now.getHeight());
        }
        return drawn(
                now,
                Math.max(1, Math.round((float) now.getWidth() * side / longest)),
                Math.max(1, Math.round((float) now.getHeight() * side / longest)));
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return canvas;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean lying = orientation >= 5;
        BufferedImage canvas =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        try {
            pen.drawImage(image, turn, null);
        } finally {
            pen.dispose();
        }
        return canvas;
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
