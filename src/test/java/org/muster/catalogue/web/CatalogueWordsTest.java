package org.muster.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogueWordsTest {

    @Test
    void every_refusal_is_said_in_both_languages() throws IOException {
        assertThat(keys("refusals/catalogue_en.properties")).isEqualTo(keys("refusals/catalogue.properties"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(CatalogueWordsTest.class.getClassLoader().getResourceAsStream(file)),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
