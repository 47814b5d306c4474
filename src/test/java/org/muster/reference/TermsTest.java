package org.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.shared.Unit;

class TermsTest {

    private static final Draft MASK = product("mask", "口罩", "mask", "").withSynonyms("面罩口罩", "face mask");
    private static final Terms TERMS = new Terms(
            7,
            List.of(
                    MASK.term,
                    product("surgical-mask", "医用外科口罩", "surgical mask", "mask").term,
                    product("n95", "N95口罩", "N95 respirator", "mask").withAbbreviation("N95").term,
                    product("meltblown", "熔喷布", "meltblown fabric", "").withSynonyms("熔喷无纺布", "melt-blown").term,
                    product("ear-loop", "耳带", "ear loops", "").term,
                    product("battery", "电池", "battery", "").term,
                    product("pe", "聚乙烯", "polyethylene", "").withAbbreviation("PE").term,
                    product("suit", "防护服", "protective suit", "").term),
            new Divisions());

    @Example
    void the_longest_label_counts() {
        assertThat(keys("医用外科口罩")).containsExactly("surgical-mask");
        assertThat(keys("外科口罩和熔喷布")).containsExactly("mask", "meltblown");
    }

    @Example
    void width_case_and_hyphens_do_not_matter() {
        assertThat(keys("Ｎ９５")).containsExactly("n95");
        assertThat(keys("MELT BLOWN and Melt-Blown")).containsExactly("meltblown", "meltblown");
    }

    @Example
    void english_labels_are_whole_words() {
        assertThat(keys("unmasked damask masking KN95 N951")).isEmpty();
        assertThat(keys("a mask, N95; mask.")).containsExactly("mask", "n95", "mask");
        assertThat(keys("N95口罩厂")).containsExactly("n95");
    }

    @Example
    void simple_plurals_count_both_ways() {
        assertThat(keys("surgical masks")).containsExactly("surgical-mask");
        assertThat(keys("protective suits, an ear loop, batteries")).containsExactly("suit", "ear-loop", "battery");
    }

    @Example
    void initials_have_no_plural() {
        assertThat(keys("PES")).isEmpty();
        assertThat(keys("PE膜")).containsExactly("pe");
    }

    @Example
    void a_mention_tells_where_it_was_written() {
        Mention mention = TERMS.mentions("求购　Ｎ９５ 2万只").get(0);
        assertThat(mention.start()).isEqualTo(3);
        assertThat(mention.end()).isEqualTo(6);
        assertThat(mention.written()).isEqualTo("Ｎ９５");
    }

    @Example
    void a_term_is_called_by_any_of_its_labels_alone() {
        assertThat(TERMS.called("face masks")).hasValue(MASK.term);
        assertThat(TERMS.called("face mask maker")).isEmpty();
    }

    @Example
    void whoever_looks_for_the_broader_finds_the_narrower() {
        assertThat(TERMS.allLabels(MASK.term)).contains("口罩", "face mask", "医用外科口罩", "N95");
    }

    @Example
    void the_industry_follows_from_what_is_made() {
        assertThat(TERMS.divisionOf("医用外科口罩、防护服")).map(Division::code).hasValue("27");
        assertThat(TERMS.divisionOf("家具五金")).map(Division::code).hasValue("21");
        assertThat(TERMS.divisionOf("不知道")).isEmpty();
    }

    @Property
    void mentions_never_overlap_and_quote_the_text(@ForAll("lines") String text) {
        int before = 0;
        for (Mention mention : TERMS.mentions(text)) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(before);
            assertThat(mention.written()).isEqualTo(text.substring(mention.start(), mention.end()));
            before = mention.end();
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(
                        "口罩",
                        "医用外科",
                        "N95",
                        "Ｎ９５",
                        " ",
                        "-",
                        "mask",
                        "masks",
                        "face ",
                        "熔喷",
                        "布",
                        "，",
                        "㎏",
                        "x",
                        "\uD83D\uDE00")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** What ships: a label means one thing, and what a term points to exists. */
    @Example
    void the_shipped_terms_are_consistent() {
        Map<String, String> owners = new HashMap<>();
        List<ReferenceTable.Row> rows = ReferenceTable.read("terms");
        List<String> keys = rows.stream().map(row -> row.text("key")).toList();
        Divisions divisions = new Divisions();
        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(300);
        for (ReferenceTable.Row row : rows) {
            String key = row.text("key");
            TermKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
            List<String> labels = Arrays.asList(row.text("zh"), row.text("en"));
            assertThat(labels).as(key).allSatisfy(name -> assertThat(name).isNotBlank());
            for (List<String> some :
                    List.of(labels, row.list("zh_synonyms"), row.list("en_synonyms"), row.list("abbreviations"))) {
                for (String label : some) {
                    assertThat(label.length()).as(label).isLessThanOrEqualTo(TermRules.LONGEST_LABEL);
                    String other = owners.putIfAbsent(Labels.normalised(label), key);
                    assertThat(other == null || other.equals(key))
                            .as(label + " means " + other + " and " + key)
                            .isTrue();
                }
            }
            row.optional("broader")
                    .ifPresent(broader -> assertThat(keys).as(key).contains(broader));
            row.optional("division")
                    .ifPresent(
                            code -> assertThat(divisions.byCode(code)).as(key).isPresent());
            row.optional("default_unit")
                    .ifPresent(unit ->
                            assertThat(Unit.written(unit)).as(key + " " + unit).isPresent());
        }
    }

    private static List<String> keys(String text) {
        return TERMS.mentions(text).stream()
                .map(mention -> mention.term().key())
                .toList();
    }

    private static Draft product(String key, String zh, String en, String broader) {
        return new Draft(new Term(
                UUID.randomUUID(),
                key,
                TermKind.PRODUCT,
                zh,
                en,
                List.of(),
                List.of(),
                List.of(),
                Optional.of("27"),
                broader.isEmpty() ? Optional.empty() : Optional.of(broader),
                Optional.empty(),
                0));
    }

    private record Draft(Term term) {

        Draft withSynonyms(String zh, String en) {
            return new Draft(new Term(
                    term.id(),
                    term.key(),
                    term.kind(),
                    term.zh(),
                    term.en(),
                    List.of(zh),
                    List.of(en),
                    term.abbreviations(),
                    term.division(),
                    term.broader(),
                    term.defaultUnit(),
                    0));
        }

        Draft withAbbreviation(String abbreviation) {
            return new Draft(new Term(
                    term.id(),
                    term.key(),
                    term.kind(),
                    term.zh(),
                    term.en(),
                    term.zhSynonyms(),
                    term.enSynonyms(),
                    List.of(abbreviation),
                    term.division(),
                    term.broader(),
                    term.defaultUnit(),
                    0));
        }
    }
}
