package org.muster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may know whom. The table below is the house's plan: a package without a row fails, and so does a row without a package. */
class ArchitectureTest {

    private static final String ROOT = "org.muster.";

    private static final JavaClasses MUSTER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.muster");

    /** Each feature, and the features whose roots it may use; {@code *} stands for every one. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("bulk", Set.of()),
            Map.entry("shell", Set.of("shared")),
            Map.entry("command", Set.of()),
            Map.entry("identity", Set.of("shared")),
            Map.entry("outbox", Set.of("shared")),
            Map.entry("live", Set.of("shared", "identity", "outbox")),
            Map.entry("audit", Set.of("shared", "identity", "command")),
            Map.entry("reference", Set.of("shared", "identity", "outbox")),
            Map.entry("organisation", Set.of("shared", "bulk", "identity", "outbox", "reference", "attachment")),
            Map.entry("attachment", Set.of("shared", "identity")),
            Map.entry("certificate", Set.of("shared", "identity", "outbox", "reference", "organisation", "attachment")),
            Map.entry(
                    "catalogue",
                    Set.of(
                            "shared",
                            "bulk",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "attachment",
                            "certificate")),
            Map.entry(
                    "reservation",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "certificate",
                            "catalogue",
                            "command")),
            Map.entry(
                    "search",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "certificate",
                            "catalogue",
                            "reservation",
                            "command")),
            Map.entry(
                    "matching",
                    Set.of(
                            "shared",
                            "identity",
                            "reference",
                            "organisation",
                            "certificate",
                            "catalogue",
                            "reservation",
                            "search")),
            Map.entry("importexport", Set.of("shared", "identity", "outbox", "reference", "organisation", "catalogue")),
            Map.entry("shortlist", Set.of("shared", "identity", "catalogue")),
            Map.entry("recipe", Set.of("shared", "identity", "reference")),
            Map.entry(
                    "emergency",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "catalogue",
                            "matching",
                            "planning",
                            "recipe")),
            Map.entry(
                    "allocation",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "certificate",
                            "catalogue",
                            "reservation",
                            "search",
                            "matching",
                            "recipe",
                            "planning",
                            "emergency",
                            "challenge")),
            Map.entry(
                    "challenge",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "attachment",
                            "certificate",
                            "catalogue",
                            "emergency")),
            Map.entry("planning", Set.of("shared", "identity", "outbox", "organisation", "catalogue", "reservation")),
            Map.entry(
                    "ask",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "recipe",
                            "organisation",
                            "certificate",
                            "catalogue",
                            "reservation",
                            "planning",
                            "emergency",
                            "allocation")),
            Map.entry(
                    "notification",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "organisation",
                            "certificate",
                            "catalogue",
                            "emergency",
                            "allocation",
                            "ask",
                            "challenge")),
            Map.entry(
                    "consignment",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "reference",
                            "recipe",
                            "planning",
                            "emergency",
                            "allocation",
                            "ask",
                            "paper")),
            Map.entry("paper", Set.of("shared", "identity", "outbox")),
            Map.entry("drill", Set.of("shared", "identity", "outbox", "recipe", "planning", "emergency", "allocation")),
            Map.entry(
                    "closure",
                    Set.of(
                            "shared",
                            "identity",
                            "recipe",
                            "catalogue",
                            "reservation",
                            "planning",
                            "emergency",
                            "allocation",
                            "challenge",
                            "ask")),
            Map.entry(
                    "board",
                    Set.of(
                            "shared",
                            "identity",
                            "outbox",
                            "recipe",
                            "planning",
                            "emergency",
                            "allocation",
                            "ask",
                            "consignment")),
            Map.entry("home", Set.of("*")),
            Map.entry("demo", Set.of("*"))));

    /** Packages beside a feature's root that are part of its face: pure values, and what stands above the pages that belong to one thing. */
    private static final Set<String> FACES = Set.of(ROOT + "planning.model", ROOT + "emergency.web");

    /** A technology and the one package that speaks it. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("com.google.ortools..", "org.muster.planning.solver.."),
            Map.entry("co.elastic.clients..", "org.muster.search.elasticsearch.."),
            Map.entry("org.elasticsearch.client..", "org.muster.search.elasticsearch.."),
            Map.entry("io.quarkus.oidc..", "org.muster.identity.keycloak.."),
            Map.entry("org.eclipse.microprofile.jwt..", "org.muster.identity.keycloak.."),
            Map.entry("javax.imageio..", "org.muster.(catalogue.imageio|attachment.pdf).."),
            Map.entry("java.awt..", "org.muster.(catalogue.imageio|attachment.pdf).."),
            Map.entry("de.siegmar.fastcsv..", "org.muster.(importexport.csv|reference|demo).."),
            Map.entry("org.apache.pdfbox..", "org.muster.(attachment|paper).pdf.."),
            Map.entry("org.apache.poi..", "org.muster.importexport.workbook.."),
            Map.entry("io.vertx.ext.mail..", "org.muster.notification.smtp.."));

    @Test
    void every_feature_has_a_row_and_every_row_a_feature() {
        Set<String> present = MUSTER.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .map(ArchitectureTest::featureOf)
                .collect(toSet());
        assertThat(present).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void features_use_only_the_roots_their_row_allows() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : MUSTER) {
            if (!type.getPackageName().startsWith(ROOT)) {
                continue;
            }
            String feature = featureOf(type);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.getPackageName().startsWith(ROOT)
                        || featureOf(target).equals(feature)) {
                    return;
                }
                boolean atRoot = target.getPackageName().equals(ROOT + featureOf(target))
                        || FACES.contains(target.getPackageName());
                if (!atRoot || !allowed(type, featureOf(target))) {
                    breaches.add(type.getName() + " → " + target.getName());
                }
            });
        }
        assertThat(new TreeSet<>(breaches)).as("uses outside the table").isEmpty();
    }

    private static boolean allowed(JavaClass user, String used) {
        String feature = featureOf(user);
        if (isWeb(user)) {
            return !Set.of("home", "demo", "audit", "notification").contains(used);
        }
        Set<String> row = MAY_USE.getOrDefault(feature, Set.of());
        return row.contains(used) || row.contains("*");
    }

    @Test
    void features_form_no_cycle() {
        slices().assignedFrom(new Slices())
                .should()
                .beFreeOfCycles()
                .because("a feature that needs its own user cannot be understood, tested or moved alone")
                .check(MUSTER);
    }

    @Test
    void nobody_reaches_into_a_web_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.muster.*.web..")
                .because("pages sit on top: what two of them share belongs to the feature's root or to the shell")
                .check(MUSTER);
    }

    @Test
    void one_package_speaks_each_technology() {
        OWNERS.forEach((technology, owner) -> noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .because(technology + " changes with its vendor, and one place should feel it: " + owner)
                .check(MUSTER));
    }

    @Test
    void the_kernel_is_plain_java() {
        classes()
                .that()
                .resideInAPackage("org.muster.shared..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.muster.shared..", "java..", "org.jspecify..")
                .because("everything stands on it, so it stands on nothing")
                .check(MUSTER);
    }

    @Test
    void the_planning_model_is_plain_java_and_the_solver_knows_nothing_else_of_muster() {
        classes()
                .that()
                .resideInAPackage("org.muster.planning.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.muster.planning.model..", "org.muster.shared..", "java..", "org.jspecify..")
                .because("a plan is the same in the server, in a worker process, in a benchmark and on paper")
                .check(MUSTER);
        noClasses()
                .that()
                .resideInAPackage("org.muster.planning.solver..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "the rest of Muster",
                        type -> type.getPackageName().startsWith(ROOT)
                                && !type.getPackageName().startsWith(ROOT + "planning.model")
                                && !type.getPackageName().startsWith(ROOT + "planning.solver")
                                && !type.getPackageName().startsWith(ROOT + "shared")))
                .because("its answers depend on the problem alone")
                .check(MUSTER);
    }

    @Test
    void entities_stay_inside_their_feature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .because("an entity that leaves its feature is written by others")
                .check(MUSTER);
    }

    @Test
    void repositories_stay_inside_their_feature() {
        classes()
                .that()
                .implement("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                .should()
                .notBePublic()
                .because("persist() and delete() are for the feature that owns the rows")
                .check(MUSTER);
    }

    @Test
    void resources_are_hidden_and_their_methods_public() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .notBePublic()
                .because("nobody calls a page from Java")
                .check(MUSTER);
        methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.GET")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .should()
                .bePublic()
                .because("a package-private resource method answers 404 without a word")
                .check(MUSTER);
    }

    @Test
    void one_bean_tells_the_time() {
        noClasses()
                .that(DescribedPredicate.not(DescribedPredicate.describe(
                        "the clock producer", type -> type.getName().startsWith("org.muster.shell.Clocks"))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test, a drill or a replay must be able to set the time")
                .check(MUSTER);
    }

    @Test
    void amounts_and_money_are_exact() {
        fields().that()
                .haveNameMatching("(?i).*(amount|quantity|price|money|charge|minor|rate|multiple|minimum).*")
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(Double.class)
                .andShould()
                .notHaveRawType(float.class)
                .because("a rounded quantity is a wrong quantity")
                .check(MUSTER);
    }

    @Test
    void transactions_open_at_facades_workers_and_batches_only() {
        Set<String> pages = MUSTER.stream()
                .filter(ArchitectureTest::isWeb)
                .filter(type -> type.isAnnotatedWith("jakarta.transaction.Transactional")
                        || type.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith("jakarta.transaction.Transactional")))
                .map(JavaClass::getName)
                .collect(toSet());
        assertThat(pages).as("pages that open transactions").isEmpty();
    }

    @Test
    void every_package_has_a_caption() {
        Set<String> captioned = MUSTER.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(toSet());
        Set<String> packages = MUSTER.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .collect(toSet());
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(captioned).contains(name));
    }

    @Test
    void no_package_is_a_drawer_for_odds_and_ends() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..dto..", "..impl..", "..service..", "..misc..", "..common..")
                .because("such names say nothing about what is inside")
                .check(MUSTER);
    }

    private static boolean isWeb(JavaClass type) {
        return type.getPackageName().endsWith(".web");
    }

    private static String featureOf(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /** A feature is a slice; its pages are a slice of their own, above all others. */
    private static final class Slices implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().startsWith(ROOT)) {
                return SliceIdentifier.ignore();
            }
            return isWeb(type) ? SliceIdentifier.of(featureOf(type), "web") : SliceIdentifier.of(featureOf(type), "");
        }

        @Override
        public String getDescription() {
            return "features and their pages";
        }
    }
}
