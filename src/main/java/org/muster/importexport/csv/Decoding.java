package org.muster.importexport.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text from bytes: by its byte order mark when there is one, else UTF-8 when every byte fits it, else UTF-16 when it is full of zero bytes, else
 * GB18030, in which spreadsheets of mainland China save. Never a guess that leaves replacement characters behind.
 */
record Decoding(String text, String encoding) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOKED_AT = 4096;

    static Optional<Decoding> of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(bytes, 3, StandardCharsets.UTF_8, "UTF-8 (BOM)");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        int zerosAtEven = zeros(bytes, 0);
        int zerosAtOdd = zeros(bytes, 1);
        if (zerosAtEven + zerosAtOdd > 0) {
            return strictly(
                    bytes,
                    0,
                    zerosAtOdd >= zerosAtEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
                    "UTF-16");
        }
        return strictly(bytes, 0, StandardCharsets.UTF_8, "UTF-8").or(() -> strictly(bytes, 0, GB18030, "GB18030"));
    }

    private static Optional<Decoding> strictly(byte[] bytes, int from, Charset charset, String name) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return isText(text) ? Optional.of(new Decoding(text, name)) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Pictures and archives decode too, but into control characters. */
    private static boolean isText(String text) {
        return text.chars().noneMatch(letter -> letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r');
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, LOOKED_AT); i += 2) {
            if (bytes[i] == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
