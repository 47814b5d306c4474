package org.muster.catalogue.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Dimension;
import org.muster.shared.PriceBasis;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Language;

/**
 * The form of a listing with everything it offers to choose from.
 *
 * @param state null for one that is not saved yet
 * @param version what a change is based on; below zero for one that is not saved yet
 * @param text the chat text it was read from, empty when typed
 * @param words of each field, the words of the chat text its value came from
 */
public record ListingFormPage(
        ListingForm form,
        String heading,
        String action,
        @Nullable ListingState state,
        int version,
        @Nullable String derived,
        String text,
        List<Recognised> recognised,
        List<String> notUnderstood,
        String note,
        Map<String, String> words,
        List<Choice> sites,
        List<Choice> divisions,
        List<Refusal> refusals,
        Locale locale) {

    /** Words of a chat text beside the field they went into. */
    public record Recognised(
            String written, String label, @Nullable String target) {}

    /** The names of the fields of one row. */
    public record Row(String a, String b, String c, String d) {}

    public boolean fresh() {
        return state == null;
    }

    public boolean draft() {
        return state == null || state == ListingState.DRAFT;
    }

    public boolean pasted() {
        return !recognised.isEmpty() || !notUnderstood.isEmpty();
    }

    public Row row(String list, int index) {
        String row = list + "." + index + ".";
        return list.equals("operations")
                ? new Row(row + "name", row + "rate", row + "unit", row + "per")
                : new Row(row + "key", row + "value", row + "unit", "");
    }

    public String key(String key) {
        return SpecificationNames.name(key, locale);
    }

    /** Which words of the text a field's value came from. */
    public String from(String field) {
        String said = words.getOrDefault(field, "");
        return said.isEmpty() ? "" : say().said_in(said);
    }

    /** The words it came from, or else the hint that helps to fill it in. */
    public String fromOr(String field, String hint) {
        String said = from(field);
        if (!said.isEmpty()) {
            return said;
        }
        return switch (hint) {
            case "list" -> say().list_hint();
            case "operations" -> say().operations_hint();
            case "specification" -> say().specification_hint();
            case "order" -> say().order_hint();
            case "multiple" -> say().multiple_hint();
            case "charge" -> say().charge_hint();
            case "until" -> say().until_hint();
            default -> "";
        };
    }

    public String outputHint() {
        String said = from("quantity");
        if (!said.isEmpty()) {
            return said;
        }
        return derived == null ? say().output_hint() : say().output_derived(derived);
    }

    public List<Choice> units() {
        return units(false);
    }

    /** A line may be hired by the hour or day. */
    public List<Choice> priceUnits() {
        return units(form.isLine());
    }

    private List<Choice> units(boolean times) {
        return Unit.all().stream()
                .filter(unit -> traded(unit) || times && unit.dimension().equals(Dimension.TIME))
                .map(unit -> Choice.of(unit.code(), unit.name(locale)))
                .toList();
    }

    private static boolean traded(Unit unit) {
        String dimension = unit.dimension().name();
        return Stream.of("count", "pair", "set", "mass", "length", "area", "volume")
                        .anyMatch(dimension::equals)
                || dimension.startsWith("pack");
    }

    public List<Choice> rates() {
        return Stream.of(RatePer.MINUTE, RatePer.HOUR, RatePer.SHIFT, RatePer.DAY)
                .map(per -> Choice.of(per, say().rate_per(per)))
                .toList();
    }

    public List<Choice> supplyModes() {
        return Stream.of(
                        SupplyMode.UNSAID,
                        SupplyMode.FINISHED_STOCK,
                        SupplyMode.ALL_IN,
                        SupplyMode.PROCESSING,
                        SupplyMode.LINE_FOR_HIRE)
                .filter(mode -> form.isLine() || mode != SupplyMode.LINE_FOR_HIRE)
                .map(mode -> Choice.of(mode, say().supply_mode_of(mode)))
                .toList();
    }

    public List<Choice> yesNo() {
        return List.of(Choice.of("", say().unsaid()), Choice.of("true", say().yes()), Choice.of("false", say().no()));
    }

    public List<Choice> taxes() {
        return List.of(Choice.of("false", say().tax_excluded()), Choice.of("true", say().tax_included()));
    }

    public List<Choice> invoices() {
        return List.of(
                Choice.of(PriceBasis.Invoice.UNSAID, say().unsaid()),
                Choice.of(PriceBasis.Invoice.SPECIAL_VAT, say().invoice_special()),
                Choice.of(PriceBasis.Invoice.ORDINARY, say().invoice_ordinary()),
                Choice.of(PriceBasis.Invoice.NONE, say().invoice_none()));
    }

    public List<Choice> deliveries() {
        return List.of(
                Choice.of(PriceBasis.Delivery.UNSAID, say().unsaid()),
                Choice.of(PriceBasis.Delivery.EX_WORKS, say().ex_works()),
                Choice.of(PriceBasis.Delivery.DELIVERED, say().delivered()));
    }

    public List<Choice> availabilities() {
        return Stream.of(Availability.UNKNOWN, Availability.FREE, Availability.NOT_FREE)
                .map(availability -> Choice.of(availability, say().availability(availability)))
                .toList();
    }

    public List<Choice> confidentialities() {
        return Stream.of(Confidentiality.values())
                .map(level -> Choice.of(level, say().confidentiality(level)))
                .toList();
    }

    public List<Choice> specificationKeys() {
        return SpecificationNames.choices(locale);
    }

    private CatalogueMessages say() {
        return Language.messages(CatalogueMessages.class, locale);
    }
}
