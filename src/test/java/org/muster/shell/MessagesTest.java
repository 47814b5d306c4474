package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Muster speaks two languages, each of them whole. */
class MessagesTest {

    private static final Path MAIN = Files.isDirectory(Path.of("main")) ? Path.of("main") : Path.of("src/main");
    private static final Path CLASSES = Path.of(URI.create(ShellMessages.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString()));
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern REFUSAL = Pattern.compile(
            "Refusal\\s*\\.\\s*(?:of|at)\\(\\s*(?:[^,\"()]+,\\s*|\"[^\"]*\",\\s*)?\"([a-z]+)\\.([a-z0-9_]+)\"");

    /** A language is named in its own words, and examples show what people may type in either. */
    private static final Set<String> CHINESE_ON_PURPOSE = Set.of(
            "shell.other_language",
            "catalogue.paste_example",
            "catalogue.output_hint",
            "catalogue.number_unreadable",
            "certificate.number_hint");

    private static final List<Class<?>> BUNDLES = annotatedClasses();

    /** Found by what is written in the class files: to read them all with what they depend on takes longer than the tests do. */
    private static List<Class<?>> annotatedClasses() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/muster"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(MessagesTest::mentionsBundles)
                    .<Class<?>>map(MessagesTest::load)
                    .filter(type -> type.isAnnotationPresent(MessageBundle.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentionsBundles(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .contains(MessageBundle.class.getName().replace('.', '/'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        String name =
                CLASSES.relativize(file).toString().replaceAll("[/\\\\]", ".").replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, MessagesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void there_are_bundles() {
        assertThat(BUNDLES).contains(ShellMessages.class).hasSizeGreaterThan(10);
    }

    static Stream<Class<?>> bundles() {
        return BUNDLES.stream();
    }

    static Stream<String> featuresWithRefusals() throws IOException {
        Path folder = MAIN.resolve("resources/refusals");
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString().replaceAll("(_en)?\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_message_is_there_in_english(Class<?> bundle) {
        assertThat(english(bundle).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys(bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_english_message_holds_chinese(Class<?> bundle) {
        Properties english = english(bundle);
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !CHINESE_ON_PURPOSE.contains(name(bundle) + "." + key))
                .allSatisfy(key -> assertThat(english.getProperty(key)).as(key).doesNotContainPattern(CHINESE));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_message_mentions_the_same_things_in_both_languages(Class<?> bundle) {
        Properties english = english(bundle);
        for (Method message : bundle.getMethods()) {
            String chinese = chinese(message);
            String translated = english.getProperty(message.getName());
            if (chinese.isEmpty() || translated == null) {
                continue;
            }
            for (Parameter parameter : message.getParameters()) {
                Pattern mention = Pattern.compile("\\b" + parameter.getName() + "\\b");
                assertThat(mention.matcher(translated).find())
                        .as("%s in the English %s", parameter.getName(), message.getName())
                        .isEqualTo(mention.matcher(chinese).find());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_bundle_is_chinese_by_default(Class<?> bundle) {
        assertThat(bundle.getAnnotation(MessageBundle.class).locale()).isEqualTo("zh");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("featuresWithRefusals")
    void every_refusal_is_there_in_both_languages_and_mentions_as_much(String feature) {
        Properties chinese = refusals(feature);
        Properties english = refusals(feature + "_en");
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        assertThat(chinese.stringPropertyNames()).allSatisfy(key -> {
            assertThat(chinese.getProperty(key)).as(key).containsPattern(CHINESE);
            if (!CHINESE_ON_PURPOSE.contains(feature + "." + key)) {
                assertThat(english.getProperty(key)).as(key).doesNotContainPattern(CHINESE);
            }
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .hasSameSizeAs(placeholders(chinese.getProperty(key)));
        });
    }

    @Test
    void every_refusal_that_the_code_gives_has_its_sentence() throws IOException {
        List<String> speechless = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(MAIN.resolve("java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                var matcher = REFUSAL.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (refusals(matcher.group(1)).getProperty(matcher.group(2)) == null) {
                        speechless.add(matcher.group(1) + "." + matcher.group(2) + " in " + source.getFileName());
                    }
                }
            }
        }
        assertThat(speechless).isEmpty();
    }

    /** An enum's message without words of its own has one message for each constant. */
    private static Set<String> keys(Class<?> bundle) {
        return Arrays.stream(bundle.getMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .flatMap(method -> {
                    boolean ofEnum = method.getParameterCount() == 1 && method.getParameterTypes()[0].isEnum();
                    return ofEnum && chinese(method).isEmpty()
                            ? Arrays.stream(method.getParameterTypes()[0].getEnumConstants())
                                    .map(constant -> method.getName() + "_" + ((Enum<?>) constant).name())
                            : Stream.of(method.getName());
                })
                .collect(Collectors.toSet());
    }

    private static String chinese(Method message) {
        Message annotation = message.getAnnotation(Message.class);
        return annotation == null ? "" : annotation.value();
    }

    private static String name(Class<?> bundle) {
        return bundle.getAnnotation(MessageBundle.class).value();
    }

    private static Properties english(Class<?> bundle) {
        return read(MAIN.resolve("resources/messages/" + name(bundle) + "_en.properties"));
    }

    private static Properties refusals(String file) {
        return read(MAIN.resolve("resources/refusals/" + file + ".properties"));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
