package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ListingTemplatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void there_are_enough_of_each_kind_and_no_two_of_one_key() {
        assertThat(ListingTemplates.of(ListingKind.PRODUCTION_LINE)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(ListingTemplates.of(ListingKind.EQUIPMENT)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(ListingTemplates.of(ListingKind.MATERIAL)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(ListingTemplates.of(ListingKind.FINISHED_STOCK)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(ListingTemplates.all()).extracting(ListingTemplate::key).doesNotHaveDuplicates();
    }

    @Test
    void there_is_one_for_each_sort_of_service_and_for_most_industries_of_the_demo() {
        assertThat(ListingTemplates.of(ListingKind.SERVICE))
                .extracting(
                        template -> template.draft(Locale.CHINESE).particulars().serviceType())
                .contains(ServiceType.values());
        assertThat(ListingTemplates.all())
                .extracting(ListingTemplate::division)
                .contains(
                        "14", "17", "18", "21", "22", "23", "26", "27", "29", "30", "33", "34", "35", "36", "38", "39");
    }

    @Test
    void no_template_says_in_english_what_it_says_in_chinese() {
        for (ListingTemplate template : ListingTemplates.all()) {
            ListingDraft english = template.draft(Locale.ENGLISH);
            assertThat(english.titleEn()).as(template.key()).doesNotContainPattern("\\p{IsHan}");
            assertThat(String.join(" ", english.products())).as(template.key()).doesNotContainPattern("\\p{IsHan}");
            assertThat(english.operations().toString())
                    .as(template.key())
                    .doesNotContainPattern("name=[^,]*\\p{IsHan}");
            assertThat(english.particulars().handled().toString())
                    .as(template.key())
                    .doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void each_could_be_published_as_it_is_in_both_languages() {
        for (ListingTemplate template : ListingTemplates.all()) {
            for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
                ListingDraft draft = template.draft(locale);
                assertThat(ListingRules.broken(ListingRules.IN_FORCE, draft, TODAY))
                        .as(template.key())
                        .isEmpty();
                assertThat(ListingRules.broken(ListingRules.TO_PUBLISH, draft, TODAY))
                        .as(template.key())
                        .isEmpty();
                assertThat(draft.titleEn()).as(template.key()).isNotBlank();
            }
        }
    }
}
