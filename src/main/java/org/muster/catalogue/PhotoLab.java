package org.muster.catalogue;

import org.muster.shared.Outcome;

/** Makes photos anew from what people hand in: upright, of two sizes, without anything in them that is no picture. */
public interface PhotoLab {

    /** A photo made anew, as JPEG. The width and height are those of the large one. */
    record Developed(byte[] large, byte[] small, int width, int height) {}

    /** @param file one byte more than the most that is taken is enough of a file that is too large */
    Outcome<Developed> develop(String field, byte[] file);
}
