package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingView;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Registration;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportsTest {

    @Inject
    Imports imports;

    @Inject
    ImportBatches batches;

    @Inject
    Desk desk;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Catalogue catalogue;

    @Inject
    Scheduler scheduler;

    @Inject
    Clock clock;

    @Test
    void every_row_gets_a_result_and_the_results_add_up_to_the_file() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(desk.aBrand()));

        ImportView view = desk.view(liaison, id);

        assertThat(view.rowCount()).isEqualTo(13);
        assertThat(view.blankLines()).isEqualTo(1);
        assertThat(view.counts())
                .isEqualTo(new EnumMap<>(Map.of(
                        RowOutcome.CREATED, 9, RowOutcome.UNCHANGED, 1, RowOutcome.FLAGGED, 2, RowOutcome.REFUSED, 1)));
        assertThat(said(liaison, id, 2)).containsExactly("one_means_no_figure");
        assertThat(said(liaison, id, 6)).containsExactly("one_means_no_figure");
        assertThat(said(liaison, id, 8)).contains("name_cut_off");
        assertThat(said(liaison, id, 10)).contains("city_in_other_province");
        assertThat(said(liaison, id, 13)).contains("same_as_row");
        assertThat(said(liaison, id, 14)).contains("name_missing");
        assertThat(said(liaison, id, 15)).contains("capacity_negative");
    }

    @Test
    void a_dry_run_leaves_nothing_behind() {
        String brand = desk.aBrand();

        desk.checked(desk.aLiaison(), Desk.listOf(brand));

        assertThat(desk.organisations(brand)).isZero();
        assertThat(desk.listings(brand)).isZero();
    }

    @Test
    void the_run_does_what_the_dry_run_foretold_and_traces_it() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(brand));
        Map<RowOutcome, Integer> foretold = desk.view(liaison, id).counts();

        Desk.accepted(imports.run(liaison, id, clock.instant()));
        desk.inState(liaison, id, ImportState.DONE);

        ImportView view = desk.view(liaison, id);
        assertThat(view.counts()).isEqualTo(foretold);
        assertThat(view.newOrganisations()).isEqualTo(7);
        assertThat(desk.organisations(brand)).isEqualTo(7);
        assertThat(desk.listings(brand)).isEqualTo(9);
        RowView row = desk.row(liaison, id, 4);
        OrganisationCard firm = registry.card(row.organisation().orElseThrow()).orElseThrow();
        assertThat(firm.provisional()).isTrue();
        assertThat(firm.source()).isEqualTo("某市工业和信息化局");
        assertThat(firm.sourceDate()).isEqualTo("2020-01-29");
        ListingView listing = catalogue
                .view(Actor.visitor(), row.listing().orElseThrow(), clock.instant())
                .orElseThrow();
        assertThat(listing.title()).isEqualTo("N95");
        assertThat(listing.quantity()).isEqualTo(Quantity.of("50000", "piece"));
        assertThat(listing.availability()).isEqualTo(Availability.UNKNOWN);
        assertThat(listing.description()).contains("口罩");
    }

    @Test
    void importing_the_same_list_again_changes_nothing() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        desk.imported(liaison, Desk.listOf(brand));

        ImportId again = desk.checked(liaison, Desk.listOf(brand));

        assertThat(desk.view(liaison, again).count(RowOutcome.UNCHANGED)).isEqualTo(10);
        assertThat(desk.view(liaison, again).count(RowOutcome.CREATED)).isZero();
    }

    @Test
    void a_changed_figure_updates_the_listing_there_is() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        desk.imported(liaison, Desk.listOf(brand));

        ImportId again = desk.imported(liaison, Desk.listOf(brand).replace("1000000", "150万只"));

        assertThat(desk.row(liaison, again, 3).outcome()).isEqualTo(RowOutcome.UPDATED);
        assertThat(desk.view(liaison, again).count(RowOutcome.UPDATED)).isEqualTo(1);
        assertThat(desk.listings(brand)).isEqualTo(9);
    }

    @Test
    void once_taken_the_row_under_the_wrong_province_is_the_same_firm_as_the_right_one() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(brand));

        desk.decided(liaison, id, FlagDecision.TAKE, 10);

        RowView taken = desk.row(liaison, id, 10);
        assertThat(taken.outcome()).isEqualTo(RowOutcome.UNCHANGED);
        assertThat(said(liaison, id, 10)).contains("taken_take_province", "same_as_row");
        Desk.accepted(imports.run(liaison, id, clock.instant()));
        desk.inState(liaison, id, ImportState.DONE);
        assertThat(desk.organisations(brand + "科技有限公司")).isEqualTo(1);
    }

    @Test
    void a_suggestion_may_be_taken_after_the_run_and_the_row_follows() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.imported(liaison, Desk.listOf(brand));

        desk.decided(liaison, id, FlagDecision.TAKE, 15);

        assertThat(desk.view(liaison, id).state()).isEqualTo(ImportState.CHECKED);
        assertThat(desk.view(liaison, id).toEnter()).isEqualTo(1);
        Desk.accepted(imports.run(liaison, id, clock.instant()));
        desk.inState(liaison, id, ImportState.DONE);
        assertThat(desk.row(liaison, id, 15).done()).isTrue();
        assertThat(desk.listings(brand)).isEqualTo(10);
    }

    @Test
    void a_dropped_row_is_counted_as_dropped_and_may_be_flagged_again() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(desk.aBrand()));

        desk.decided(liaison, id, FlagDecision.DROP, 10, 15);
        assertThat(desk.view(liaison, id).count(RowOutcome.DROPPED)).isEqualTo(2);

        desk.decided(liaison, id, FlagDecision.UNDO, 10);
        assertThat(desk.row(liaison, id, 10).outcome()).isEqualTo(RowOutcome.FLAGGED);
    }

    @Test
    void all_suggestions_can_be_taken_at_once() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(desk.aBrand()));

        Desk.accepted(imports.decide(liaison, id, FlagDecision.TAKE, null));
        desk.inState(liaison, id, ImportState.CHECKED);

        assertThat(desk.view(liaison, id).count(RowOutcome.FLAGGED)).isZero();
    }

    @Test
    void a_different_figure_for_the_same_product_waits_for_a_person_and_then_replaces_the_first() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(
                liaison, "省,市,企业名称,产品,日产能\n甘肃,兰州,兰州%s厂,医用口罩,1万\n甘肃,兰州,兰州%s厂,医用口罩,2万\n".formatted(brand, brand));
        assertThat(desk.row(liaison, id, 3).outcome()).isEqualTo(RowOutcome.FLAGGED);

        desk.decided(liaison, id, FlagDecision.TAKE, 3);

        assertThat(desk.row(liaison, id, 3).outcome()).isEqualTo(RowOutcome.UPDATED);
        Desk.accepted(imports.run(liaison, id, clock.instant()));
        desk.inState(liaison, id, ImportState.DONE);
        assertThat(desk.row(liaison, id, 3).outcome()).isEqualTo(RowOutcome.UPDATED);
        assertThat(desk.listings(brand)).isEqualTo(1);
    }

    @Test
    void what_is_weighed_and_names_no_unit_waits_for_somebody_to_take_the_usual_one() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, "省,市,企业名称,产品,日产能\n甘肃,兰州,兰州%s厂,熔喷布,5\n".formatted(brand));
        assertThat(desk.row(liaison, id, 2).outcome()).isEqualTo(RowOutcome.FLAGGED);
        assertThat(said(liaison, id, 2)).containsExactly("unit_usual");

        desk.decided(liaison, id, FlagDecision.TAKE, 2);

        assertThat(desk.row(liaison, id, 2).outcome()).isEqualTo(RowOutcome.CREATED);
        assertThat(desk.row(liaison, id, 2).quantity())
                .hasValueSatisfying(
                        quantity -> assertThat(quantity.unit().code()).isEqualTo("tonne"));
    }

    @Test
    void a_firm_that_speaks_for_itself_is_left_alone() {
        String name = "兰州" + desk.aBrand() + "有限公司";
        Desk.accepted(registry.register(
                desk.aNewcomer(), new Registration(name, "13800138000", "", "兰州市", "", "口罩", "", ""), clock.instant()));
        Actor liaison = desk.aLiaison();

        ImportId id = desk.checked(liaison, "省,市,企业名称,产品\n甘肃,兰州," + name + ",医用口罩\n");

        assertThat(desk.row(liaison, id, 2).outcome()).isEqualTo(RowOutcome.REFUSED);
        assertThat(said(liaison, id, 2)).contains("organisation_claimed");
        assertThat(reasons(imports.run(liaison, id, clock.instant()))).containsExactly("importexport.nothing_to_enter");
    }

    @Test
    void what_a_killed_application_left_is_gone_on_with_and_nothing_is_entered_twice() {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(brand));
        scheduler.pause(ImportWorker.POLL);
        try {
            desk.leaveRunning(liaison, id);
            batches.work(id, 4);
            assertThat(desk.view(liaison, id).done()).isEqualTo(4);
            assertThat(desk.view(liaison, id).state()).isEqualTo(ImportState.RUNNING);
        } finally {
            scheduler.resume(ImportWorker.POLL);
        }

        desk.inState(liaison, id, ImportState.DONE);

        assertThat(desk.view(liaison, id).done()).isEqualTo(9);
        assertThat(desk.view(liaison, id).count(RowOutcome.CREATED)).isEqualTo(9);
        assertThat(desk.organisations(brand)).isEqualTo(7);
        assertThat(desk.listings(brand)).isEqualTo(9);
    }

    @Test
    void several_workers_enter_no_row_twice() throws InterruptedException, ExecutionException {
        String brand = desk.aBrand();
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(brand));
        var workers = Executors.newFixedThreadPool(4);
        try {
            desk.leaveRunning(liaison, id);
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                working.add(workers.submit(() -> {
                    while (desk.view(liaison, id).state() == ImportState.RUNNING) {
                        batches.work(id, 1);
                    }
                }));
            }
            for (Future<?> worker : working) {
                worker.get();
            }
        } finally {
            workers.shutdown();
        }

        assertThat(desk.view(liaison, id).count(RowOutcome.CREATED)).isEqualTo(9);
        assertThat(desk.listings(brand)).isEqualTo(9);
    }

    @Test
    void a_cancelled_run_keeps_what_was_entered_and_gives_the_rest_back() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(desk.aBrand()));
        scheduler.pause(ImportWorker.POLL);
        try {
            desk.leaveRunning(liaison, id);
            batches.work(id, 4);
            Desk.accepted(imports.cancel(liaison, id, clock.instant()));
        } finally {
            scheduler.resume(ImportWorker.POLL);
        }

        ImportView view = desk.view(liaison, id);
        assertThat(view.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(view.done()).isEqualTo(4);
        assertThat(view.count(RowOutcome.NOT_RUN)).isEqualTo(5);
        assertThat(view.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(13);
    }

    @Test
    void what_was_not_entered_comes_back_as_a_file_that_can_be_uploaded_again() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.imported(liaison, Desk.listOf(desk.aBrand()));

        byte[] file = imports.notEntered(
                        liaison,
                        id,
                        "原因",
                        row -> row.findings().get(0).sentence().key())
                .orElseThrow();

        assertThat(new String(file, StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).isEqualTo("\uFEFF省,市,厂商名称,产能类别,规格,日产能,原因"),
                        row -> assertThat(row).startsWith("山西,西安市,").endsWith(",city_in_other_province"),
                        row -> assertThat(row).startsWith("浙江,杭州市,,").endsWith(",name_missing"),
                        row -> assertThat(row).startsWith("广东,深圳市,").endsWith(",'-3,capacity_negative"));
    }

    @Test
    void columns_are_mapped_the_next_time_as_the_person_mapped_them_before() {
        Actor liaison = desk.aLiaison();
        String list = "省,市,东家,货,备注\n甘肃,兰州,甲%1$s厂,口罩,急\n".formatted(desk.aBrand());
        List<Column> chosen = List.of(Column.PROVINCE, Column.CITY, Column.NAME, Column.PRODUCT, Column.IGNORED);
        ImportId first = desk.uploaded(liaison, list);
        assertThat(imports.columns(liaison, first)).noneMatch(ColumnGuess::remembered);
        Desk.accepted(imports.mapColumns(liaison, first, chosen));

        ImportId second = desk.uploaded(liaison, list);

        assertThat(imports.columns(liaison, second))
                .extracting(ColumnGuess::guess)
                .isEqualTo(chosen);
        assertThat(imports.columns(liaison, second)).allMatch(ColumnGuess::remembered);
        assertThat(imports.columns(desk.aLiaison(), second)).isEmpty();
    }

    @Test
    void a_list_whose_name_product_or_place_is_not_mapped_is_refused() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.uploaded(liaison, Desk.listOf(desk.aBrand()));

        Outcome<ImportId> outcome = imports.mapColumns(
                liaison,
                id,
                List.of(Column.IGNORED, Column.IGNORED, Column.IGNORED, Column.NOTE, Column.IGNORED, Column.CAPACITY));

        assertThat(reasons(outcome))
                .containsExactly(
                        "importexport.name_not_mapped",
                        "importexport.product_not_mapped",
                        "importexport.place_not_mapped");
    }

    @Test
    void a_liaison_finds_their_own_imports_only_and_an_operator_everybodys() {
        Actor liaison = desk.aLiaison();
        ImportId id = desk.checked(liaison, Desk.listOf(desk.aBrand()));
        Actor other = desk.aLiaison();

        assertThat(imports.view(other, id)).isEmpty();
        assertThat(imports.rows(other, id, Optional.empty(), 1, 10).rows()).isEmpty();
        assertThat(imports.notEntered(other, id, "", row -> "")).isEmpty();
        assertThat(reasons(imports.run(other, id, clock.instant()))).containsExactly(Imports.NOT_FOUND);
        assertThat(reasons(imports.cancel(other, id, clock.instant()))).containsExactly(Imports.NOT_FOUND);
        assertThat(reasons(imports.decide(other, id, FlagDecision.TAKE, null))).containsExactly(Imports.NOT_FOUND);
        assertThat(imports.newest(other, 1, 10)).isEmpty();
        assertThat(imports.view(desk.anOperator(), id)).isPresent();
    }

    @Test
    void a_list_needs_a_source_and_a_day_that_has_been() {
        Actor liaison = desk.aLiaison();
        ImportId id = Desk.accepted(imports.receive(
                liaison,
                new Delivery(Purpose.ON_BEHALF, "a.csv", ""),
                Desk.listOf(desk.aBrand()).getBytes(StandardCharsets.UTF_8),
                clock.instant()));

        assertThat(reasons(imports.describe(liaison, id, new Upload(" ", "", "furlong"), clock.instant())))
                .containsExactly(
                        "importexport.source_missing",
                        "importexport.source_date_missing",
                        "importexport.unit_not_known");
        assertThat(reasons(imports.describe(liaison, id, new Upload("某局", "2999-01-01", ""), clock.instant())))
                .containsExactly("importexport.source_date_in_future");
        assertThat(imports.received(liaison, id)).contains("a.csv");
    }

    private List<String> said(Actor actor, ImportId id, int row) {
        return desk.row(actor, id, row).findings().stream()
                .map(finding -> finding.sentence().key())
                .toList();
    }

    private static List<String> reasons(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.<String>of(),
                reasons -> reasons.stream().map(Refusal::key).toList());
    }
}
