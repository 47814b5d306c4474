package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.shared.Dimension;

@QuarkusTest
class SaleTest {

    @Inject
    DataSource database;

    @Test
    void lines_sell_time_or_output_never_both() {
        assertThat(sale(ListingKind.PRODUCTION_LINE, SupplyMode.LINE_FOR_HIRE, Dimension.COUNT))
                .isEqualTo(Sale.TIME);
        assertThat(sale(ListingKind.PRODUCTION_LINE, SupplyMode.ALL_IN, Dimension.COUNT))
                .isEqualTo(Sale.RATE);
        assertThat(sale(ListingKind.PRODUCTION_LINE, SupplyMode.ALL_IN, null)).isEqualTo(Sale.TIME);
        assertThat(sale(ListingKind.PRODUCTION_LINE, SupplyMode.FINISHED_STOCK, Dimension.COUNT))
                .isEqualTo(Sale.LOT);
        assertThat(sale(ListingKind.PRODUCTION_LINE, SupplyMode.FINISHED_STOCK, null))
                .isEqualTo(Sale.NOTHING);
    }

    @Test
    void material_and_machines_are_amounts_of_what_is_on_hand() {
        assertThat(sale(ListingKind.MATERIAL, SupplyMode.UNSAID, Dimension.MASS))
                .isEqualTo(Sale.LOT);
        assertThat(sale(ListingKind.MATERIAL, SupplyMode.UNSAID, null)).isEqualTo(Sale.NOTHING);
        assertThat(sale(ListingKind.EQUIPMENT, SupplyMode.LINE_FOR_HIRE, Dimension.COUNT))
                .isEqualTo(Sale.LOT);
        assertThat(sale(ListingKind.EQUIPMENT, SupplyMode.LINE_FOR_HIRE, null)).isEqualTo(Sale.TIME);
    }

    @Test
    void goods_that_are_ready_are_amounts_however_they_say_so() {
        assertThat(sale(ListingKind.FINISHED_STOCK, SupplyMode.UNSAID, Dimension.COUNT))
                .isEqualTo(Sale.LOT);
        assertThat(sale(ListingKind.FINISHED_STOCK, SupplyMode.FINISHED_STOCK, null))
                .isEqualTo(Sale.NOTHING);
    }

    @Test
    void services_sell_their_days_crews_their_time_and_advice_nothing() {
        for (ServiceType pooled :
                List.of(ServiceType.STERILISATION, ServiceType.TESTING, ServiceType.TRANSPORT, ServiceType.OTHER)) {
            assertThat(service(pooled, Dimension.COUNT)).isEqualTo(Sale.RATE);
            assertThat(service(pooled, null)).isEqualTo(Sale.TIME);
        }
        assertThat(service(ServiceType.CREW, Dimension.COUNT)).isEqualTo(Sale.TIME);
        assertThat(service(ServiceType.CREW, null)).isEqualTo(Sale.TIME);
        assertThat(service(ServiceType.FINANCE, Dimension.COUNT)).isEqualTo(Sale.NOTHING);
        assertThat(service(ServiceType.KNOW_HOW, null)).isEqualTo(Sale.NOTHING);
    }

    @Test
    void what_is_withdrawn_sells_nothing() {
        assertThat(Sale.of(ListingState.WITHDRAWN, ListingKind.MATERIAL, null, SupplyMode.UNSAID, Dimension.MASS))
                .isEqualTo(Sale.NOTHING);
    }

    @Test
    void the_database_says_the_same_of_every_listing_there_can_be() throws Exception {
        List<String> java = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var expression = connection.prepareStatement("""
                        select generation_expression from information_schema.columns
                        where table_name = 'listing' and column_name = 'sells'
                        """);
                var rows = expression.executeQuery()) {
            rows.next();
            String text = rows.getString(1);
            for (ListingState state : ListingState.values()) {
                for (Offered offered : Offered.all()) {
                    for (SupplyMode mode : SupplyMode.values()) {
                        for (Dimension dimension : Arrays.asList(Dimension.MASS, Dimension.COUNT, null)) {
                            String what = state + " " + offered + " " + mode + " " + dimension + ": ";
                            java.add(what
                                    + Sale.of(state, offered.kind(), offered.service(), mode, dimension)
                                            .written(dimension));
                            try (var ask = connection.prepareStatement(
                                    "select " + text
                                            + " from (values (?, ?, ?, ?::text, ?::text)) as l (state, kind, supply_mode, quantity_dimension, service_type)")) {
                                ask.setString(1, state.name());
                                ask.setString(2, offered.kind().name());
                                ask.setString(3, mode.name());
                                ask.setString(4, dimension == null ? null : dimension.name());
                                ask.setString(
                                        5,
                                        offered.service() == null
                                                ? null
                                                : offered.service().name());
                                try (var answer = ask.executeQuery()) {
                                    answer.next();
                                    sql.add(what + answer.getString(1));
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(sql).isEqualTo(java).hasSize(4 * (5 + 7) * 5 * 3);
    }

    /** A kind, and of services each sort, also the unsaid one. */
    private record Offered(ListingKind kind, @Nullable ServiceType service) {
        static List<Offered> all() {
            List<Offered> all = new ArrayList<>();
            for (ListingKind kind : ListingKind.values()) {
                all.add(new Offered(kind, null));
            }
            for (ServiceType service : ServiceType.values()) {
                all.add(new Offered(ListingKind.SERVICE, service));
            }
            return all;
        }
    }

    private static Sale service(ServiceType type, @Nullable Dimension dimension) {
        return Sale.of(ListingState.PUBLISHED, ListingKind.SERVICE, type, SupplyMode.UNSAID, dimension);
    }

    private static Sale sale(ListingKind kind, SupplyMode mode, @Nullable Dimension dimension) {
        return Sale.of(ListingState.PUBLISHED, kind, null, mode, dimension);
    }
}
