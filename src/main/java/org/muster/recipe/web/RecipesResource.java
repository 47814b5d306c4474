package org.muster.recipe.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.recipe.Recipe;
import org.muster.recipe.RecipeSheet;
import org.muster.recipe.Recipes;
import org.muster.shared.Refusal;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Refused;

/** The library: what it takes to make things, for any output one asks for. The question lives in the address. */
@Path("/recipes")
class RecipesResource {

    @CheckedTemplate(basePath = "recipe")
    static class Templates {
        static native TemplateInstance recipes(LibraryPage view);

        static native TemplateInstance recipe(RecipePage view);

        private Templates() {}
    }

    record LibraryRow(String url, String name, String about, int version, int lines) {}

    record LibraryPage(List<LibraryRow> recipes) {}

    record RecipePage(RecipeSheet sheet, String output, String parallel, List<Refusal> refusals) {}

    private final Recipes recipes;
    private final Language language;

    RecipesResource(Recipes recipes, Language language) {
        this.recipes = recipes;
        this.language = language;
    }

    @GET
    public TemplateInstance library() {
        return Templates.recipes(new LibraryPage(recipes.library().stream()
                .map(recipe -> new LibraryRow(
                        "/recipes/" + recipe.key(),
                        recipe.name().in(language.locale()),
                        recipe.about().in(language.locale()),
                        recipe.version(),
                        recipe.lines().size()))
                .toList()));
    }

    @GET
    @Path("/{key}")
    public Response show(
            @RestPath String key,
            @RestQuery @DefaultValue("") String output,
            @RestQuery @DefaultValue("") String parallel) {
        Recipe recipe = recipes.byKey(key).orElseThrow(NotFound::new);
        return recipes.explode(recipe, output, parallel)
                .fold(
                        exploded -> Response.ok(Templates.recipe(new RecipePage(
                                        RecipeSheet.of(exploded, language.locale()), output, parallel, List.of())))
                                .build(),
                        refusals -> Refused.page(Templates.recipe(new RecipePage(
                                RecipeSheet.of(recipes.explode(recipe, "", "").orElseThrow(), language.locale()),
                                output,
                                parallel,
                                refusals))));
    }
}
