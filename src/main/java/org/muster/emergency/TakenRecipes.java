package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.muster.recipe.RecipeId;

/** Which copies of recipes belong to which emergency. */
@ApplicationScoped
class TakenRecipes {

    private final EntityManager entityManager;

    TakenRecipes(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(EmergencyId emergency, RecipeId recipe, Instant now) {
        entityManager.flush();
        entityManager
                .createNativeQuery(
                        "insert into emergency_recipe (recipe_id, emergency_id, taken_at) values (:recipe, :emergency,"
                                + " :at)")
                .setParameter("recipe", recipe.value())
                .setParameter("emergency", emergency.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    List<RecipeId> of(EmergencyId emergency) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select recipe_id from emergency_recipe where emergency_id = :emergency order by taken_at,"
                                + " recipe_id",
                        UUID.class)
                .setParameter("emergency", emergency.value())
                .getResultList();
        return ids.stream().map(id -> new RecipeId((UUID) id)).toList();
    }
}
