package org.muster.consignment.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.ask.AskView;
import org.muster.consignment.BatchDraft;
import org.muster.consignment.ConsignmentState;
import org.muster.consignment.ConsignmentView;
import org.muster.consignment.Consignments;
import org.muster.consignment.IssuedPaper;
import org.muster.consignment.RunLeg;
import org.muster.consignment.Sample;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.paper.PaperCode;
import org.muster.paper.PaperMessages;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Download;
import org.muster.shell.Figures;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The pages that the desk and the supplier share: one consignment, and the form that sends one. */
@ApplicationScoped
class ConsignmentPages {

    @CheckedTemplate(basePath = "consignment")
    static class Templates {
        static native TemplateInstance consignment(OnePage view);

        static native TemplateInstance send(SendPage view);

        private Templates() {}
    }

    record Card(
            ConsignmentView goods, String url, String thing, String place, String icon, String tone, boolean late) {}

    record Leg(
            RunLeg leg,
            String thing,
            String place,
            @Nullable String left,
            boolean late,
            List<Card> cards,
            String sendUrl) {}

    record Paper(IssuedPaper paper, String kind, String proofUrl, String pdfUrl) {}

    record BatchRow(int number, int at) {
        public String field(String name) {
            return name + "-" + at;
        }
    }

    /** @param head null for the supplier */
    record OnePage(
            @Nullable Head head,
            Card card,
            String listUrl,
            boolean desk,
            boolean mayDepart,
            boolean mayDelay,
            boolean mayArrive,
            boolean mayJudge,
            boolean mayIssue,
            List<Paper> papers,
            List<Choice> kinds,
            List<Choice> samples,
            List<BatchRow> rows,
            Typed typed,
            String key,
            String whole,
            List<Refusal> refusals) {}

    /** @param head null for the supplier */
    record SendPage(
            @Nullable Head head,
            Leg leg,
            String listUrl,
            boolean desk,
            String promise,
            String unit,
            Typed typed,
            String key,
            List<Refusal> refusals) {}

    private final Consignments consignments;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ConsignmentPages(
            Consignments consignments, Heads heads, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.consignments = consignments;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    static UUID id(String text) {
        return Ids.read(text, UUID::fromString);
    }

    ConsignmentMessages words() {
        return language.messages(ConsignmentMessages.class);
    }

    ConsignmentView goods(UUID id) {
        return consignments.byId(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
    }

    RunLeg leg(UUID ask) {
        return consignments.leg(actor.get(), ask, clock.instant()).orElseThrow(NotFound::new);
    }

    Card card(ConsignmentView goods, String list) {
        boolean late = goods.late(clock.instant());
        return new Card(
                goods,
                list + "/" + goods.id(),
                thing(goods.ask()),
                heads.place(goods.toPlace()),
                icon(goods.state()),
                tone(goods.state()),
                late);
    }

    Leg leg(RunLeg leg, String list) {
        AskView ask = leg.promise().ask();
        return new Leg(
                leg,
                thing(ask),
                heads.place(ask.place()),
                leg.left().map(this::figure).orElse(null),
                leg.late(clock.instant()),
                leg.consignments().stream().map(one -> card(one, list)).toList(),
                list + "/legs/" + ask.id());
    }

    private static String tone(ConsignmentState state) {
        return switch (state) {
            case ACCEPTED -> "green";
            case REJECTED -> "red";
            case COMMITTED -> "grey";
            case DISPATCHED, ARRIVED -> "amber";
        };
    }

    private static String icon(ConsignmentState state) {
        return switch (state) {
            case ACCEPTED -> "check";
            case REJECTED -> "x";
            case COMMITTED -> "clock";
            case DISPATCHED -> "swap";
            case ARRIVED -> "inbox";
        };
    }

    String thing(AskView ask) {
        return language.isChinese() ? ask.thingZh() : ask.thingEn();
    }

    String figure(Quantity quantity) {
        return Figures.exact(quantity, language.locale());
    }

    TemplateInstance one(@Nullable Head head, ConsignmentView goods, String list, Typed typed, List<Refusal> refusals) {
        boolean desk = head != null;
        boolean open = head == null || head.open();
        PaperMessages sheet = language.messages(PaperMessages.class);
        String url = list + "/" + goods.id();
        return Templates.consignment(new OnePage(
                head,
                card(goods, list),
                list,
                desk,
                open && goods.state() == ConsignmentState.COMMITTED,
                open && goods.state().isAway(),
                open && desk && goods.state() == ConsignmentState.DISPATCHED,
                open && desk && goods.state() == ConsignmentState.ARRIVED,
                open && desk,
                goods.papers().stream()
                        .map(one -> new Paper(
                                one,
                                sheet.kind(one.kind()),
                                "/papers/" + one.code(),
                                url + "/papers/" + one.code() + "/sheet.pdf"))
                        .toList(),
                Consignments.kinds(goods).stream()
                        .map(one -> Choice.of(one, sheet.kind(one)))
                        .toList(),
                Arrays.stream(Sample.values())
                        .map(one -> Choice.of(one, words().sample(one)))
                        .toList(),
                IntStream.range(0, BatchDraft.ROWS)
                        .mapToObj(at -> new BatchRow(at + 1, at))
                        .toList(),
                typed,
                typed.key(),
                figure(goods.quantity()),
                refusals));
    }

    TemplateInstance send(@Nullable Head head, RunLeg leg, String list, Typed typed, List<Refusal> refusals) {
        Quantity promised = leg.promise().ask().quantity().orElseThrow(NotFound::new);
        return Templates.send(new SendPage(
                head,
                leg(leg, list),
                list,
                head != null,
                words().promise(figure(promised), leg.left().map(this::figure).orElse("")),
                promised.unit().name(language.locale()),
                typed,
                typed.key(),
                refusals));
    }

    Response done(Outcome<UUID> outcome, String list, Function<List<Refusal>, TemplateInstance> page) {
        return outcome.fold(
                id -> {
                    flash.say("consignment:saved");
                    return Redirect.to(list + "/" + id);
                },
                refusals -> {
                    if (refusals.get(0).key().equals(Consignments.NOT_FOUND)) {
                        throw new NotFound();
                    }
                    return Refused.page(page.apply(refusals));
                });
    }

    Response pdf(UUID id, String code, UriInfo uri) {
        PaperCode known = Ids.read(code, PaperCode::of);
        String site = uri.getBaseUriBuilder().path("papers").build().toString();
        byte[] pdf = consignments
                .pdf(actor.get(), id, known, language.locale(), site, clock.instant())
                .orElseThrow(NotFound::new);
        return Download.of(pdf, "application/pdf", known.printed() + ".pdf", known + "-" + language.tag());
    }
}
