package org.muster.reservation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reservation.HoldId;
import org.muster.reservation.LedgerLine;
import org.muster.reservation.LedgerQuery;
import org.muster.reservation.Proof;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Pager;
import org.muster.shell.Refused;

/** The ledger for operators: its entries, found by what they touch and when, and the proof that everything else follows from them. */
@Path("/admin/ledger")
class LedgerResource {

    private static final int ON_A_PAGE = 50;
    private static final int SHORT = 8;
    private static final Pattern DAY = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** How each step looks, in the order of a hold's life. */
    private enum Step {
        HELD("clock", "amber"),
        EXTENDED("clock", "amber"),
        REDUCED("half", "amber"),
        COMMITTED("check", "green"),
        CONSUMED("check-circle", "green"),
        RELEASED("swap", "grey"),
        EXPIRED("x-circle", "grey");

        private final String icon;
        private final String tone;

        Step(String icon, String tone) {
            this.icon = icon;
            this.tone = tone;
        }
    }

    /** What was asked for, as it was typed. */
    record Asked(String listing, String holder, String hold, String kind, String from, String to) {

        public String fromType() {
            return typeFor(from);
        }

        public String toType() {
            return typeFor(to);
        }

        /** A date field would drop what is no date; a text field keeps it to be corrected. */
        private static String typeFor(String typed) {
            return typed.isEmpty() || DAY.matcher(typed).matches() ? "date" : "text";
        }

        String url(int page) {
            return UriBuilder.fromPath("/admin/ledger")
                    .queryParam("listing", "{listing}")
                    .queryParam("holder", "{holder}")
                    .queryParam("hold", "{hold}")
                    .queryParam("kind", "{kind}")
                    .queryParam("from", "{from}")
                    .queryParam("to", "{to}")
                    .queryParam("page", page)
                    .build(listing, holder, hold, kind, from, to)
                    .toString();
        }
    }

    /**
     * One entry in words.
     *
     * @param amount what it adds to what is promised, or gives back of it; null for exclusive time
     */
    record Line(
            long id,
            Instant at,
            String kind,
            String icon,
            String tone,
            ListingId listing,
            String title,
            @Nullable TimeWindow during,
            @Nullable LocalDate day,
            @Nullable String amount,
            @Nullable Instant until,
            HoldId hold,
            String holdShort,
            OrganisationId holder,
            String holderName,
            String actor,
            String reason) {}

    record LedgerPage(
            Asked asked, List<Choice> kinds, List<Line> lines, boolean more, Pager pager, List<Refusal> refusals) {}

    record DifferenceLine(String rule, String subject, String expected, String found) {}

    record ProofPage(
            boolean proven,
            long entries,
            long taken,
            List<DifferenceLine> differences,
            List<String> rules,
            Instant at,
            String seconds) {}

    private final Reservations reservations;
    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    LedgerResource(
            Reservations reservations,
            Catalogue catalogue,
            OrganisationRegistry registry,
            CurrentActor actor,
            Language language,
            Clock clock) {
        this.reservations = reservations;
        this.catalogue = catalogue;
        this.registry = registry;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response entries(
            @RestQuery @DefaultValue("") String listing,
            @RestQuery @DefaultValue("") String holder,
            @RestQuery @DefaultValue("") String hold,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @RestQuery @DefaultValue("1") int page) {
        Asked asked = new Asked(listing.strip(), holder.strip(), hold.strip(), kind, from.strip(), to.strip());
        List<Refusal> refusals = new ArrayList<>();
        ZoneId zone = language.zone();
        Optional<LocalDate> first = day(asked.from, "from", refusals);
        Optional<LocalDate> last = day(asked.to, "to", refusals);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            refusals.add(Refusal.at("to", "ledger.days_turned_round"));
        }
        Optional<UUID> ofListing = id(asked.listing, "listing", refusals);
        Optional<UUID> ofHolder = id(asked.holder, "holder", refusals);
        Optional<UUID> ofHold = id(asked.hold, "hold", refusals);
        if (!refusals.isEmpty()) {
            return Refused.page(Templates.ledger(view(asked, List.of(), 0, 1, refusals)));
        }
        LedgerQuery query = new LedgerQuery(
                ofHold.map(HoldId::new),
                ofListing.map(ListingId::new),
                ofHolder.map(OrganisationId::new),
                Optional.of(asked.kind).filter(some -> !some.isEmpty()),
                first.map(day -> day.atStartOfDay(zone).toInstant()),
                last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                Math.max(1, Math.min(page, Reservations.COUNTED_AT_MOST / ON_A_PAGE)),
                ON_A_PAGE);
        List<LedgerLine> found = reservations.entries(actor.get(), query);
        long total = reservations.countEntries(actor.get(), query);
        return Response.ok(Templates.ledger(view(asked, found, total, query.page(), refusals)))
                .build();
    }

    /** Reads only, so it has an address of its own that may be opened again at any time. */
    @GET
    @Path("/proof")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance proof() {
        Instant now = clock.instant();
        long start = System.nanoTime();
        Proof proof = reservations.proof();
        BigDecimal seconds = BigDecimal.valueOf((System.nanoTime() - start) / 1_000_000, 3);
        Locale locale = language.locale();
        return Templates.ledger_proof(new ProofPage(
                proof.holds(),
                proof.entries(),
                proof.taken(),
                proof.differences().stream()
                        .map(one -> new DifferenceLine(
                                RuleNames.of(one.rule(), locale), one.subject(), one.expected(), one.found()))
                        .toList(),
                RuleNames.all(locale),
                now,
                Figures.number(seconds.setScale(1, RoundingMode.CEILING))));
    }

    private LedgerPage view(Asked asked, List<LedgerLine> found, long total, int page, List<Refusal> refusals) {
        LedgerMessages words = language.messages(LedgerMessages.class);
        List<ListingId> listings =
                found.stream().map(LedgerLine::listing).distinct().toList();
        Map<ListingId, ListingCard> cards = catalogue.cards(actor.get(), listings, clock.instant()).stream()
                .collect(Collectors.toMap(ListingCard::id, Function.identity()));
        Map<OrganisationId, OrganisationCard> holders =
                registry.cards(found.stream().map(LedgerLine::holder).distinct().toList());
        return new LedgerPage(
                asked,
                List.of(Step.values()).stream()
                        .map(step -> Choice.of(step, word(step, words)))
                        .toList(),
                found.stream()
                        .map(line -> line(
                                line,
                                Optional.ofNullable(cards.get(line.listing()))
                                        .map(this::title)
                                        .orElseGet(() -> line.listing().toString()),
                                Optional.ofNullable(holders.get(line.holder()))
                                        .map(OrganisationCard::name)
                                        .orElseGet(() -> line.holder().toString()),
                                words))
                        .toList(),
                total >= Reservations.COUNTED_AT_MOST,
                new Pager(page, ON_A_PAGE, total, asked::url),
                refusals);
    }

    private String title(ListingCard card) {
        String english = card.titleEn();
        return language.locale().getLanguage().equals("en") && english != null ? english : card.title();
    }

    private Line line(LedgerLine entry, String title, String holderName, LedgerMessages words) {
        Step step = Step.valueOf(entry.kind());
        return new Line(
                entry.id(),
                entry.at(),
                word(step, words),
                step.icon,
                step.tone,
                entry.listing(),
                title,
                entry.during(),
                entry.day(),
                amount(entry, words),
                entry.until(),
                entry.hold(),
                entry.hold().toString().substring(0, SHORT),
                entry.holder(),
                holderName,
                entry.actorName(),
                entry.reason());
    }

    private @Nullable String amount(LedgerLine entry, LedgerMessages words) {
        BigDecimal amount = entry.amount();
        if (amount == null || amount.signum() == 0) {
            return null;
        }
        String dimension = entry.sells().substring(entry.sells().indexOf(' ') + 1);
        String figure = Unit.all().stream()
                .filter(unit -> unit.dimension().name().equals(dimension)
                        && unit.factor().compareTo(BigDecimal.ONE) == 0)
                .findFirst()
                .map(unit -> Figures.exact(new Quantity(amount.abs(), unit), language.locale()))
                .orElseGet(() -> Figures.number(amount.abs()));
        return amount.signum() > 0 ? words.takes(figure) : words.gives_back(figure);
    }

    private static String word(Step step, LedgerMessages words) {
        return switch (step) {
            case HELD -> words.kind_held();
            case EXTENDED -> words.kind_extended();
            case REDUCED -> words.kind_reduced();
            case COMMITTED -> words.kind_committed();
            case CONSUMED -> words.kind_consumed();
            case RELEASED -> words.kind_released();
            case EXPIRED -> words.kind_expired();
        };
    }

    private static Optional<LocalDate> day(String text, String field, List<Refusal> refusals) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            refusals.add(Refusal.at(field, "ledger.no_day", text));
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text, String field, List<Refusal> refusals) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher id = ID.matcher(text);
        if (id.find()) {
            return Optional.of(UUID.fromString(id.group()));
        }
        refusals.add(Refusal.at(field, "ledger.no_id", text));
        return Optional.empty();
    }

    @CheckedTemplate(basePath = "reservation")
    static class Templates {
        static native TemplateInstance ledger(LedgerPage view);

        static native TemplateInstance ledger_proof(ProofPage view);

        private Templates() {}
    }
}
