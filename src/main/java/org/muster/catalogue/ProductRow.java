package org.muster.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as it is stored, with the term of the glossary that it names exactly. */
@Embeddable
class ProductRow {

    /** What a product is to a line. */
    enum Relation {
        MAKES,
        CONVERTIBLE,
        /** A material it can work with. */
        HANDLES
    }

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "relation", nullable = false)
    @Enumerated(EnumType.STRING)
    private Relation relation;

    @Column(name = "term_key")
    private @Nullable String termKey;

    /** For the mapper. */
    @SuppressWarnings("NullAway.Init")
    protected ProductRow() {}

    ProductRow(String name, Relation relation, @Nullable String termKey) {
        this.name = name;
        this.relation = relation;
        this.termKey = termKey;
    }

    boolean is(Relation other) {
        return relation == other;
    }

    String name() {
        return name;
    }

    /** Name, relation, term. */
    List<@Nullable Object> columns() {
        return Arrays.asList(name, relation, termKey);
    }
}
