package org.muster.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.shared.Refusal;

/** What a file must be like to be kept. */
final class KeepingRules {

    private static final int LONGEST_NAME = 200;
    private static final int MEGABYTE = 1024 * 1024;

    private KeepingRules() {}

    static List<Refusal> broken(String field, byte[] file, long keptBefore, long keptAtMost) {
        List<Refusal> refusals = new ArrayList<>();
        if (file.length == 0) {
            refusals.add(Refusal.at(field, "attachment.empty"));
            return refusals;
        }
        if (file.length > Attachments.MOST_BYTES) {
            refusals.add(Refusal.at(field, "attachment.too_large", Attachments.MOST_BYTES / MEGABYTE));
            return refusals;
        }
        Optional<FileType> type = FileType.of(file);
        if (type.isEmpty()) {
            refusals.add(Refusal.at(field, "attachment.unknown_type"));
        } else if (!type.get().isWhole(file)) {
            refusals.add(Refusal.at(field, "attachment.broken_off"));
        } else if (keptBefore + file.length > keptAtMost) {
            refusals.add(Refusal.at(field, "attachment.no_room", keptAtMost / MEGABYTE));
        }
        return refusals;
    }

    /** The last part of a path of any system, without what no file system or header takes, ending as its content does. */
    static String fileName(String given, FileType type) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"*:<>?|]", "")
                .strip();
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean fits = ending.equals(type.ending()) || type == FileType.JPEG && ending.equals("jpeg");
        String stem = fits ? name.substring(0, dot) : name;
        int room = LONGEST_NAME - 5;
        if (stem.length() > room) {
            boolean halved = Character.isHighSurrogate(stem.charAt(room - 1));
            stem = stem.substring(0, halved ? room - 1 : room);
        }
        return (stem.isEmpty() ? "file" : stem) + "." + type.ending();
    }
}
