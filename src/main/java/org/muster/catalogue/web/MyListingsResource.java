package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ChatParser;
import org.muster.catalogue.ChatReading;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.ListingTemplate;
import org.muster.catalogue.ListingTemplates;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.Weeks;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reference.Glossary;
import org.muster.reference.Places;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** A supplier's own listings: list, begin, paste, change, and every step one may take. */
@Path("/my/listings")
class MyListingsResource {

    private static final int PAGE_SIZE = 25;
    private static final int LONGEST_TEXT = 4000;

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance my_listings(MyListingsPage view);

        static native TemplateInstance choose(ChoosePage view);

        static native TemplateInstance paste(PastePage view);

        static native TemplateInstance listing_form(ListingFormPage view);

        private Templates() {}
    }

    private final Catalogue catalogue;
    private final ListingForms forms;
    private final Glossary glossary;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    MyListingsResource(
            Catalogue catalogue,
            ListingForms forms,
            Glossary glossary,
            Places places,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.glossary = glossary;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance mine(@RestQuery @DefaultValue("1") int page) {
        Actor who = actor.get();
        int shown = Math.max(1, page);
        return Templates.my_listings(new MyListingsPage(
                catalogue.mine(who, shown - 1, PAGE_SIZE, clock.instant()),
                new Pager(shown, PAGE_SIZE, catalogue.countMine(who), number -> "/my/listings?page=" + number),
                !language.isChinese()));
    }

    @GET
    @Path("/new")
    public TemplateInstance begin(
            @RestQuery @Nullable String template,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String service) {
        Actor who = actor.get();
        if (template != null) {
            ListingTemplate chosen = ListingTemplates.called(template).orElseThrow(NotFound::new);
            ListingForm form = ListingForm.of(chosen.draft(language.locale()));
            form.put("quantityUnit", chosen.unit());
            return Templates.listing_form(forms.fresh(who, form, List.of()));
        }
        if (kind != null) {
            ListingForm form = new ListingForm(new MultivaluedHashMap<>());
            form.put("kind", kind);
            ListingForm blank = ListingForm.of(ListingDraft.of(form.kind(), "").build());
            blank.put("serviceType", service);
            return Templates.listing_form(forms.fresh(who, blank, List.of()));
        }
        return Templates.choose(new ChoosePage(language.locale()));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        Actor who = actor.get();
        Instant now = clock.instant();
        ListingForm form = new ListingForm(fields);
        if (!form.value("more").isEmpty()) {
            return Response.ok(Templates.listing_form(newPage(who, form, List.of())))
                    .build();
        }
        boolean publish = form.value("then").equals("publish");
        ListingForm.Reading read = form.read();
        List<Refusal> wrong = new ArrayList<>(read.refusals());
        wrong.addAll(publish ? catalogue.checkForPublication(read.draft(), now) : catalogue.check(read.draft(), now));
        Optional<TimeWindow> free = freeWindow(read, now, wrong);
        OrganisationId organisation = who.organisation().orElseThrow(NotFound::new);
        if (!wrong.isEmpty()) {
            return Refused.page(Templates.listing_form(newPage(who, form, withoutRepeats(wrong))));
        }
        return catalogue
                .create(who, organisation, read.draft(), now)
                .fold(
                        id -> {
                            free.ifPresent(window -> catalogue.openWindow(who, id, window, Availability.FREE, "", now));
                            if (publish) {
                                catalogue.publish(who, id, now);
                            }
                            flash.say(publish ? "catalogue:published" : "catalogue:saved_draft");
                            return Redirect.to("/my/listings");
                        },
                        reasons -> Refused.page(Templates.listing_form(newPage(who, form, Found.orNotFound(reasons)))));
    }

    @GET
    @Path("/paste")
    public TemplateInstance paste() {
        return Templates.paste(new PastePage("", List.of()));
    }

    /** Reads the text into a form; saving is the form's own step. */
    @POST
    @Path("/paste")
    public Response read(@RestForm @Nullable String text) {
        String pasted = text == null ? "" : text.strip();
        if (pasted.isEmpty()) {
            return Refused.page(
                    Templates.paste(new PastePage(pasted, List.of(Refusal.at("text", "catalogue.text_missing")))));
        }
        if (pasted.length() > LONGEST_TEXT) {
            return Refused.page(Templates.paste(new PastePage(
                    pasted, List.of(Refusal.at("text", "catalogue.text_too_long", pasted.length(), LONGEST_TEXT)))));
        }
        Actor who = actor.get();
        ChatReading reading = reading(pasted);
        ListingForm form = ListingForm.of(reading, forms.siteIn(who, reading));
        return Response.ok(Templates.listing_form(forms.pasted(who, form, pasted, reading, List.of())))
                .build();
    }

    @GET
    @Path("/{id}")
    public TemplateInstance edit(@RestPath String id) {
        OwnListing own = own(ListingIds.listing(id));
        return Templates.listing_form(forms.existing(actor.get(), own, ListingForm.of(own.draft()), List.of()));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String id, MultivaluedMap<String, String> fields) {
        ListingId listing = ListingIds.listing(id);
        OwnListing own = own(listing);
        Actor who = actor.get();
        Instant now = clock.instant();
        ListingForm form = new ListingForm(fields);
        if (!form.value("more").isEmpty()) {
            return Response.ok(Templates.listing_form(forms.existing(who, own, form, List.of())))
                    .build();
        }
        boolean publish =
                own.state() == ListingState.DRAFT && form.value("then").equals("publish");
        ListingForm.Reading read = form.read();
        List<Refusal> wrong = new ArrayList<>(read.refusals());
        wrong.addAll(
                publish || own.state() != ListingState.DRAFT
                        ? catalogue.checkForPublication(read.draft(), now)
                        : catalogue.check(read.draft(), now));
        if (!wrong.isEmpty()) {
            return Refused.page(Templates.listing_form(forms.existing(who, own, form, withoutRepeats(wrong))));
        }
        return catalogue
                .change(who, listing, version(form), read.draft(), now)
                .fold(
                        changed -> {
                            if (publish) {
                                catalogue.publish(who, listing, now);
                            }
                            flash.say(
                                    publish
                                            ? "catalogue:published"
                                            : own.state() == ListingState.DRAFT
                                                    ? "catalogue:saved_draft"
                                                    : "catalogue:saved");
                            return Redirect.to("/my/listings");
                        },
                        // The page carries the version there is now: sent again, it counts as seen.
                        reasons -> Refused.page(Templates.listing_form(
                                forms.existing(who, own(listing), form, Found.orNotFound(reasons)))));
    }

    @POST
    @Path("/{id}/confirm")
    public Response confirm(@RestPath String id) {
        return step(
                id,
                "catalogue:confirmed",
                listing -> catalogue.confirmStillFree(actor.get(), listing, clock.instant()));
    }

    @POST
    @Path("/{id}/publish")
    public Response publish(@RestPath String id) {
        return step(id, "catalogue:published", listing -> catalogue.publish(actor.get(), listing, clock.instant()));
    }

    @POST
    @Path("/{id}/pause")
    public Response pause(@RestPath String id) {
        return step(id, "catalogue:paused", listing -> catalogue.pause(actor.get(), listing, clock.instant()));
    }

    @POST
    @Path("/{id}/resume")
    public Response resume(@RestPath String id) {
        return step(id, "catalogue:resumed", listing -> catalogue.resume(actor.get(), listing, clock.instant()));
    }

    @POST
    @Path("/{id}/withdraw")
    public Response withdraw(@RestPath String id) {
        return step(id, "catalogue:withdrawn", listing -> catalogue.withdraw(actor.get(), listing, clock.instant()));
    }

    /** What a step is refused for shows on the listing's own form, beside the fields it speaks of. */
    private Response step(String id, String done, Function<ListingId, Outcome<ListingState>> step) {
        ListingId listing = ListingIds.listing(id);
        return step.apply(listing)
                .fold(
                        state -> {
                            flash.say(done);
                            return Redirect.to("/my/listings");
                        },
                        reasons -> {
                            List<Refusal> told = Found.orNotFound(reasons);
                            OwnListing own = own(listing);
                            return Refused.page(Templates.listing_form(
                                    forms.existing(actor.get(), own, ListingForm.of(own.draft()), told)));
                        });
    }

    private ListingFormPage newPage(Actor who, ListingForm form, List<Refusal> refusals) {
        String text = form.value("text");
        return text.isEmpty() || text.length() > LONGEST_TEXT
                ? forms.fresh(who, form, refusals)
                : forms.pasted(who, form, text, reading(text), refusals);
    }

    private ChatReading reading(String text) {
        LocalDate today = clock.instant().atZone(language.zone()).toLocalDate();
        return new ChatParser(glossary.terms(), places).read(text, today);
    }

    private Optional<TimeWindow> freeWindow(ListingForm.Reading read, Instant now, List<Refusal> wrong) {
        LocalDate from = read.freeFrom();
        if (from == null || wrong.stream().anyMatch(reason -> reason.field().startsWith("free"))) {
            return Optional.empty();
        }
        LocalDate until = read.freeUntil();
        LocalDate last = until == null ? from.plusWeeks(Weeks.SHOWN).minusDays(1) : until;
        Instant end = last.plusDays(1).atStartOfDay(language.zone()).toInstant();
        Instant start = from.atStartOfDay(language.zone()).toInstant();
        if (!end.isAfter(now)) {
            wrong.add(Refusal.at("freeUntil", "catalogue.window_over"));
            return Optional.empty();
        }
        if (from.isBefore(now.atZone(language.zone()).toLocalDate())) {
            wrong.add(Refusal.at("freeFrom", "catalogue.window_starts_in_past"));
            return Optional.empty();
        }
        return Optional.of(new TimeWindow(start, end));
    }

    private OwnListing own(ListingId id) {
        return catalogue.own(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
    }

    private static int version(ListingForm form) {
        try {
            return Integer.parseInt(form.value("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<Refusal> withoutRepeats(List<Refusal> refusals) {
        return refusals.stream().distinct().toList();
    }
}
