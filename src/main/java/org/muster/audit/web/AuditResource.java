package org.muster.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.audit.AuditChain;
import org.muster.audit.AuditEntry;
import org.muster.audit.AuditPage;
import org.muster.audit.AuditQuery;
import org.muster.audit.AuditTrail;
import org.muster.audit.ChainBreak;
import org.muster.audit.ChainStatus;
import org.muster.audit.Verification;
import org.muster.identity.CurrentActor;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Who did what to which thing, found by actor, deed, thing and day. */
@Path("/admin/audit")
class AuditResource {

    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_VALUE = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Pattern DAY = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What was asked for, as it was typed. */
    record Asked(String actor, String action, String kind, String subject, String from, String to) {

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
            return UriBuilder.fromPath("/admin/audit")
                    .queryParam("actor", "{actor}")
                    .queryParam("action", "{action}")
                    .queryParam("kind", "{kind}")
                    .queryParam("subject", "{subject}")
                    .queryParam("from", "{from}")
                    .queryParam("to", "{to}")
                    .queryParam("page", page)
                    .build(actor, action, kind, subject, from, to)
                    .toString();
        }
    }

    record Fact(String name, String value) {}

    /** @param href the thing's own page; empty when it has none */
    record Line(
            long id,
            Instant at,
            String actor,
            Optional<UUID> organisation,
            String action,
            String kind,
            UUID subject,
            Optional<String> href,
            List<Fact> facts) {}

    /**
     * The seals in words.
     *
     * @param broken the first thing that did not hold when it was last verified; null when all did
     */
    record ChainView(
            long seals,
            long waiting,
            @Nullable Instant lastSealed,
            @Nullable String head,
            @Nullable Instant verifiedAt,
            String verifiedDetail,
            @Nullable String broken,
            boolean verifying) {}

    /** @param chain null when a question is refused: that page has other things to say */
    record TrailPage(
            Asked asked,
            @Nullable ChainView chain,
            List<Choice> actions,
            List<Choice> kinds,
            List<Line> lines,
            boolean more,
            Pager pager,
            List<Refusal> refusals) {}

    private final AuditTrail trail;
    private final AuditChain chain;
    private final Flash flash;
    private final CurrentActor actor;
    private final Language language;
    private final ObjectMapper json;

    AuditResource(
            AuditTrail trail, AuditChain chain, Flash flash, CurrentActor actor, Language language, ObjectMapper json) {
        this.trail = trail;
        this.chain = chain;
        this.flash = flash;
        this.actor = actor;
        this.language = language;
        this.json = json;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response trail(
            @RestQuery("actor") @DefaultValue("") String name,
            @RestQuery @DefaultValue("") String action,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String subject,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @RestQuery @DefaultValue("1") int page) {
        Asked asked = new Asked(name.strip(), action, kind, subject.strip(), from.strip(), to.strip());
        List<Refusal> refusals = new ArrayList<>();
        ZoneId zone = language.zone();
        Optional<LocalDate> first = day(asked.from, "from", refusals);
        Optional<LocalDate> last = day(asked.to, "to", refusals);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            refusals.add(Refusal.at("to", "audit.days_turned_round"));
        }
        Optional<UUID> thing = id(asked.subject, refusals);
        if (!refusals.isEmpty()) {
            return Refused.page(Templates.trail(view(asked, new AuditPage(List.of(), 0), 1, refusals)));
        }
        int lastPage = AuditTrail.COUNTED_AT_MOST / ON_A_PAGE;
        AuditQuery query = new AuditQuery(
                filled(asked.actor),
                filled(asked.action),
                filled(asked.kind),
                thing,
                first.map(day -> day.atStartOfDay(zone).toInstant()),
                last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                Math.max(1, Math.min(page, lastPage)),
                ON_A_PAGE);
        AuditPage found = trail.search(actor.get(), query);
        return Response.ok(Templates.trail(view(asked, found, query.page(), refusals)))
                .build();
    }

    /** Most chains are gone over while the page waits; a long one goes on beside it. */
    @POST
    @Path("/verify")
    public Response verify() {
        try {
            Verification verification =
                    chain.beginVerification(actor.get()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (verification.sound()) {
                flash.say("audit:verified_sound");
            } else {
                flash.warn("audit:verified_broken");
            }
        } catch (TimeoutException e) {
            flash.say("audit:verify_under_way");
        } catch (ExecutionException e) {
            flash.warn("audit:verify_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            flash.say("audit:verify_under_way");
        }
        return Redirect.to("/admin/audit");
    }

    private ChainView seals(ChainStatus status) {
        AuditMessages words = language.messages(AuditMessages.class);
        Optional<Verification> last = status.lastVerified();
        return new ChainView(
                status.seals(),
                status.waiting(),
                status.lastSealed().orElse(null),
                status.head().orElse(null),
                last.map(Verification::at).orElse(null),
                last.map(one -> words.verified_detail(
                                one.by(),
                                Figures.number(BigDecimal.valueOf(one.entries())),
                                Figures.number(BigDecimal.valueOf(one.seals())),
                                Figures.number(BigDecimal.valueOf(one.took().toMillis(), 3)
                                        .setScale(1, RoundingMode.CEILING))))
                        .orElse(""),
                last.flatMap(Verification::firstBreak)
                        .map(found -> inWords(found, words))
                        .orElse(null),
                status.verifying());
    }

    private static String inWords(ChainBreak found, AuditMessages words) {
        String entry = Figures.number(BigDecimal.valueOf(found.entry()));
        String seal = Figures.number(BigDecimal.valueOf(found.seal()));
        return switch (found.kind()) {
            case ENTRY_ALTERED -> words.break_entry_altered(entry, seal);
            case ENTRY_MISSING -> words.break_entry_missing(entry, seal);
            case ENTRY_INSERTED -> words.break_entry_inserted(entry);
            case ENTRY_GONE_UNSEALED -> words.break_entry_gone_unsealed(entry);
            case ENTRY_SEALED_TWICE -> words.break_entry_sealed_twice(entry);
            case ENTRY_MISDATED -> words.break_entry_misdated(entry, seal);
            case SEAL_ALTERED -> words.break_seal_altered(seal);
            case SEAL_MISSING -> words.break_seal_missing(seal);
            case SEAL_REPLACED -> words.break_seal_replaced(seal);
        };
    }

    private TrailPage view(Asked asked, AuditPage found, int page, List<Refusal> refusals) {
        Locale locale = language.locale();
        return new TrailPage(
                asked,
                refusals.isEmpty() ? chain.status(actor.get()).map(this::seals).orElse(null) : null,
                trail.actions(actor.get()).stream()
                        .map(action -> Choice.of(action, DeedNames.action(action, locale)))
                        .toList(),
                trail.subjectKinds(actor.get()).stream()
                        .map(kind -> Choice.of(kind, DeedNames.kind(kind, locale)))
                        .toList(),
                found.entries().stream().map(entry -> line(entry, locale)).toList(),
                found.total() >= AuditTrail.COUNTED_AT_MOST,
                new Pager(page, ON_A_PAGE, found.total(), asked::url),
                refusals);
    }

    private Line line(AuditEntry entry, Locale locale) {
        JsonNode details = details(entry);
        return new Line(
                entry.id(),
                entry.at(),
                entry.actorName(),
                entry.organisation(),
                DeedNames.action(entry.action(), locale),
                DeedNames.kind(entry.subjectKind(), locale),
                entry.subject(),
                href(entry, details),
                facts(details));
    }

    private JsonNode details(AuditEntry entry) {
        try {
            return json.readTree(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Entry " + entry.id() + " cannot be read", e);
        }
    }

    private static Optional<String> href(AuditEntry entry, JsonNode details) {
        return switch (entry.subjectKind()) {
            case "listing" -> Optional.of("/listings/" + entry.subject());
            case "organisation" -> Optional.of("/organisations/" + entry.subject());
            case "term" ->
                details.hasNonNull("key")
                        ? Optional.of("/admin/terms/" + details.get("key").asText())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static List<Fact> facts(JsonNode details) {
        List<Fact> facts = new ArrayList<>();
        details.fields().forEachRemaining(field -> {
            JsonNode value = unwrapped(field.getValue());
            if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                String text = value.isValueNode() ? value.asText() : value.toString();
                facts.add(new Fact(
                        field.getKey(),
                        text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…"));
            }
        });
        return facts;
    }

    /** An id is a record of one value; only the value is worth reading. */
    private static JsonNode unwrapped(JsonNode value) {
        return value.isObject() && value.size() == 1 && value.has("value") ? value.get("value") : value;
    }

    private static Optional<LocalDate> day(String text, String field, List<Refusal> refusals) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            refusals.add(Refusal.at(field, "audit.no_day", text));
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text, List<Refusal> refusals) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher id = ID.matcher(text);
        if (id.find()) {
            return Optional.of(UUID.fromString(id.group()));
        }
        refusals.add(Refusal.at("subject", "audit.no_id", text));
        return Optional.empty();
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance trail(TrailPage view);

        private Templates() {}
    }
}
