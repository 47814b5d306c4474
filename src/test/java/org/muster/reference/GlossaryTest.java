package org.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

@QuarkusTest
class GlossaryTest {

    private static final Actor OPERATOR = operator("林操作员");

    @Inject
    Glossary glossary;

    @Test
    void the_shipped_terms_are_there() {
        assertThat(glossary.terms().all()).hasSizeGreaterThan(300);
        assertThat(glossary.terms().mentions("急需医用外科口罩和N95"))
                .extracting(mention -> mention.term().key())
                .containsExactly("surgical-mask", "n95-respirator");
    }

    @Test
    void a_snapshot_is_read_again_only_when_something_changed() {
        Terms before = glossary.terms();
        assertThat(glossary.terms()).isSameAs(before);

        add("试剂盒托架" + unique(), "kit tray " + unique());

        assertThat(glossary.terms().revision()).isGreaterThan(before.revision());
    }

    @Test
    void an_added_term_counts_in_the_next_query_and_a_taken_snapshot_stays() {
        String word = "蓝晶布" + unique();
        Terms before = glossary.terms();
        Term term = add(word, "bluecrystal " + unique());

        assertThat(before.mentions("求购" + word)).isEmpty();
        assertThat(glossary.terms().mentions("求购" + word))
                .singleElement()
                .satisfies(mention -> assertThat(mention.term().id()).isEqualTo(term.id()));
    }

    @Test
    void a_changed_term_is_found_by_its_new_label_only() {
        String old = "旧称" + unique();
        String fresh = "新称" + unique();
        Term term = add(old, "thing " + unique());
        Outcome<Term> changed = glossary.change(
                OPERATOR,
                term.key(),
                term.version(),
                draft(fresh, term.en(), List.of("别名" + unique()), List.of("XQ" + unique()), Optional.of("mask")));

        assertThat(changed.orElseThrow().version()).isEqualTo(1);
        assertThat(glossary.terms().mentions(old)).isEmpty();
        assertThat(glossary.terms().mentions(fresh)).hasSize(1);
        assertThat(glossary.terms().byKey(term.key())).hasValueSatisfying(now -> {
            assertThat(now.abbreviations()).hasSize(1);
            assertThat(now.broader()).hasValue("mask");
            assertThat(now.version()).isEqualTo(1);
        });
        assertThat(glossary.editor(term)).hasValue(OPERATOR.name());
    }

    @Test
    void a_label_that_already_means_something_is_refused_with_what_it_means() {
        Outcome<Term> outcome = glossary.add(
                OPERATOR, draft("全新" + unique(), "brand new " + unique(), List.of("Ｎ９５"), List.of(), Optional.empty()));

        assertThat(outcome.reasons()).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo("reference.term_label_taken");
            assertThat(refusal.field()).isEqualTo("zhSynonyms");
            assertThat(refusal.args()).contains("Ｎ９５", "N95口罩");
        });
    }

    @Test
    void every_reason_is_told_at_once() {
        TermDraft bad = new TermDraft(
                Optional.empty(),
                " ",
                "口罩",
                List.of("x".repeat(121)),
                List.of(),
                List.of(),
                Optional.of("99"),
                Optional.of("no-such-term"),
                Optional.of("parsec"));

        assertThat(glossary.add(OPERATOR, bad).reasons())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("zh", "en", "zhSynonyms", "kind", "division", "broader", "defaultUnit");
    }

    @Test
    void a_term_is_not_broader_than_what_it_belongs_to() {
        Term wide = add("宽" + unique(), "wide " + unique());
        Term narrow = glossary.add(
                        OPERATOR,
                        draft("窄" + unique(), "narrow " + unique(), List.of(), List.of(), Optional.of(wide.key())))
                .orElseThrow();

        Outcome<Term> circle = glossary.change(
                OPERATOR, wide.key(), 0, draft(wide.zh(), wide.en(), List.of(), List.of(), Optional.of(narrow.key())));

        assertThat(circle.reasons()).extracting(Refusal::key).containsExactly("reference.term_broader_circle");
    }

    @Test
    void whoever_saves_second_is_told_who_was_first() {
        Term term = add("共编" + unique(), "shared " + unique());
        TermDraft same = TermDraft.of(term);
        assertThat(glossary.change(operator("Wang"), term.key(), 0, same).isAccepted())
                .isTrue();

        Outcome<Term> second = glossary.change(OPERATOR, term.key(), 0, same);

        assertThat(second.reasons()).containsExactly(Refusal.of("reference.term_changed_by", "Wang"));
        assertThat(glossary.remove(OPERATOR, term.key(), 0, "重复词条").isAccepted())
                .isFalse();
    }

    @Test
    void a_removed_term_needs_a_reason_and_its_narrower_ones_move_up() {
        Term top = add("顶" + unique(), "top " + unique());
        Term middle = glossary.add(
                        OPERATOR,
                        draft("中" + unique(), "middle " + unique(), List.of(), List.of(), Optional.of(top.key())))
                .orElseThrow();
        Term low = glossary.add(
                        OPERATOR,
                        draft("低" + unique(), "low " + unique(), List.of(), List.of(), Optional.of(middle.key())))
                .orElseThrow();

        assertThat(glossary.remove(OPERATOR, middle.key(), 0, "  ").reasons())
                .extracting(Refusal::field)
                .containsExactly("reason");
        assertThat(glossary.remove(OPERATOR, middle.key(), 0, "与上位词重复").isAccepted())
                .isTrue();

        assertThat(glossary.terms().byKey(middle.key())).isEmpty();
        assertThat(glossary.terms().byKey(low.key()).orElseThrow().broader()).hasValue(top.key());
    }

    @Test
    void a_later_release_adds_its_new_terms_and_leaves_edits_and_removals_alone() {
        String edited = unique();
        String removed = unique();
        seed(
                row("seed-a-" + edited, "原词" + edited, "shipped " + edited, ""),
                row("seed-b-" + removed, "多余" + removed, "extra " + removed, ""));
        Term term = glossary.terms().byKey("seed-a-" + edited).orElseThrow();
        String better = "更好" + edited;
        glossary.change(OPERATOR, term.key(), 0, draft(better, term.en(), List.of(), List.of(), Optional.empty()))
                .orElseThrow();
        glossary.remove(OPERATOR, "seed-b-" + removed, 0, "目录里用不到").orElseThrow();

        String later = unique();
        int added = seed(
                row("seed-a-" + edited, "原词" + edited, "shipped " + edited, ""),
                row("seed-b-" + removed, "多余" + removed, "extra " + removed, ""),
                row("seed-c-" + later, "新词" + later, "later " + later, better + "|新别名" + later));

        assertThat(added).isEqualTo(1);
        assertThat(glossary.terms().byKey("seed-a-" + edited).orElseThrow().zh())
                .isEqualTo(better);
        assertThat(glossary.terms().byKey("seed-b-" + removed)).isEmpty();
        assertThat(glossary.terms().byKey("seed-c-" + later).orElseThrow().zhSynonyms())
                .as("a label that an operator gave another meaning gives way")
                .containsExactly("新别名" + later);
    }

    @Test
    void what_is_not_committed_is_nobody_elses() {
        String word = "回滚" + unique();
        long revision = glossary.terms().revision();
        QuarkusTransaction.begin();
        add(word, "undone " + unique());
        assertThat(glossary.terms().mentions(word)).hasSize(1);
        QuarkusTransaction.rollback();

        assertThat(glossary.terms().revision()).isEqualTo(revision);
        assertThat(glossary.terms().mentions(word)).isEmpty();
    }

    @Test
    void only_operators_edit() {
        TermDraft draft = draft("游客" + unique(), "visitor " + unique(), List.of(), List.of(), Optional.empty());
        assertThat(glossary.add(Actor.visitor(), draft).isAccepted()).isFalse();
        assertThat(glossary.change(Actor.visitor(), "mask", 0, draft).isAccepted())
                .isFalse();
        assertThat(glossary.remove(Actor.visitor(), "mask", 0, "玩玩而已").isAccepted())
                .isFalse();
        assertThat(glossary.terms().byKey("mask")).isPresent();
    }

    private Term add(String zh, String en) {
        return glossary.add(OPERATOR, draft(zh, en, List.of(), List.of(), Optional.empty()))
                .orElseThrow();
    }

    private static TermDraft draft(
            String zh, String en, List<String> synonyms, List<String> abbreviations, Optional<String> broader) {
        return new TermDraft(
                Optional.of(TermKind.PRODUCT),
                zh,
                en,
                synonyms,
                List.of(),
                abbreviations,
                Optional.of("27"),
                broader,
                Optional.of("piece"));
    }

    private int seed(String... rows) {
        return glossary.seed(ReferenceTable.parse(
                "key,zh,en,zh_synonyms,en_synonyms,abbreviations,kind,division,broader,default_unit\n"
                        + String.join("\n", rows)));
    }

    private static String row(String key, String zh, String en, String zhSynonyms) {
        return String.join(",", key, zh, en, zhSynonyms, "", "", "product", "27", "", "piece");
    }

    private static Actor operator(String name) {
        return new Actor(Optional.of(PersonId.create()), name, Set.of(Role.OPERATOR), Optional.empty(), false);
    }

    /** Letters that no other test's label has. */
    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
