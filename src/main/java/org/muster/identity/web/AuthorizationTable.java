package org.muster.identity.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code authorization.txt}, read once: every route with who may call it. */
@Singleton
class AuthorizationTable {

    /** A method and a path as declared, such as {@code POST /my/listings/{id}/confirm}. */
    record Route(String method, String path) {

        private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*(\\w+)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

        /** The route of a resource method, empty when it is none. HEAD is answered by GET's method and needs no row of its own. */
        static Optional<Route> of(Class<?> resource, Method method) {
            return Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(type -> type.getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(verb -> new Route(
                            verb.value(), path(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))));
        }

        private static String path(Path... parts) {
            String joined = Arrays.stream(parts)
                    .filter(Objects::nonNull)
                    .flatMap(part -> Arrays.stream(part.value().split("/")))
                    .filter(segment -> !segment.isEmpty())
                    .collect(Collectors.joining("/", "/", ""));
            return EXPRESSION.matcher(joined).replaceAll("{$1}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Whether a concrete path, such as {@code /my/listings/17}, is one of this route's. */
        boolean covers(String concrete) {
            String[] mine = path.split("/");
            String[] theirs = concrete.split("/");
            if (mine.length != theirs.length) {
                return false;
            }
            for (int i = 0; i < mine.length; i++) {
                if (!mine[i].startsWith("{") && !mine[i].equals(theirs[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final String FILE = "authorization.txt";
    /** On the class path of tests only, for the resources that tests bring. */
    private static final String FILE_OF_TESTS = "authorization-testing.txt";

    private final Map<Route, Permission> rows = read();

    Optional<Permission> permission(Route route) {
        return Optional.ofNullable(rows.get(route));
    }

    Map<Route, Permission> rows() {
        return rows;
    }

    /** The page nearest to a path that only takes forms: itself if it can be read, else the first above it that can. */
    String nearestPage(String path) {
        String candidate = path;
        while (candidate.length() > 1) {
            String asked = candidate;
            List<Route> pages = rows.keySet().stream()
                    .filter(route -> route.method().equals(HttpMethod.GET) && route.covers(asked))
                    .toList();
            if (!pages.isEmpty()) {
                return candidate;
            }
            candidate = candidate.substring(0, Math.max(1, candidate.lastIndexOf('/')));
        }
        return "/";
    }

    private static Map<Route, Permission> read() {
        Map<Route, Permission> rows = new LinkedHashMap<>();
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        read(Objects.requireNonNull(classes.getResourceAsStream(FILE), FILE), rows);
        InputStream ofTests = classes.getResourceAsStream(FILE_OF_TESTS);
        if (ofTests != null) {
            read(ofTests, rows);
        }
        return rows;
    }

    private static void read(InputStream file, Map<Route, Permission> rows) {
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                String row = line.strip();
                if (row.isEmpty() || row.startsWith("#")) {
                    continue;
                }
                String[] words = row.split("\\s+");
                if (words.length != 3
                        || rows.put(new Route(words[0], words[1]), Permission.valueOf(words[2])) != null) {
                    throw new IllegalStateException("authorization.txt says twice or unclearly: " + row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
