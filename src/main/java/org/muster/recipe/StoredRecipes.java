package org.muster.recipe;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StoredRecipes implements PanacheRepositoryBase<StoredRecipe, UUID> {

    Optional<StoredRecipe> byId(RecipeId id) {
        return findByIdOptional(id.value());
    }

    Optional<StoredRecipe> lockedById(RecipeId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
