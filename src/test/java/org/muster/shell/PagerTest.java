package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.muster.shell.Pager.Step;

class PagerTest {

    private static Pager page(int page, long total) {
        return new Pager(page, 20, total, number -> "/search?page=" + number);
    }

    @Test
    void shows_the_ends_and_the_neighbours() {
        assertThat(page(10, 400).steps()).extracting(Step::number).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
    }

    @Test
    void a_gap_hides_pages_only_when_there_are_some() {
        assertThat(page(1, 45).steps()).extracting(Step::number).containsExactly(1, 2, 3);
    }

    @Test
    void counts_rows_from_one() {
        assertThat(page(3, 45)).extracting(Pager::first, Pager::last).containsExactly(41L, 45L);
        assertThat(page(1, 0)).extracting(Pager::first, Pager::last).containsExactly(0L, 0L);
    }

    @Test
    void one_page_needs_no_pager() {
        assertThat(page(1, 20).needed()).isFalse();
        assertThat(page(1, 21).needed()).isTrue();
    }

    @Test
    void there_is_no_page_zero() {
        assertThatThrownBy(() -> page(0, 20)).isInstanceOf(IllegalArgumentException.class);
    }
}
