package org.muster.allocation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.Allocations;
import org.muster.allocation.CapabilityDistance;
import org.muster.allocation.MatchSheet;
import org.muster.catalogue.ListingView;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.Gate;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.matching.Miss;
import org.muster.matching.NearMiss;
import org.muster.recipe.Bilingual;
import org.muster.recipe.RecipeLine;
import org.muster.reservation.Claim;
import org.muster.reservation.UnderOrder;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** What an emergency takes, and for each of it who can give it, who nearly can, and why not. */
@Path("/emergencies/{id}/match")
class MatchResource {

    @CheckedTemplate(basePath = "allocation")
    static class Templates {
        static native TemplateInstance match(MatchPage view);

        private Templates() {}
    }

    /** @param kind null for what is bought as it is */
    record Row(
            String url,
            String name,
            String output,
            String area,
            RecipeLine.@Nullable Kind kind,
            List<Quantity> amounts,
            Instant neededBy,
            boolean chosen) {
        public boolean isBought() {
            return kind == null;
        }
    }

    record Clause(Gate.Clause clause, Gate.Reason reason, boolean passes, String shown) {}

    record Paper(String number, List<Clause> clauses) {}

    record Order(
            boolean held, @Nullable Instant until, @Nullable Quantity quantity) {
        public boolean isWhole() {
            return quantity == null;
        }
    }

    record Distance(
            int points,
            String shared,
            String lacking,
            String handled,
            String unhandled,
            CapabilityDistance.Room room,
            int minutes) {}

    record Fits(
            String url,
            String title,
            String supplier,
            String place,
            Instant arrives,
            long kilometres,
            long hours,
            @Nullable Quantity gives,
            List<Refusal> whyNot,
            boolean whole,
            @Nullable Distance distance,
            List<Paper> papers,
            List<Order> orders) {
        public boolean isCounted() {
            return gives != null;
        }

        public boolean isConverted() {
            return distance != null;
        }
    }

    record Near(
            String url,
            String title,
            String supplier,
            String place,
            long kilometres,
            long hours,
            List<Refusal> reasons) {}

    record Looked(Row row, List<Fits> fits, List<Near> misses, int looked) {}

    record MatchPage(Head head, List<Row> rows, @Nullable Looked chosen, String recipeUrl) {
        public boolean isNothing() {
            return chosen == null;
        }
    }

    private final Allocations allocations;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    MatchResource(Allocations allocations, Heads heads, CurrentActor actor, Language language, Clock clock) {
        this.allocations = allocations;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance match(@RestPath String id, @RestQuery @DefaultValue("") String requirement) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        MatchSheet sheet =
                allocations.match(actor.get(), emergency.id(), requirement, now).orElseThrow(NotFound::new);
        Head head = heads.of(emergency, "match", now);
        String chosen = sheet.chosen().map(one -> one.row().key()).orElse("");
        return Templates.match(new MatchPage(
                head,
                sheet.rows().stream().map(row -> row(head, row, chosen)).toList(),
                sheet.chosen().map(one -> looked(head, one)).orElse(null),
                head.url() + "/recipe"));
    }

    private Row row(Head head, MatchSheet.Row row, String chosen) {
        return new Row(
                head.url() + "/match?requirement=" + URLEncoder.encode(row.key(), StandardCharsets.UTF_8)
                        + "#fits-title",
                said(row.name()),
                said(row.output()),
                heads.place(row.area()),
                row.kind().orElse(null),
                row.amounts(),
                row.neededBy(),
                row.key().equals(chosen));
    }

    private String said(Bilingual text) {
        return text.in(language.locale());
    }

    private Looked looked(Head head, MatchSheet.Looked looked) {
        return new Looked(
                row(head, looked.row(), looked.row().key()),
                looked.fits().stream().map(this::fits).toList(),
                looked.misses().stream().map(this::near).toList(),
                looked.looked());
    }

    private Fits fits(MatchSheet.Fits one) {
        ListingView listing = one.candidate().listing();
        return new Fits(
                "/listings/" + listing.id(),
                title(listing),
                supplier(listing),
                heads.place(listing.placeCode()),
                one.candidate().arrives(),
                one.candidate().journey().kilometres(),
                one.candidate().journey().takes().toHours(),
                one.gives().orElse(null),
                one.whyNot(),
                one.whole(),
                one.distance().map(this::distance).orElse(null),
                one.candidate().certificates().stream()
                        .map(MatchResource::paper)
                        .toList(),
                one.orders().stream().map(MatchResource::order).toList());
    }

    private Near near(NearMiss miss) {
        ListingView listing = miss.listing();
        return new Near(
                "/listings/" + listing.id(),
                title(listing),
                supplier(listing),
                heads.place(listing.placeCode()),
                miss.journey().kilometres(),
                miss.journey().takes().toHours(),
                miss.misses().stream().map(Miss::why).toList());
    }

    private String title(ListingView listing) {
        String english = listing.titleEn();
        return language.isChinese() || english == null ? listing.title() : english;
    }

    private String supplier(ListingView listing) {
        String english = listing.organisationNameEn();
        String name = listing.organisationName();
        String said = language.isChinese() || english == null ? name : english;
        return said == null ? "" : said;
    }

    private Distance distance(CapabilityDistance of) {
        return new Distance(
                of.points(),
                words(of.shared()),
                words(of.lacking()),
                words(of.handled()),
                words(of.unhandled()),
                of.room(),
                of.minutes().orElse(-1));
    }

    private String words(List<String> all) {
        return String.join(language.isChinese() ? "、" : ", ", all);
    }

    private static Paper paper(Gate.Answer answer) {
        return new Paper(
                answer.by().map(CertificateCard::number).orElse(""),
                answer.results().stream()
                        .map(result -> new Clause(result.clause(), result.reason(), result.passes(), result.shown()))
                        .toList());
    }

    private static Order order(UnderOrder order) {
        Optional<Quantity> quantity = order.what() instanceof Claim.Amount amount
                ? Optional.of(amount.quantity())
                : order.what() instanceof Claim.Rate rate ? Optional.of(rate.quantity()) : Optional.empty();
        return new Order(order.until().isPresent(), order.until().orElse(null), quantity.orElse(null));
    }
}
