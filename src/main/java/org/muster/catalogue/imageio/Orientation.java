package org.muster.catalogue.imageio;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a telephone was held: what a JPEG's EXIF says of it, 1 to 8. Everything else in EXIF is left unread, and is not kept. */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APP1 = 0xFFE1;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ENTRY_BYTES = 12;

    private Orientation() {}

    /** Whatever is broken or missing counts as upright. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer in = ByteBuffer.wrap(jpeg);
            if ((in.getShort() & 0xFFFF) != START_OF_IMAGE) {
                return UPRIGHT;
            }
            while (true) {
                int marker = in.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN || marker < 0xFF01) {
                    return UPRIGHT;
                }
                int length = (in.getShort() & 0xFFFF) - 2;
                if (length < 0 || length > in.remaining()) {
                    return UPRIGHT;
                }
                if (marker == APP1 && startsWithExif(in, length)) {
                    return inTiff(in.slice(in.position() + EXIF.length, length - EXIF.length));
                }
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static boolean startsWithExif(ByteBuffer in, int length) {
        if (length < EXIF.length) {
            return false;
        }
        byte[] head = new byte[EXIF.length];
        in.get(in.position(), head);
        return java.util.Arrays.equals(head, EXIF);
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
