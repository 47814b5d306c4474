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
        assertThat(ListingTemplates.of(ListingKind.MATERIAL)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(ListingTemplates.all()).extracting(ListingTemplate::key).doesNotHaveDuplicates();
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
