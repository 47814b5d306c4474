package org.muster.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Files as pictures, page by page, so that whoever decides on one sees it without a program of their own and without running any of it. */
@ApplicationScoped
public class AttachmentPages {

    /** A picture of one page. */
    public record Picture(byte[] bytes, String mediaType) {}

    private final PageRenderer renderer;

    AttachmentPages(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** How many pages; a picture has one, what cannot be read none. */
    public int count(AttachmentContent file) {
        return file.card().type().isPicture() ? 1 : renderer.count(file.bytes());
    }

    /** A page of a file, counted from 1. */
    public Optional<Picture> page(AttachmentContent file, int number) {
        if (file.card().type().isPicture()) {
            return number == 1
                    ? Optional.of(new Picture(file.bytes(), file.card().type().mediaType()))
                    : Optional.empty();
        }
        return renderer.page(file.bytes(), number).map(png -> new Picture(png, FileType.PNG.mediaType()));
    }
}
