package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.MyListing;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Registration;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/** Suppliers bring their own listings, take them out, and bring them back. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnListingsTest {

    private static final String LIST = String.join(
            "\n",
            "货号,标题,供给种类,产品,数量,单位,供应方式,单价,计价数量,含税,税率,起订量,工序,规格参数,空闲情况,描述",
            "A-1,口罩线一号,产线,医用口罩、KN95口罩,20万,只,包工包料,0.35,1 只,是,13%,1万只,点焊 @ 120 只/分钟；耳带焊接,克重：25 gsm；颜色：白,空闲,\"两班倒，\n可加班\"",
            "A-2,熔喷布,材料,熔喷布,5吨,,现货,18000,1 吨,不含税,,100公斤,,,未知,",
            "A-3,,设备,口罩机,3,台,,,,,,,,,,",
            "A-4,坏行,产线,口罩,很多,只,,,,,,,,,,");

    @Inject
    Desk desk;

    @Inject
    Imports imports;

    @Inject
    ListingSheets sheets;

    @Inject
    Catalogue catalogue;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Clock clock;

    @Test
    void a_supplier_brings_listings_and_each_row_says_what_became_of_it() {
        Actor supplier = aSupplier();
        ImportId id = checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv");

        assertThat(desk.row(supplier, id, 5).outcome()).isEqualTo(RowOutcome.REFUSED);
        assertThat(desk.row(supplier, id, 5).findings().get(0).sentence().key())
                .isEqualTo("importexport.quantity_unreadable");
        assertThat(desk.row(supplier, id, 5).findings().get(0).column()).isEqualTo(Column.CAPACITY);
        run(supplier, id);

        List<MyListing> mine = catalogue.mine(supplier, 0, 20, clock.instant());
        assertThat(mine).extracting(MyListing::title).containsExactlyInAnyOrder("口罩线一号", "熔喷布", "口罩机");
        assertThat(mine).extracting(MyListing::state).containsOnly(ListingState.PUBLISHED);
        assertThat(mine.stream()
                        .filter(one -> one.title().equals("熔喷布"))
                        .findFirst()
                        .orElseThrow()
                        .quantity())
                .isEqualTo(Quantity.of("5", "tonne"));
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_figure_changes_that_one() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));

        ImportId again = checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv");
        assertThat(desk.view(supplier, again).count(RowOutcome.UNCHANGED)).isEqualTo(3);

        ImportId more = checked(supplier, LIST.replace("5吨", "6吨").getBytes(StandardCharsets.UTF_8), "list.csv");
        assertThat(desk.view(supplier, more).count(RowOutcome.UNCHANGED)).isEqualTo(2);
        assertThat(desk.view(supplier, more).count(RowOutcome.UPDATED)).isEqualTo(1);
        run(supplier, more);
        assertThat(catalogue.countMine(supplier)).isEqualTo(3);
    }

    @Test
    void what_was_taken_out_comes_back_unchanged_in_every_format_and_language() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));

        for (FileKind kind : FileKind.values()) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                byte[] file = sheets.ofMine(supplier, kind, locale, clock.instant());
                ImportId id = checked(supplier, file, "out." + kind.ending());
                ImportView view = desk.view(supplier, id);
                assertThat(view.rowCount()).as("%s %s", kind, locale).isEqualTo(3);
                assertThat(view.count(RowOutcome.UNCHANGED))
                        .as("%s %s: %s", kind, locale, desk.rows(supplier, id))
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void nobody_changes_the_listing_of_another_by_its_number() {
        Actor supplier = aSupplier();
        run(supplier, checked(supplier, LIST.getBytes(StandardCharsets.UTF_8), "list.csv"));
        byte[] file = sheets.ofMine(supplier, FileKind.XLSX, Locale.CHINESE, clock.instant());

        Actor other = aSupplier();
        ImportId id = checked(other, file, "theirs.xlsx");
        assertThat(desk.view(other, id).count(RowOutcome.REFUSED)).isEqualTo(3);
        assertThat(imports.view(other, checkedOf(supplier))).isEmpty();

        Actor liaison = desk.aLiaison();
        ImportId onBehalf = Desk.accepted(
                imports.receive(liaison, new Delivery(Purpose.ON_BEHALF, "a.xlsx", ""), file, clock.instant()));
        Desk.accepted(imports.describe(liaison, onBehalf, Desk.SAID, clock.instant()));
        Desk.accepted(imports.mapColumns(
                liaison,
                onBehalf,
                imports.columns(liaison, onBehalf).stream()
                        .map(ColumnGuess::guess)
                        .toList()));
        desk.inState(liaison, onBehalf, ImportState.CHECKED);
        assertThat(desk.view(liaison, onBehalf).count(RowOutcome.REFUSED)).isEqualTo(3);
    }

    @Test
    void what_a_liaison_entered_comes_back_unchanged_by_its_numbers() {
        Actor liaison = desk.aLiaison();
        String brand = desk.aBrand();
        ImportId entered = desk.imported(liaison, Desk.listOf(brand));
        var listings = desk.rows(liaison, entered).stream()
                .flatMap(row -> row.listing().stream())
                .distinct()
                .toList();
        assertThat(listings).isNotEmpty();

        byte[] file = sheets.of(liaison, listings, FileKind.XLSX, Locale.CHINESE, clock.instant());
        ImportId id = Desk.accepted(
                imports.receive(liaison, new Delivery(Purpose.ON_BEHALF, "out.xlsx", ""), file, clock.instant()));
        Desk.accepted(imports.describe(liaison, id, Desk.SAID, clock.instant()));
        Desk.accepted(imports.mapColumns(
                liaison,
                id,
                imports.columns(liaison, id).stream().map(ColumnGuess::guess).toList()));
        desk.inState(liaison, id, ImportState.CHECKED);

        assertThat(desk.view(liaison, id).count(RowOutcome.UNCHANGED)).isEqualTo(listings.size());
    }

    private final Map<Actor, ImportId> last = new java.util.HashMap<>();

    private ImportId checkedOf(Actor actor) {
        return java.util.Objects.requireNonNull(last.get(actor));
    }

    private ImportId checked(Actor actor, byte[] file, String name) {
        ImportId id = Desk.accepted(imports.receive(actor, new Delivery(Purpose.OWN, name, ""), file, clock.instant()));
        Desk.accepted(imports.describe(actor, id, new Upload(Purpose.OWN, "", "", ""), clock.instant()));
        Desk.accepted(imports.mapColumns(
                actor,
                id,
                imports.columns(actor, id).stream().map(ColumnGuess::guess).toList()));
        last.put(actor, id);
        return desk.inState(actor, id, ImportState.CHECKED);
    }

    private void run(Actor actor, ImportId id) {
        Desk.accepted(imports.run(actor, id, clock.instant()));
        desk.inState(actor, id, ImportState.DONE);
    }

    private Actor aSupplier() {
        Actor newcomer = desk.aNewcomer();
        OrganisationId organisation = Desk.accepted(registry.register(
                newcomer,
                new Registration("自录" + desk.aBrand() + "制品有限公司", "13900000009", "", "太原市", "", "口罩", "", ""),
                clock.instant()));
        return new Actor(newcomer.person(), newcomer.name(), Set.of(Role.MEMBER), Optional.of(organisation), false);
    }
}
