package org.muster.catalogue.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SterilisationMethod;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Dimension;
import org.muster.shared.ListingId;
import org.muster.shared.PriceBasis;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Language;

/**
 * The form of a listing with everything it offers to choose from.
 *
 * @param listing null for one that is not saved yet
 * @param state null for one that is not saved yet
 * @param version what a change is based on; below zero for one that is not saved yet
 * @param text the chat text it was read from, empty when typed
 * @param words of each field, the words of the chat text its value came from
 */
public record ListingFormPage(
        ListingForm form,
        String heading,
        String action,
        @Nullable ListingId listing,
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
            case "handles" -> kinds().handles_hint();
            case "skills" -> kinds().skills_hint();
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

    /** Lines, machines and people may be hired by the hour or day. */
    public List<Choice> priceUnits() {
        return units(form.isLine() || form.isMachine() || form.isService());
    }

    public List<Choice> volumeUnits() {
        return unitsOf(Dimension.VOLUME);
    }

    public List<Choice> massUnits() {
        return unitsOf(Dimension.MASS);
    }

    private static final Set<String> LARGE = Set.of("tonne", "cubic_metre");

    private List<Choice> unitsOf(Dimension dimension) {
        return Unit.all().stream()
                .filter(unit -> unit.dimension().equals(dimension))
                .sorted(Comparator.comparing(unit -> !LARGE.contains(unit.code())))
                .map(unit -> Choice.of(unit.code(), unit.name(locale)))
                .toList();
    }

    /** What the part of the form is called that only this kind has. */
    public String section() {
        return switch (form.kind()) {
            case PRODUCTION_LINE -> say().section_line();
            case EQUIPMENT -> kinds().section_machine();
            case MATERIAL -> say().section_material();
            case FINISHED_STOCK -> kinds().section_stock();
            case SERVICE -> kinds().section_service();
        };
    }

    /** What is asked for first: what it makes, is or does. */
    public String productsLabel() {
        return switch (form.kind()) {
            case PRODUCTION_LINE -> say().products();
            case EQUIPMENT -> kinds().machine_class();
            case MATERIAL -> say().material_class();
            case FINISHED_STOCK -> kinds().goods_class();
            case SERVICE -> kinds().service_class();
        };
    }

    /** How much of it there is: on hand, or each day. */
    public String quantityLabel() {
        return switch (form.kind()) {
            case PRODUCTION_LINE -> say().output();
            case EQUIPMENT -> kinds().machines_on_hand();
            case MATERIAL, FINISHED_STOCK -> say().on_hand();
            case SERVICE -> kinds().capacity();
        };
    }

    public String quantityHint() {
        String said = from("quantity");
        if (!said.isEmpty() || !form.isService()) {
            return said;
        }
        return switch (form.serviceType()) {
            case STERILISATION -> kinds().capacity_sterilisation();
            case TESTING -> kinds().capacity_testing();
            case TRANSPORT -> kinds().capacity_transport();
            default -> "";
        };
    }

    public List<Choice> serviceTypes() {
        return Stream.of(ServiceType.values())
                .map(type -> Choice.of(type, kinds().service_type(type)))
                .toList();
    }

    public List<Choice> cleanRooms() {
        return Stream.of(CleanRoom.values())
                .map(room -> Choice.of(room, kinds().clean_room_of(room)))
                .toList();
    }

    public List<Choice> methods() {
        return Stream.of(SterilisationMethod.values())
                .map(method -> Choice.of(method, kinds().method_of(method)))
                .toList();
    }

    public List<Choice> spans() {
        return List.of(
                Choice.of("HOUR", kinds().span_hours()),
                Choice.of("DAY", kinds().span_days()),
                Choice.of("MINUTE", kinds().span_minutes()));
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
                .filter(mode -> suits(mode) || mode.name().equals(form.value("supplyMode")))
                .map(mode -> Choice.of(mode, say().supply_mode_of(mode)))
                .toList();
    }

    private boolean suits(SupplyMode mode) {
        return switch (form.kind()) {
            case PRODUCTION_LINE -> true;
            case EQUIPMENT -> mode == SupplyMode.UNSAID || mode == SupplyMode.FINISHED_STOCK;
            case MATERIAL -> mode != SupplyMode.LINE_FOR_HIRE;
            case FINISHED_STOCK -> mode == SupplyMode.FINISHED_STOCK;
            case SERVICE -> mode != SupplyMode.FINISHED_STOCK && mode != SupplyMode.LINE_FOR_HIRE;
        };
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

    private KindMessages kinds() {
        return Language.messages(KindMessages.class, locale);
    }

    private CatalogueMessages say() {
        return Language.messages(CatalogueMessages.class, locale);
    }
}
