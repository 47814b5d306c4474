package org.muster.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The types of files that are taken in, each known by how such a file begins and ends; the name and what a browser claims count for nothing. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg");

    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF_ENDS = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PNG_ENDS = {'I', 'E', 'N', 'D'};
    private static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] JPEG_ENDS = {(byte) 0xff, (byte) 0xd9};

    /** Scanners and mail gateways add a little behind the end; a file cut off in an upload has no end at all. */
    private static final int END_WITHIN = 64 * 1024;

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return ending;
    }

    public boolean isPicture() {
        return this != PDF;
    }

    /** What this is, told by how it begins. */
    static Optional<FileType> of(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
    }

    static FileType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it goes on to its end; an upload that broke off does not. */
    boolean isWhole(byte[] file) {
        return switch (this) {
            case PDF -> endsWith(file, PDF_ENDS);
            case PNG -> endsWith(file, PNG_ENDS);
            case JPEG -> endsWith(file, JPEG_ENDS);
        };
    }

    private boolean begins(byte[] file) {
        byte[] sign = switch (this) {
            case PDF -> PDF_BEGINS;
            case PNG -> PNG_BEGINS;
            case JPEG -> JPEG_BEGINS;
        };
        return file.length >= sign.length && Arrays.equals(file, 0, sign.length, sign, 0, sign.length);
    }

    private static boolean endsWith(byte[] file, byte[] sign) {
        int first = Math.max(0, file.length - END_WITHIN);
        for (int at = file.length - sign.length; at >= first; at--) {
            if (Arrays.equals(file, at, at + sign.length, sign, 0, sign.length)) {
                return true;
            }
        }
        return false;
    }
}
