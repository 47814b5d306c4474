package org.muster.recipe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** A copy of a recipe, for one output, as it was edited. */
@Entity
@Table(name = "recipe_copy")
class StoredRecipe {

    @Id
    private UUID id;

    @Column(name = "library_key")
    private String libraryKey;

    @Column(name = "library_version")
    private int libraryVersion;

    private String document;

    @Column(name = "output_amount")
    private BigDecimal outputAmount;

    @Column(name = "output_unit")
    private String outputUnit;

    private int parallel;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected StoredRecipe() {}

    StoredRecipe(Recipe of, String document, Quantity output, int parallel, String by, Instant now) {
        this.id = UUID.randomUUID();
        this.libraryKey = of.key();
        this.libraryVersion = of.version();
        change(document, output, parallel, by, now);
    }

    final void change(String edited, Quantity output, int lines, String by, Instant now) {
        document = edited;
        outputAmount = output.amount();
        outputUnit = output.unit().code();
        parallel = lines;
        changedBy = by;
        changedAt = now;
    }

    RecipeId id() {
        return new RecipeId(id);
    }

    String document() {
        return document;
    }

    Quantity output() {
        return new Quantity(outputAmount, Unit.of(outputUnit));
    }

    int parallel() {
        return parallel;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }

    int libraryVersion() {
        return libraryVersion;
    }
}
