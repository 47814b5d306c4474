package org.muster.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SterilisationMethod;
import org.muster.shared.Money;
import org.muster.shared.Quantity;

/** What only one kind says, as the demo's files write it: {@code sale|lead=60|install=6}. */
record DemoParticulars(Map<String, String> said) {

    static Particulars of(ListingKind kind, List<String> cells, LocalDate today) {
        Map<String, String> said = new HashMap<>();
        cells.forEach(cell -> {
            int equals = cell.indexOf('=');
            said.put(equals < 0 ? cell : cell.substring(0, equals), equals < 0 ? "" : cell.substring(equals + 1));
        });
        return new DemoParticulars(said).of(kind, today);
    }

    private Particulars of(ListingKind kind, LocalDate today) {
        String room = said.get("room");
        Integer best = number("best");
        return switch (kind) {
            case PRODUCTION_LINE ->
                new Particulars.Line(
                        Stream.of(said.getOrDefault("handles", "").split(";"))
                                .filter(material -> !material.isEmpty())
                                .toList(),
                        room == null ? null : CleanRoom.valueOf(room));
            case EQUIPMENT ->
                new Particulars.Machine(
                        said.containsKey("sale"),
                        said.containsKey("lease"),
                        said.containsKey("on_site"),
                        number("lead"),
                        number("install"));
            case MATERIAL -> Particulars.NONE;
            case FINISHED_STOCK -> new Particulars.Stock(said.get("batch"), best == null ? null : today.plusDays(best));
            case SERVICE -> service(ServiceType.valueOf(said.getOrDefault("service", "OTHER")));
        };
    }

    private Particulars service(ServiceType type) {
        String method = said.get("method");
        String limit = said.get("limit");
        return switch (type) {
            case STERILISATION ->
                new Particulars.Sterilisation(
                        method == null ? null : SterilisationMethod.valueOf(method),
                        number("cycle"),
                        number("aeration"),
                        quantity("chamber"));
            case TESTING -> new Particulars.Testing(number("turnaround"));
            case TRANSPORT ->
                new Particulars.Transport(
                        said.get("vehicle"),
                        quantity("payload"),
                        quantity("cargo"),
                        decimal("coldest"),
                        decimal("warmest"));
            case CREW -> new Particulars.Crew(number("headcount"));
            case FINANCE ->
                new Particulars.Finance(limit == null ? null : Money.yuan(limit), decimal("rate"), number("term"));
            case KNOW_HOW -> new Particulars.KnowHow(said.get("handed_over"), number("term"));
            case OTHER -> new Particulars.OtherService();
        };
    }

    private @Nullable Integer number(String key) {
        String value = said.get(key);
        return value == null ? null : Integer.valueOf(value);
    }

    private @Nullable BigDecimal decimal(String key) {
        String value = said.get(key);
        return value == null ? null : new BigDecimal(value);
    }

    private @Nullable Quantity quantity(String key) {
        String value = said.get(key);
        return value == null ? null : DemoTable.quantity(value);
    }
}
