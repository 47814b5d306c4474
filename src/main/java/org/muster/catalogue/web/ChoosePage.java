package org.muster.catalogue.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingTemplate;
import org.muster.catalogue.ListingTemplates;
import org.muster.catalogue.ServiceType;
import org.muster.shell.Language;

/** What there is to begin a listing from. */
public record ChoosePage(Locale locale) {

    private static final int SKETCHED = 3;

    /** The templates of one kind, under a heading. */
    public record Shelf(String heading, List<ListingTemplate> templates) {}

    public List<Shelf> shelves() {
        return Stream.of(ListingKind.values())
                .map(kind -> new Shelf(heading(kind), ListingTemplates.of(kind)))
                .filter(shelf -> !shelf.templates().isEmpty())
                .toList();
    }

    public List<ServiceType> services() {
        return List.of(ServiceType.values());
    }

    private String heading(ListingKind kind) {
        CatalogueMessages say = Language.messages(CatalogueMessages.class, locale);
        KindMessages kinds = Language.messages(KindMessages.class, locale);
        return switch (kind) {
            case PRODUCTION_LINE -> say.templates_lines();
            case EQUIPMENT -> kinds.templates_machines();
            case MATERIAL -> say.templates_materials();
            case FINISHED_STOCK -> kinds.templates_stock();
            case SERVICE -> kinds.templates_services();
        };
    }

    public String title(ListingTemplate template) {
        return template.title().in(locale);
    }

    /** A line of what is in it, so that one knows before opening it. */
    public String sketch(ListingTemplate template) {
        var draft = template.draft(locale);
        return (draft.operations().isEmpty()
                        ? draft.specification().stream().map(value -> value.written())
                        : draft.operations().stream().map(operation -> operation.name()))
                .limit(SKETCHED)
                .collect(Collectors.joining(" · "));
    }
}
