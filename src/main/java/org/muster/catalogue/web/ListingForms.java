package org.muster.catalogue.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ChatReading;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.ServiceType;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.SiteCard;
import org.muster.reference.Divisions;
import org.muster.reference.Places;
import org.muster.shared.Refusal;
import org.muster.shared.SiteId;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Language;

/** Lays out the form of a listing for whoever fills it in. */
@RequestScoped
class ListingForms {

    /** Fields of the form that go by another name in a reading. */
    private static final Map<String, String> FIELDS = Map.of("priceTax", "priceTaxIncluded");

    private final OrganisationRegistry registry;
    private final Divisions divisions;
    private final Places places;
    private final Language language;

    ListingForms(OrganisationRegistry registry, Divisions divisions, Places places, Language language) {
        this.registry = registry;
        this.divisions = divisions;
        this.places = places;
        this.language = language;
    }

    ListingFormPage fresh(Actor actor, ListingForm form, List<Refusal> refusals) {
        return page(actor, form, newHeading(form), "/my/listings/new", null, null, refusals);
    }

    /** Read from a chat text; its words stay beside the fields also when the form is refused. */
    ListingFormPage pasted(Actor actor, ListingForm form, String text, ChatReading reading, List<Refusal> refusals) {
        ListingFormPage plain = fresh(actor, form, refusals);
        Map<String, String> words = new LinkedHashMap<>();
        reading.fields().forEach(field -> words.put(field, reading.wordsFor(field)));
        return new ListingFormPage(
                form,
                plain.heading(),
                plain.action(),
                null,
                null,
                -1,
                null,
                text,
                reading.recognised().stream()
                        .map(one -> new ListingFormPage.Recognised(
                                one.written(), label(one.field()), target(one.field(), form)))
                        .toList(),
                reading.notUnderstood(),
                note(actor, reading),
                words,
                plain.sites(),
                plain.divisions(),
                refusals,
                locale());
    }

    ListingFormPage existing(Actor actor, OwnListing own, ListingForm form, List<Refusal> refusals) {
        return page(
                actor,
                form,
                say().heading_edit(own.draft().title()),
                "/my/listings/" + own.id(),
                own,
                own.derivedQuantity() == null ? null : Figures.exact(own.derivedQuantity(), locale()),
                refusals);
    }

    /** The site of the actor's organisation that lies where the text says. */
    Optional<SiteId> siteIn(Actor actor, ChatReading reading) {
        return reading.place()
                .flatMap(place -> sites(actor).stream()
                        .filter(site -> places.byCode(site.placeCode())
                                .filter(where -> places.liesIn(where, place) || places.liesIn(place, where))
                                .isPresent())
                        .map(SiteCard::id)
                        .findFirst());
    }

    private ListingFormPage page(
            Actor actor,
            ListingForm form,
            String heading,
            String action,
            @Nullable OwnListing own,
            @Nullable String derived,
            List<Refusal> refusals) {
        return new ListingFormPage(
                form,
                heading,
                action,
                own == null ? null : own.id(),
                own == null ? null : own.state(),
                own == null ? -1 : own.version(),
                derived,
                "",
                List.of(),
                List.of(),
                "",
                Map.of(),
                sites(actor).stream()
                        .map(site -> Choice.of(site.id(), siteName(site)))
                        .toList(),
                divisions.all().stream()
                        .map(division -> Choice.of(
                                division.code(),
                                division.code() + " " + (language.isChinese() ? division.nameZh() : division.nameEn())))
                        .toList(),
                refusals,
                locale());
    }

    private String siteName(SiteCard site) {
        return places.byCode(site.placeCode())
                .map(place -> places.wholeName(place, locale()))
                .map(where -> site.name().isBlank() || site.name().equals(where) ? where : site.name() + " · " + where)
                .orElse(site.name());
    }

    private List<SiteCard> sites(Actor actor) {
        return actor.organisation().map(registry::sites).orElseGet(List::of);
    }

    private String note(Actor actor, ChatReading reading) {
        String elsewhere = reading.place()
                .filter(place -> siteIn(actor, reading).isEmpty())
                .map(place -> say().note_elsewhere(place.name(locale())))
                .orElse("");
        String contact = reading.contact().isEmpty() ? "" : say().note_contact();
        return (contact + " " + elsewhere).strip();
    }

    private String newHeading(ListingForm form) {
        return switch (form.kind()) {
            case PRODUCTION_LINE -> say().heading_new_line();
            case EQUIPMENT -> kinds().heading_new_machine();
            case MATERIAL -> say().heading_new_material();
            case FINISHED_STOCK -> kinds().heading_new_stock();
            case SERVICE -> kinds().heading_new_service(kinds().service_type(form.serviceType()));
        };
    }

    /** What a field is called on the form. */
    private String label(String field) {
        CatalogueMessages say = say();
        KindMessages kinds = kinds();
        return switch (FIELDS.getOrDefault(field, field)) {
            case "products" -> say.products();
            case "convertibleProducts" -> say.convertible();
            case "operations" -> say.operations();
            case "specification" -> say.specification();
            case "quantity" -> say.output() + " / " + say.on_hand();
            case "minimumOrder" -> say.minimum();
            case "orderMultiple" -> say.multiple();
            case "supplyMode" -> say.supply_mode();
            case "crewIncluded" -> say.crew_included();
            case "materialDays" -> say.material_days();
            case "missing" -> say.missing();
            case "hoursPerDay" -> say.hours();
            case "changeover" -> say.changeover();
            case "fixedCharge" -> say.fixed_charge();
            case "price" -> say.price();
            case "priceTaxIncluded" -> say.tax();
            case "priceTaxRate" -> say.tax_rate();
            case "priceInvoice" -> say.invoice();
            case "priceDelivery" -> say.delivery();
            case "declared" -> say.declared();
            case "forSale" -> kinds.for_sale();
            case "leadDays" -> kinds.lead_days();
            case "installationDays" -> kinds.installation_days();
            case "cycle" -> kinds.cycle();
            case "aeration" -> kinds.aeration();
            case "turnaround" -> kinds.turnaround();
            case "vehicle" -> kinds.vehicle();
            case "cleanRoom" -> kinds.clean_room();
            case "readyDate" -> say.ready_date();
            case "freeFrom" -> say.free_from();
            case "freeUntil" -> say.free_until();
            case "site" -> say.site();
            case "kind" -> say.field_kind();
            case "contact" -> say.field_contact();
            default -> field;
        };
    }

    private static @Nullable String target(String field, ListingForm form) {
        return switch (field) {
            case "contact", "kind", "site" -> null;
            case "operations" -> form.isCrew() ? "skills" : form.hasOperations() ? "operations.0.name" : null;
            case "specification" -> "specification.0.key";
            case "convertibleProducts", "crewIncluded", "materialDays", "missing", "hoursPerDay", "changeover" ->
                form.isLine() ? field : null;
            case "minimumOrder", "orderMultiple", "readyDate" -> form.isStocked() ? field : null;
            case "cleanRoom" -> form.isLine() ? field : null;
            case "forSale", "leadDays", "installationDays" -> form.isMachine() ? field : null;
            case "cycle", "aeration" -> form.isService(ServiceType.STERILISATION) ? field : null;
            case "turnaround" -> form.isService(ServiceType.TESTING) ? field : null;
            case "vehicle" -> form.isService(ServiceType.TRANSPORT) ? field : null;
            case "quantity" -> form.isCrew() ? "headcount" : form.isAdvice() ? null : field;
            default -> FIELDS.getOrDefault(field, field);
        };
    }

    private KindMessages kinds() {
        return language.messages(KindMessages.class);
    }

    private CatalogueMessages say() {
        return language.messages(CatalogueMessages.class);
    }

    private Locale locale() {
        return language.locale();
    }
}
