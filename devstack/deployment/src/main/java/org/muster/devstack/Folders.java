package org.muster.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the servers need done with whole folders. */
final class Folders {

    private Folders() {}

    /** The newest entry with that prefix: after a change of version the older one is still there. */
    static Path only(Path folder, String prefix) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .max(Comparator.comparing(Folders::modified))
                    .orElseThrow(() -> missing(folder, prefix));
        } catch (IOException absent) {
            throw missing(folder, prefix);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Copies a folder but for one entry of it; what is large and never written is linked instead. */
    static void copy(Path source, Path target, String linked, String leftOut) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (var path : paths.filter(path -> !source.relativize(path).startsWith(leftOut))
                    .toList()) {
                var copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (path.toString().endsWith(linked)) {
                    linkOrCopy(path, copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void linkOrCopy(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static java.nio.file.attribute.FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return java.nio.file.attribute.FileTime.fromMillis(0);
        }
    }

    private static ServerFailure missing(Path folder, String prefix) {
        return new ServerFailure(
                "No " + prefix + "* in " + folder + ": the build fetches it, so run ./mvnw generate-resources once.");
    }
}
