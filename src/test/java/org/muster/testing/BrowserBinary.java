package org.muster.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which browser the tests use: the one named by {@code E2E_CHROMIUM}, else the one that the lock file in
 * {@code src/test/browser} pins, else the machine's own. None found fails the tests; they never skip.
 *
 * <p>The pinned one is installed once per version of the lock file, with a Chinese font, below {@code .devstack/browser}.
 */
record BrowserBinary(Path executable, Map<String, String> environment) {

    private static final Path OF_THE_MACHINE = Path.of("/usr/bin/chromium");

    /** One thread at a time: the lock below is the virtual machine's, and keeps other runs out, not other threads. */
    static synchronized BrowserBinary find() {
        var named = System.getenv("E2E_CHROMIUM");
        var installed = installed();
        var environment = installed == null ? Map.<String, String>of() : installed.environment();
        if (named != null && !named.isBlank()) {
            return new BrowserBinary(Path.of(named), environment);
        }
        if (installed != null) {
            return installed;
        }
        if (Files.isExecutable(OF_THE_MACHINE)) {
            return new BrowserBinary(OF_THE_MACHINE, environment);
        }
        throw new AssertionError("No browser for the browser tests: install Node 20 or newer (npm then brings one),"
                + " or name a Chromium in E2E_CHROMIUM.");
    }

    private static @Nullable BrowserBinary installed() {
        try {
            var root = repository();
            var source = root.resolve("src/test/browser");
            var folder = root.resolve(".devstack/browser").resolve(version(source.resolve("package-lock.json")));
            Files.createDirectories(folder);
            // Two test runs in one folder: the second waits and finds the work done.
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.exists(folder.resolve("ready")) && !install(source, folder)) {
                    return null;
                }
            }
            return new BrowserBinary(unpacked(folder).resolve("chromium"), environment(folder));
        } catch (IOException e) {
            throw new AssertionError("The pinned browser could not be installed", e);
        }
    }

    /** Where npm is missing the answer is no; where it fails, so does the test. */
    private static boolean install(Path source, Path folder) throws IOException {
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.write(folder.resolve(file), Files.readAllBytes(source.resolve(file)));
        }
        Files.createDirectories(unpacked(folder));
        var log = folder.resolve("install.log");
        try {
            run(log, folder, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (NotInstalled npm) {
            return false;
        }
        run(
                log,
                folder,
                // The package also carries the system libraries a bare machine lacks, and unpacks them when told that
                // it is on such a one.
                Map.of("TMPDIR", unpacked(folder).toString(), "AWS_EXECUTION_ENV", "AWS_Lambda_nodejs20.x"),
                "node",
                "--input-type=module",
                "--eval",
                "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());");
        Files.writeString(folder.resolve("fonts.conf"), fonts(folder));
        Files.writeString(folder.resolve("ready"), "");
        return true;
    }

    private static void run(Path log, Path folder, Map<String, String> environment, String... command)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException notFound) {
            throw new NotInstalled(notFound);
        }
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException(e);
        }
    }

    private static Map<String, String> environment(Path folder) throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
        if (lacksLibraries(folder)) {
            environment.put(
                    "LD_LIBRARY_PATH", unpacked(folder).resolve("al2023/lib").toString());
        }
        return environment;
    }

    private static boolean lacksLibraries(Path folder) throws IOException {
        var ldd = new ProcessBuilder("ldd", unpacked(folder).resolve("chromium").toString())
                .redirectErrorStream(true)
                .start();
        try (var output = ldd.inputReader()) {
            return output.lines().filter(line -> line.contains("not found")).count() > 0;
        }
    }

    private static String fonts(Path folder) {
        var fonts = folder.resolve("node_modules/@expo-google-fonts/noto-sans-sc");
        return """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>
                  <dir>%s</dir>
                  <dir>%s</dir>
                  <dir>%s</dir>
                  <dir>/usr/share/fonts</dir>
                  <cachedir>%s</cachedir>
                  <alias>
                    <family>sans-serif</family>
                    <prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer>
                  </alias>
                </fontconfig>
                """.formatted(
                        unpacked(folder).resolve("fonts"),
                        fonts.resolve("400Regular"),
                        fonts.resolve("700Bold"),
                        folder.resolve("font-cache"));
    }

    private static Path unpacked(Path folder) {
        return folder.resolve("unpacked");
    }

    private static String version(Path lockFile) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(lockFile));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Path repository() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The tests run outside of the repository");
    }

    private static final class NotInstalled extends IOException {
        private static final long serialVersionUID = 1L;

        NotInstalled(IOException cause) {
            super(cause);
        }
    }
}
