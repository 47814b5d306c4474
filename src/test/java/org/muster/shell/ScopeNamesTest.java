package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same names as the engine finds by itself, without asking everybody in every scope. */
class ScopeNamesTest {

    private final AtomicInteger askedInVain = new AtomicInteger();

    @Test
    void a_name_is_found_in_every_scope_around() {
        assertThat(rendered("""
                        {#for row in rows}{#let size=title}{#for cell in row}{title}{size}{cell}{cell_index}{#if cell_hasNext},{/if}{/for}{/let};{/for}""", "title", "t", "rows", List.of(List.of("a", "b"), List.of("c"))))
                .isEqualTo("tta0,ttb1;ttc0;");
        assertThat(askedInVain).hasValue(0);
    }

    @Test
    void the_nearest_scope_wins_though_it_says_nothing() {
        assertThat(rendered(
                        "{#let title=null}{#if title}{title}{#else}none{/if}{/let}{title}",
                        "title",
                        "t",
                        "rows",
                        List.of()))
                .isEqualTo("nonet");
    }

    @Test
    void a_map_is_asked_for_its_size_as_before() {
        assertThat(rendered(
                        "{counts.size}{counts.a}{#for x in rows}{counts.get('a')}{/for}",
                        "counts",
                        Map.of("a", 5),
                        "rows",
                        List.of(1)))
                .isEqualTo("155");
    }

    @Test
    void an_unknown_name_is_still_refused() {
        assertThatThrownBy(() -> rendered("{#for row in rows}{nobody}{/for}", "title", "t", "rows", List.of(1)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nobody");
        assertThat(rendered("{#for row in rows}{nobody ?: 'none'}{/for}", "title", "t", "rows", List.of(1)))
                .isEqualTo("none");
    }

    private String rendered(String template, String name, Object value, String other, Object rows) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(new ScopeNames())
                .addValueResolver(ValueResolver.builder()
                        .priority(16)
                        .appliesTo(asked -> {
                            if (asked.resolutionContext().getData() == asked.getBase()) {
                                askedInVain.incrementAndGet();
                            }
                            return false;
                        })
                        .resolveSync(asked -> asked)
                        .build())
                .build();
        return engine.parse(template).data(name, value, other, rows).render();
    }
}
