package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingDocument;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ScanQuery;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.reference.TermKind;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/**
 * Calls the roll: five questions to every maker of a thing in an area, every day. A maker answers by its link, without an account, or in a call
 * that the desk types in; each answer says that its listings still stand, and what is missing becomes a task that somebody owns.
 */
@ApplicationScoped
@Transactional
public class RollDesk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_LISTINGS = 500;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(10);
    private static final Set<ListingKind> MAKERS = EnumSet.of(
            ListingKind.PRODUCTION_LINE, ListingKind.MATERIAL, ListingKind.FINISHED_STOCK, ListingKind.EQUIPMENT);

    private final Emergencies emergencies;
    private final Rolls rolls;
    private final RollLinks links;
    private final Entries entries;
    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final Glossary glossary;
    private final Outbox outbox;

    RollDesk(
            Emergencies emergencies,
            Rolls rolls,
            RollLinks links,
            Entries entries,
            Catalogue catalogue,
            OrganisationRegistry registry,
            Glossary glossary,
            Outbox outbox) {
        this.emergencies = emergencies;
        this.rolls = rolls;
        this.links = links;
        this.entries = entries;
        this.catalogue = catalogue;
        this.registry = registry;
        this.glossary = glossary;
        this.outbox = outbox;
    }

    // ── Calling ─────────────────────────────────────────────────────────────────

    /** Asks every maker of a product in an area of the emergency; called again, those who have listed it since are asked too. */
    public Outcome<UUID> call(Actor actor, EmergencyId id, String product, String area, Instant now) {
        Optional<Emergency> emergency = open(actor, id);
        if (emergency.isEmpty()) {
            return notFound();
        }
        if (emergency.get().isDrill()) {
            return Outcome.refused(Refusal.of("roll.drill"));
        }
        List<Refusal> refusals = new ArrayList<>();
        Optional<Term> term = product(product);
        if (term.isEmpty()) {
            refusals.add(Refusal.at("product", "roll.product_unknown", product.strip()));
        }
        if (emergency.get().areas().stream().noneMatch(one -> one.placeCode().equals(area))) {
            refusals.add(Refusal.at("area", "roll.area_missing"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<OrganisationId, List<ListingId>> makers = makers(actor, term.orElseThrow(), area, now);
        if (makers.isEmpty()) {
            return Outcome.refused(Refusal.at(
                    "product",
                    "roll.nobody_makes_it",
                    term.get().zh(),
                    term.get().en()));
        }
        Rolls.Call call = rolls.call(id, term.get().key(), area)
                .orElseGet(
                        () -> new Rolls.Call(UUID.randomUUID(), id, term.get().key(), area, now, actor.name()));
        if (rolls.call(call.id()).isEmpty()) {
            rolls.add(call);
        }
        makers.forEach((organisation, listings) ->
                rolls.add(new Rolls.Ask(UUID.randomUUID(), call.id(), organisation, listings)));
        entries.add(id, actor, Entry.Deed.ROLL_CALLED, term.get().zh() + " · " + makers.size(), now);
        outbox.publish(new RollCalled(id, call.id(), call.productKey(), area, makers.size()));
        return Outcome.accepted(call.id());
    }

    private Optional<Term> product(String written) {
        return glossary.terms()
                .called(written.strip())
                .filter(term -> term.kind() == TermKind.PRODUCT
                        || term.kind() == TermKind.MATERIAL
                        || term.kind() == TermKind.EQUIPMENT);
    }

    /** Also those of whom nobody knows whether they are free: that is what the roll is called for. */
    private Map<OrganisationId, List<ListingId>> makers(Actor actor, Term term, String area, Instant now) {
        List<ListingId> found = new ArrayList<>();
        for (boolean unknown : new boolean[] {false, true}) {
            found.addAll(catalogue
                    .scan(
                            actor,
                            new ScanQuery(
                                    List.of(glossary.terms().allLabels(term)),
                                    MAKERS,
                                    Set.of(),
                                    Set.of(),
                                    Set.of(area),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    Freshness.SILENT,
                                    null,
                                    unknown,
                                    ScanQuery.Sort.RELEVANCE,
                                    0,
                                    MOST_LISTINGS),
                            now)
                    .ids());
        }
        Map<OrganisationId, List<ListingId>> makers = new LinkedHashMap<>();
        for (ListingDocument listing : catalogue.documents(found)) {
            makers.computeIfAbsent(listing.organisation(), one -> new ArrayList<>())
                    .add(listing.id());
        }
        return makers;
    }

    // ── Looking ─────────────────────────────────────────────────────────────────

    public List<RollCall> of(Actor viewer, EmergencyId id, Instant now) {
        return EmergencyDesk.mayRun(viewer)
                ? rolls.of(id).stream().map(call -> view(viewer, call, now)).toList()
                : List.of();
    }

    public Optional<RollCall> byId(Actor viewer, EmergencyId id, UUID call, Instant now) {
        return EmergencyDesk.mayRun(viewer)
                ? rolls.call(call).filter(one -> one.emergency().equals(id)).map(one -> view(viewer, one, now))
                : Optional.empty();
    }

    private RollCall view(Actor viewer, Rolls.Call call, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<Rolls.Ask> asks = rolls.asks(call.id());
        Map<OrganisationId, OrganisationCard> cards =
                registry.cards(asks.stream().map(Rolls.Ask::organisation).toList());
        List<RollCall.Asked> asked = new ArrayList<>();
        for (Rolls.Ask ask : asks) {
            Optional<OrganisationCard> card = Optional.ofNullable(cards.get(ask.organisation()));
            Optional<RollAnswer> last = rolls.answers(ask.id()).stream().findFirst();
            asked.add(new RollCall.Asked(
                    ask.id(),
                    ask.organisation(),
                    card.map(OrganisationCard::name).orElse(""),
                    card.map(OrganisationCard::placeCode).orElse(""),
                    mobile(viewer, ask.organisation()),
                    links.token(ask.id()),
                    last.filter(answer -> answer.day().equals(today)),
                    last));
        }
        asked.sort(Comparator.comparing((RollCall.Asked one) -> !one.silent()).thenComparing(RollCall.Asked::name));
        return new RollCall(call.id(), call.productKey(), call.areaCode(), call.calledAt(), call.calledBy(), asked);
    }

    private Optional<String> mobile(Actor viewer, OrganisationId organisation) {
        return registry.profile(viewer, organisation)
                .flatMap(OrganisationProfile::contacts)
                .flatMap(contacts -> Optional.ofNullable(contacts.mobile()));
    }

    /** Open ones first. */
    public List<EmergencyTask> tasks(Actor viewer, EmergencyId id) {
        return EmergencyDesk.mayRun(viewer) ? rolls.tasks(id) : List.of();
    }

    // ── Answering ───────────────────────────────────────────────────────────────

    /** What a link asks; empty when it is not ours or its emergency is closed. Looking uses nothing up. */
    public Optional<RollQuestion> question(String token, Instant now) {
        return asked(token)
                .map(found -> new RollQuestion(
                        found.emergency().name(),
                        found.emergency().view().authority(),
                        found.emergency().view().document(),
                        registry.card(found.ask().organisation())
                                .map(OrganisationCard::name)
                                .orElse(""),
                        found.call().productKey(),
                        unit(found.call().productKey()).code(),
                        found.emergency().view().lead().mobile(),
                        mobile(Actor.system(), found.ask().organisation()).isPresent(),
                        today(found.ask(), now)));
    }

    private Optional<RollAnswer> today(Rolls.Ask ask, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        return rolls.answers(ask.id()).stream()
                .findFirst()
                .filter(answer -> answer.day().equals(today));
    }

    private record Found(Emergency emergency, Rolls.Call call, Rolls.Ask ask) {}

    private Optional<Found> asked(String token) {
        return links.read(token).flatMap(rolls::ask).flatMap(this::found);
    }

    private Optional<Found> found(Rolls.Ask ask) {
        return rolls.call(ask.call())
                .flatMap(call -> emergencies
                        .byId(call.emergency())
                        .filter(Emergency::isOpen)
                        .map(emergency -> new Found(emergency, call, ask)));
    }

    /** By the link, without an account. Who answers says the name, and the last digits of the registered mobile where one is known. */
    public Outcome<RollAnswer> answer(String token, RollAnswerDraft draft, Instant now) {
        Optional<Found> found = asked(token);
        if (found.isEmpty()) {
            return notFound();
        }
        Optional<String> mobile = mobile(Actor.system(), found.get().ask().organisation());
        List<Refusal> refusals = new ArrayList<>();
        if (mobile.isPresent() && !mobile.get().replaceAll("\\D", "").endsWith(fourDigits(draft.lastFour()))) {
            refusals.add(Refusal.at("lastFour", "roll.last_four_wrong"));
        }
        return answer(found.get(), draft, Optional.empty(), Actor.visitor(), refusals, now);
    }

    /** What cannot be the end of any number is refused like a wrong one. */
    private static String fourDigits(String typed) {
        return typed.strip().matches("\\d{4}") ? typed.strip() : "–";
    }

    /** From a call: the desk types in what somebody said. */
    public Outcome<RollAnswer> typeIn(Actor actor, EmergencyId id, UUID ask, RollAnswerDraft draft, Instant now) {
        Optional<Found> found = open(actor, id)
                .flatMap(emergency -> rolls.ask(ask))
                .flatMap(this::found)
                .filter(one -> one.emergency().id().equals(id));
        return found.isEmpty()
                ? notFound()
                : answer(found.get(), draft, Optional.of(actor.name()), actor, new ArrayList<>(), now);
    }

    private Outcome<RollAnswer> answer(
            Found found,
            RollAnswerDraft draft,
            Optional<String> typedBy,
            Actor actor,
            List<Refusal> refusals,
            Instant now) {
        Unit unit = unit(found.call().productKey());
        Optional<Running> running = Arrays.stream(Running.values())
                .filter(one -> one.name().equals(draft.running()))
                .findFirst();
        if (running.isEmpty()) {
            refusals.add(Refusal.at("running", "roll.running_missing"));
        }
        Optional<Quantity> stock = amount("stock", draft.stock(), unit, refusals);
        Optional<Quantity> output = amount("output", draft.output(), unit, refusals);
        Optional<Integer> days = days(draft.materialDays(), refusals);
        Set<Blocker> missing = EnumSet.noneOf(Blocker.class);
        Arrays.stream(Blocker.values())
                .filter(one -> draft.missing().contains(one.name()))
                .forEach(missing::add);
        String name = draft.answeredBy().strip();
        if (name.length() < 2 || name.length() > 60) {
            refusals.add(Refusal.at("answeredBy", "roll.name_missing"));
        }
        if (draft.note().length() > 500) {
            refusals.add(Refusal.at("note", "roll.note_long", 500));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        RollAnswer answer = new RollAnswer(
                LocalDate.ofInstant(now, ZONE),
                running.orElseThrow(),
                stock,
                output,
                days,
                missing,
                draft.note().strip(),
                name,
                typedBy,
                now);
        rolls.add(found.ask().id(), answer, unit.code());
        if (answer.running() != Running.NO) {
            refresh(found.ask(), name, now);
        }
        EmergencyView view = found.emergency().view();
        missing.forEach(blocker -> rolls.open(
                view.id(),
                found.ask().id(),
                blocker,
                answer.note(),
                view.lead().name(),
                now.plus(view.answerWithin()),
                now));
        String organisation = registry.card(found.ask().organisation())
                .map(OrganisationCard::name)
                .orElse("");
        entries.add(
                view.id(),
                typedBy.orElse(name),
                Entry.Deed.ROLL_ANSWERED,
                organisation + " · " + answer.running() + (typedBy.isPresent() ? " · " + name : ""),
                now);
        outbox.publish(new RollAnswered(
                view.id(), found.ask().id(), found.ask().organisation(), answer.running(), typedBy.isPresent()));
        return Outcome.accepted(answer);
    }

    /** Its listings still stand: said by the maker, in its own name. */
    private void refresh(Rolls.Ask ask, String name, Instant now) {
        Actor maker = new Actor(Optional.empty(), name, Set.of(Role.MEMBER), Optional.of(ask.organisation()), false);
        ask.listings().forEach(listing -> catalogue.confirmStillFree(maker, listing, now));
    }

    private Unit unit(String productKey) {
        return glossary.terms().byKey(productKey).flatMap(NeedReader::usualUnit).orElse(Unit.of("piece"));
    }

    private static Optional<Quantity> amount(String field, String typed, Unit unit, List<Refusal> refusals) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<Quantity> read = TradeNumber.amount(typed, unit)
                .filter(amount -> amount.amount().compareTo(MOST) <= 0)
                .flatMap(amount ->
                        amount.unit().dimension().equals(unit.dimension()) ? amount.exactlyIn(unit) : Optional.empty());
        if (read.isEmpty()) {
            refusals.add(Refusal.at(field, "roll.amount_unreadable", typed.strip(), unit.nameZh(), unit.nameEn()));
        }
        return read;
    }

    private static Optional<Integer> days(String typed, List<Refusal> refusals) {
        String tidy = typed.strip();
        if (tidy.isEmpty()) {
            return Optional.empty();
        }
        if (tidy.matches("\\d{1,3}")) {
            return Optional.of(Integer.valueOf(tidy));
        }
        refusals.add(Refusal.at("materialDays", "roll.days_unreadable", tidy));
        return Optional.empty();
    }

    // ── Tasks ───────────────────────────────────────────────────────────────────

    public Outcome<UUID> assign(Actor actor, EmergencyId id, UUID task, String owner, String hours, Instant now) {
        if (open(actor, id).isEmpty()) {
            return notFound();
        }
        List<Refusal> refusals = new ArrayList<>();
        String name = owner.strip();
        if (name.length() < 2 || name.length() > 60) {
            refusals.add(Refusal.at("owner-" + task, "roll.owner_missing"));
        }
        if (!hours.strip().matches("[1-9]\\d{0,2}")) {
            refusals.add(Refusal.at("hours-" + task, "roll.hours_unreadable"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return rolls.assign(id, task, name, now.plus(Duration.ofHours(Long.parseLong(hours.strip()))))
                ? Outcome.accepted(task)
                : notFound();
    }

    public Outcome<UUID> done(Actor actor, EmergencyId id, UUID task, Instant now) {
        Optional<EmergencyTask> known = open(actor, id).stream()
                .flatMap(emergency -> rolls.tasks(id).stream())
                .filter(one -> one.id().equals(task))
                .findFirst();
        if (known.isEmpty() || !rolls.done(id, task, actor.name(), now)) {
            return notFound();
        }
        entries.add(
                id,
                actor,
                Entry.Deed.TASK_DONE,
                known.get().organisation() + " · " + known.get().blocker(),
                now);
        outbox.publish(new TaskDone(id, task, known.get().blocker()));
        return Outcome.accepted(task);
    }

    private Optional<Emergency> open(Actor actor, EmergencyId id) {
        return EmergencyDesk.mayRun(actor) ? emergencies.lockedById(id).filter(Emergency::isOpen) : Optional.empty();
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
    }
}
