package org.muster.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The templates that ship with the product, {@code catalogue/templates.json}. */
public final class ListingTemplates {

    private static final List<ListingTemplate> ALL = read();

    private ListingTemplates() {}

    public static List<ListingTemplate> all() {
        return ALL;
    }

    public static List<ListingTemplate> of(ListingKind kind) {
        return ALL.stream().filter(template -> template.kind() == kind).toList();
    }

    public static Optional<ListingTemplate> called(String key) {
        return ALL.stream().filter(template -> template.key().equals(key)).findFirst();
    }

    private static List<ListingTemplate> read() {
        try (InputStream in = ListingTemplates.class.getResourceAsStream("/catalogue/templates.json")) {
            if (in == null) {
                throw new IllegalStateException("The product lacks its listing templates");
            }
            return List.of(new ObjectMapper().readValue(in, ListingTemplate[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
