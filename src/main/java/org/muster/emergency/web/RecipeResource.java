package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.RecipeDesk;
import org.muster.identity.CurrentActor;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeEdit;
import org.muster.recipe.RecipeId;
import org.muster.recipe.RecipeSheet;
import org.muster.recipe.Recipes;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The recipes of an emergency: taken from the library, looked at, edited. */
@Path("/emergencies/{id}/recipe")
class RecipeResource {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance recipes(RecipesPage view);

        static native TemplateInstance recipe(RecipePage view);

        static native TemplateInstance recipe_edit(EditPage view);

        private Templates() {}
    }

    record OwnRow(String url, String name, Quantity output, int assumptions, String changedBy, Instant changedAt) {}

    record LibraryRow(
            String key,
            String url,
            String name,
            String about,
            int version,
            Quantity usual,
            String output,
            String parallel,
            String outputField,
            String parallelField,
            List<Refusal> refusals) {}

    record RecipesPage(Head head, List<OwnRow> own, List<LibraryRow> library, String takeUrl, List<Refusal> refusals) {}

    record RecipePage(
            Head head,
            RecipeSheet sheet,
            String editUrl,
            String listUrl,
            boolean newer,
            String changedBy,
            Instant changedAt) {}

    record LineRow(
            RecipeSheet.Row row,
            String figureField,
            String figure,
            String gsmField,
            String gsm,
            String wasteField,
            String waste,
            String leaveField,
            boolean left) {}

    record StepRow(RecipeSheet.StepRow step, String field, String hours) {}

    record EditPage(
            Head head,
            RecipeSheet sheet,
            String url,
            int version,
            String output,
            String parallel,
            List<LineRow> lines,
            List<StepRow> steps,
            RecipeEdit.Added added,
            List<Choice> units,
            List<Choice> stages,
            List<Refusal> refusals) {}

    private final RecipeDesk desk;
    private final Recipes recipes;
    private final NeedRows words;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    RecipeResource(
            RecipeDesk desk,
            Recipes recipes,
            NeedRows words,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.desk = desk;
        this.recipes = recipes;
        this.words = words;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@RestPath String id) {
        return list(heads.emergency(id), "", "", "", List.of());
    }

    private TemplateInstance list(
            EmergencyView emergency, String key, String output, String parallel, List<Refusal> refusals) {
        Head head = heads.of(emergency, "recipe", clock.instant());
        String url = head.url() + "/recipe";
        return Templates.recipes(new RecipesPage(
                head,
                desk.of(actor.get(), emergency.id()).stream()
                        .map(copy -> own(url, copy))
                        .toList(),
                recipes.library().stream()
                        .map(recipe -> {
                            boolean typed = recipe.key().equals(key);
                            return new LibraryRow(
                                    recipe.key(),
                                    "/recipes/" + recipe.key(),
                                    recipe.name().in(language.locale()),
                                    recipe.about().in(language.locale()),
                                    recipe.version(),
                                    recipe.usualOutput(),
                                    typed
                                            ? output
                                            : recipe.usualOutput().amount().toPlainString(),
                                    typed ? parallel : Integer.toString(recipe.usualLines()),
                                    "output-" + recipe.key(),
                                    "parallel-" + recipe.key(),
                                    typed ? refusals : List.of());
                        })
                        .toList(),
                url,
                refusals.stream()
                        .map(one -> one.field().isEmpty()
                                ? one
                                : new Refusal(one.field() + "-" + key, one.key(), one.args()))
                        .toList()));
    }

    private OwnRow own(String url, RecipeCopy copy) {
        RecipeSheet sheet = RecipeSheet.of(copy.exploded(), language.locale());
        return new OwnRow(
                url + "/" + copy.id(),
                sheet.name(),
                sheet.output(),
                sheet.assumptions(),
                copy.changedBy(),
                copy.changedAt());
    }

    @POST
    public Response take(
            @RestPath String id,
            @RestForm @DefaultValue("") String recipe,
            @RestForm @DefaultValue("") String output,
            @RestForm @DefaultValue("") String parallel) {
        EmergencyView emergency = heads.emergency(id);
        return desk.take(actor.get(), emergency.id(), recipe, output, parallel, clock.instant())
                .fold(
                        taken -> {
                            flash.say("recipe:taken");
                            return Redirect.to("/emergencies/" + emergency.id() + "/recipe/" + taken);
                        },
                        refusals -> {
                            found(refusals);
                            return Refused.page(list(emergency, recipe, output, parallel, refusals));
                        });
    }

    @GET
    @Path("/{recipe}")
    public TemplateInstance show(@RestPath String id, @RestPath String recipe) {
        EmergencyView emergency = heads.emergency(id);
        RecipeCopy copy = copy(emergency, recipe);
        Head head = heads.of(emergency, "recipe", clock.instant());
        return Templates.recipe(new RecipePage(
                head,
                RecipeSheet.of(copy.exploded(), language.locale()),
                head.url() + "/recipe/" + copy.id() + "/edit",
                head.url() + "/recipe",
                copy.newer(),
                copy.changedBy(),
                copy.changedAt()));
    }

    @GET
    @Path("/{recipe}/edit")
    public TemplateInstance edit(@RestPath String id, @RestPath String recipe) {
        EmergencyView emergency = heads.running(id);
        return edit(emergency, copy(emergency, recipe), Optional.empty(), List.of());
    }

    @POST
    @Path("/{recipe}/edit")
    public Response change(@RestPath String id, @RestPath String recipe, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.emergency(id);
        RecipeCopy copy = copy(emergency, recipe);
        RecipeEdit edit = typed(fields);
        return desk.change(actor.get(), emergency.id(), copy.id(), edit, clock.instant())
                .fold(
                        changed -> {
                            flash.say("recipe:changed");
                            return Redirect.to("/emergencies/" + emergency.id() + "/recipe/" + copy.id());
                        },
                        refusals -> {
                            found(refusals);
                            return Refused.page(edit(emergency, copy, Optional.of(edit), refusals));
                        });
    }

    private static RecipeEdit typed(MultivaluedMap<String, String> fields) {
        return new RecipeEdit(
                Optional.ofNullable(fields.getFirst("version"))
                        .filter(typed -> typed.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(-1),
                text(fields, "output"),
                text(fields, "parallel"),
                behind(fields, "figure-"),
                behind(fields, "gsm-"),
                behind(fields, "waste-"),
                behind(fields, "hours-"),
                behind(fields, "leave-").keySet(),
                new RecipeEdit.Added(
                        text(fields, "addedItem"),
                        text(fields, "addedAmount"),
                        text(fields, "addedUnit"),
                        text(fields, "addedStage")));
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }

    private static Map<String, String> behind(MultivaluedMap<String, String> fields, String prefix) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(
                        name -> name.substring(prefix.length()),
                        name -> text(fields, name),
                        (a, b) -> a,
                        HashMap::new));
    }

    private TemplateInstance edit(
            EmergencyView emergency, RecipeCopy copy, Optional<RecipeEdit> typed, List<Refusal> refusals) {
        Head head = heads.of(emergency, "recipe", clock.instant());
        RecipeSheet sheet = RecipeSheet.of(copy.exploded(), language.locale());
        return Templates.recipe_edit(new EditPage(
                head,
                sheet,
                head.url() + "/recipe/" + copy.id() + "/edit",
                typed.map(RecipeEdit::version).orElse(copy.version()),
                typed.map(RecipeEdit::output).orElse(sheet.output().amount().toPlainString()),
                typed.map(RecipeEdit::parallel).orElse(Integer.toString(sheet.parallel())),
                sheet.rows().stream().map(row -> line(row, typed)).toList(),
                sheet.steps().stream()
                        .map(step -> new StepRow(
                                step,
                                "hours-" + step.key(),
                                typed.map(edit -> edit.hours().getOrDefault(step.key(), ""))
                                        .orElse(step.hours())))
                        .toList(),
                typed.map(RecipeEdit::added).orElse(new RecipeEdit.Added("", "", "", "")),
                words.units(),
                sheet.steps().stream()
                        .map(step -> new Choice(step.key(), step.name()))
                        .toList(),
                refusals));
    }

    private static LineRow line(RecipeSheet.Row row, Optional<RecipeEdit> typed) {
        return new LineRow(
                row,
                "figure-" + row.key(),
                typed.map(edit -> edit.figures().getOrDefault(row.key(), "")).orElse(row.editable()),
                "gsm-" + row.key(),
                typed.map(edit -> edit.gsm().getOrDefault(row.key(), "")).orElse(row.gsm()),
                "waste-" + row.key(),
                typed.map(edit -> edit.waste().getOrDefault(row.key(), "")).orElse(row.waste()),
                "leave-" + row.key(),
                typed.filter(edit -> edit.leftOut().contains(row.key())).isPresent());
    }

    private RecipeCopy copy(EmergencyView emergency, String recipe) {
        return desk.byId(actor.get(), emergency.id(), Ids.read(recipe, RecipeId::of))
                .orElseThrow(NotFound::new);
    }

    private static void found(List<Refusal> refusals) {
        if (refusals.get(0).key().equals(EmergencyDesk.NOT_FOUND)) {
            throw new NotFound();
        }
    }
}
