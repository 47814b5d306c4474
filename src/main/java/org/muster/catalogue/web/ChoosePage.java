package org.muster.catalogue.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingTemplate;
import org.muster.catalogue.ListingTemplates;

/** What there is to begin a listing from. */
public record ChoosePage(Locale locale) {

    private static final int SKETCHED = 3;

    public List<ListingTemplate> lines() {
        return ListingTemplates.of(ListingKind.PRODUCTION_LINE);
    }

    public List<ListingTemplate> materials() {
        return ListingTemplates.of(ListingKind.MATERIAL);
    }

    public String title(ListingTemplate template) {
        return template.title().in(locale);
    }

    /** A line of what is in it, so that one knows before opening it. */
    public String sketch(ListingTemplate template) {
        var draft = template.draft(locale);
        return (template.kind() == ListingKind.PRODUCTION_LINE
                        ? draft.operations().stream().map(operation -> operation.name())
                        : draft.specification().stream().map(value -> value.written()))
                .limit(SKETCHED)
                .collect(Collectors.joining(" · "));
    }
}
