package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=%E5%8F%A3%E7%BD%A9&km=800", "/my/listings", "/listings/1#windows"})
    void a_path_of_ours_is_followed(String path) {
        assertThat(LocalPath.in(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "///example.org",
                "/\\example.org",
                "/\t/example.org",
                "javascript:alert(1)",
                "search",
                "",
                "/a b",
                "/.//example.org",
                "/a/..//example.org"
            })
    void anything_a_browser_could_read_as_another_host_leads_home(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @Test
    void nothing_leads_home() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
    }
}
