package org.muster.attachment;

import java.util.Optional;

/** Makes pictures of the pages of a PDF. What it cannot read has no pages; a hostile file costs a bounded amount of memory and time. */
public interface PageRenderer {

    /** How many pages; 0 when it cannot be read. */
    int count(byte[] pdf);

    /** A page as PNG, counted from 1. */
    Optional<byte[]> page(byte[] pdf, int number);
}
