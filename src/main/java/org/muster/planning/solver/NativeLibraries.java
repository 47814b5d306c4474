package org.muster.planning.solver;

import com.google.ortools.Loader;
import com.google.protobuf.Message;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import org.muster.planning.model.PlanProblem;

/** Where a worker finds its classes and its native libraries: the latter unpacked once, since loading them from the jar takes a second each time. */
final class NativeLibraries {

    /** One class of each jar that a worker needs. */
    private static final List<Class<?>> NEEDED = List.of(
            SolverWorker.class,
            PlanProblem.class,
            Loader.class,
            Message.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            com.fasterxml.jackson.annotation.JsonTypeInfo.class);

    static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed : NEEDED) {
            try {
                places.add(Path.of(needed.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("The classes lie at a strange place", e);
            }
        }
        return String.join(System.getProperty("path.separator"), places);
    }

    /** Unpacks this platform's libraries below {@code folder} and returns where they are. */
    static Path unpack(Path folder) {
        String platform = platform();
        URL url = NativeLibraries.class
                .getClassLoader()
                .getResource(platform + "/" + System.mapLibraryName("jniortools"));
        if (url == null) {
            throw new UncheckedIOException(new FileNotFoundException("There are no native solvers for " + platform));
        }
        try {
            if (url.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    unpack(jar, platform + "/", folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void unpack(JarFile jar, String beneath, Path folder) throws IOException {
        for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
            String name = entry.getName();
            if (!entry.isDirectory() && name.startsWith(beneath) && name.lastIndexOf('/') < beneath.length()) {
                try (InputStream library = jar.getInputStream(entry)) {
                    Files.copy(library, folder.resolve(name.substring(beneath.length())));
                }
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace('_', '-');
        if (system.startsWith("mac")) {
            return "ortools-darwin-" + processor;
        }
        return "ortools-linux-" + processor;
    }

    private NativeLibraries() {}
}
