package org.muster.attachment.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.PageRenderer;

/** Draws pages small enough to read on a screen; refuses to unfold a picture that is larger than any scanner makes. */
@ApplicationScoped
class PdfPages implements PageRenderer {

    private static final Logger LOG = Logger.getLogger(PdfPages.class);

    private static final float DOTS_PER_INCH = 110;
    private static final float POINTS_PER_INCH = 72;
    private static final int LONGEST_SIDE = 1800;
    /** An A3 page at 600 dpi has 70 million. */
    private static final long MOST_PIXELS = 80_000_000L;

    private static final int DEEPEST = 6;
    private static final String FONT_CACHE = "pdfbox.fontcache";

    static {
        // Else it writes its list of fonts into the home of whoever runs us, which a container may not have.
        if (System.getProperty(FONT_CACHE) == null) {
            System.setProperty(FONT_CACHE, System.getProperty("java.io.tmpdir"));
        }
    }

    /** A page may take 200 MB while it is drawn; many at once are not let in. */
    private final Semaphore atOnce = new Semaphore(2);

    @Override
    public int count(byte[] pdf) {
        try (PDDocument document = open(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            LOG.debugf("A document cannot be read: %s", unreadable.getClass().getSimpleName());
            return 0;
        }
    }

    @Override
    public Optional<byte[]> page(byte[] pdf, int number) {
        atOnce.acquireUninterruptibly();
        try (PDDocument document = open(pdf)) {
            if (number < 1 || number > document.getNumberOfPages()) {
                return Optional.empty();
            }
            PDPage page = document.getPage(number - 1);
            if (!isBearable(page.getResources(), 0)) {
                return Optional.empty();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture = renderer.renderImage(number - 1, scale(page), ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return Optional.of(png.toByteArray());
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            LOG.debugf("A page cannot be drawn: %s", unreadable.getClass().getSimpleName());
            return Optional.empty();
        } finally {
            atOnce.release();
        }
    }

    private static PDDocument open(byte[] pdf) throws IOException {
        // Streams that unfold go to a file that is deleted, not to the heap.
        return Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        return Math.min(DOTS_PER_INCH / POINTS_PER_INCH, LONGEST_SIDE / longest);
    }

    private static boolean isBearable(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null) {
            return true;
        }
        if (depth > DEEPEST) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                return false;
            }
            if (object instanceof PDFormXObject form && !isBearable(form.getResources(), depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
