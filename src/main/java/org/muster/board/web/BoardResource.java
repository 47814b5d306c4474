package org.muster.board.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.board.Board;
import org.muster.board.Carried;
import org.muster.board.HandOver;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.NeedState;
import org.muster.emergency.RollCall;
import org.muster.emergency.RollDesk;
import org.muster.emergency.web.EntryWords;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.emergency.web.NeedRows;
import org.muster.emergency.web.RollWords;
import org.muster.identity.CurrentActor;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/**
 * The board of an emergency: its clocks, how far each requirement is covered, who owes an answer, what was done, who is on shift. Open boards follow
 * what happens.
 */
@Path("/emergencies/{id}")
class BoardResource {

    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance board(BoardPage view);

        static native TemplateInstance shifts(ShiftsPage view);

        private Templates() {}
    }

    /** A roll and how far it is today. */
    record RollRow(String url, String name, long answered, long asked) {
        public boolean whole() {
            return answered == asked;
        }
    }

    /**
     * @param wall whether it hangs where people read it from five metres away
     * @param whole whether all steps are shown, or only what decides and what is late
     * @param gantt null where no plan was sent, as {@code map}
     * @param lacking of {@code balances} resources those that are short on some day
     * @param owing asks that somebody owes an answer to, those due first first
     * @param planUrl of the plan in force; blank where none was sent
     * @param flagged how many needs wait for a click; blank for none
     * @param owed tasks that nobody has done yet, those due first first
     * @param shift the last hand-over; null where there was none
     */
    record BoardPage(
            Head head,
            boolean wall,
            boolean whole,
            List<BoardWords.OwingRow> owing,
            CarriedWords.@Nullable Gantt gantt,
            BoardMap.@Nullable View map,
            List<CarriedWords.BalanceRow> lacking,
            int balances,
            List<BoardWords.CoverRow> coverage,
            String planUrl,
            String flagged,
            List<NeedRows.SumRow> sums,
            List<RollWords.TaskRow> owed,
            List<RollRow> rolls,
            @Nullable HandOver shift,
            List<Entry> entries,
            Pager pager) {

        public String url() {
            return url(wall, whole, pager.page());
        }

        public String toWall() {
            return url(!wall, whole, 1);
        }

        public String toWhole() {
            return url(wall, !whole, 1) + "#board-gantt";
        }

        private String url(boolean onWall, boolean all, int page) {
            String asked = Stream.of(onWall ? "wall=1" : "", all ? "steps=all" : "", page > 1 ? "page=" + page : "")
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining("&"));
            return head.url() + "/board" + (asked.isEmpty() ? "" : "?" + asked);
        }

        public String width() {
            return wall ? "page-wide wall" : "page-wide";
        }
    }

    record ShiftsPage(Head head, List<HandOver> notes, String from, String to, String open, List<Refusal> refusals) {}

    private final Board board;
    private final EmergencyDesk desk;
    private final NeedDesk needDesk;
    private final RollDesk rolls;
    private final NeedRows needs;
    private final RollWords rollWords;
    private final BoardWords words;
    private final EntryWords entryWords;
    private final CarriedWords carriedWords;
    private final BoardMap map;
    private final Language language;
    private final Heads heads;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    BoardResource(
            Board board,
            EmergencyDesk desk,
            NeedDesk needDesk,
            RollDesk rolls,
            NeedRows needs,
            RollWords rollWords,
            BoardWords words,
            EntryWords entryWords,
            CarriedWords carriedWords,
            BoardMap map,
            Language language,
            Heads heads,
            CurrentActor actor,
            Flash flash,
            Clock clock) {
        this.board = board;
        this.desk = desk;
        this.needDesk = needDesk;
        this.rolls = rolls;
        this.needs = needs;
        this.rollWords = rollWords;
        this.words = words;
        this.entryWords = entryWords;
        this.carriedWords = carriedWords;
        this.map = map;
        this.language = language;
        this.heads = heads;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    @Path("/board")
    public TemplateInstance board(
            @RestPath String id,
            @RestQuery @Nullable String wall,
            @RestQuery @Nullable String steps,
            @RestQuery @DefaultValue("1") int page) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        Head head = heads.of(emergency, "board", now);
        long lines = desk.recorded(actor.get(), emergency.id());
        if (page < 1 || page > Math.max(1, (lines + EmergencyDesk.SHOWN_ENTRIES - 1) / EmergencyDesk.SHOWN_ENTRIES)) {
            throw new NotFound();
        }
        long flagged = needDesk.states(actor.get(), emergency.id()).getOrDefault(NeedState.FLAGGED, 0L);
        boolean onWall = "1".equals(wall);
        boolean whole = "all".equals(steps);
        Optional<Carried> carried = board.carried(actor.get(), emergency.id(), language.zone(), now);
        List<CarriedWords.BalanceRow> balances =
                carried.map(one -> carriedWords.balances(head.url(), one, now)).orElseGet(List::of);
        return Templates.board(new BoardPage(
                head,
                onWall,
                whole,
                words.owing(head.url(), board.owing(actor.get(), emergency.id(), now), now),
                carried.map(one -> carriedWords.gantt(one, whole, now)).orElse(null),
                carried.map(one -> map.of(one.legs())).orElse(null),
                balances.stream().filter(row -> row.lacking() != null).toList(),
                balances.size(),
                words.coverage(head.url(), board.coverage(actor.get(), emergency.id())),
                board.planInForce(actor.get(), emergency.id())
                        .map(run -> head.url() + "/plan/" + run.value())
                        .orElse(""),
                flagged == 0 ? "" : NeedRows.figure(flagged),
                needs.sums(emergency.id()),
                rolls.tasks(actor.get(), emergency.id()).stream()
                        .filter(task -> task.doneAt().isEmpty())
                        .map(task -> rollWords.task(head.url(), task, now))
                        .toList(),
                rolls.of(actor.get(), emergency.id(), now).stream()
                        .map(call -> roll(head, call))
                        .toList(),
                board.handOvers(actor.get(), emergency.id()).stream()
                        .findFirst()
                        .orElse(null),
                entryWords.said(desk.record(actor.get(), emergency.id(), page)),
                new Pager(
                        page,
                        EmergencyDesk.SHOWN_ENTRIES,
                        lines,
                        number -> head.url() + "/board?" + (onWall ? "wall=1&" : "") + (whole ? "steps=all&" : "")
                                + "page=" + number + "#board-record")));
    }

    private RollRow roll(Head head, RollCall call) {
        return new RollRow(
                head.url() + "/rolls/" + call.id(),
                rollWords.product(call.productKey()) + " · " + heads.place(call.areaCode()),
                call.answered(),
                call.asked().size());
    }

    // ── Handing over ────────────────────────────────────────────────────────────

    @GET
    @Path("/shifts")
    public TemplateInstance shifts(@RestPath String id) {
        return shifts(heads.emergency(id), "", "", "", List.of());
    }

    @POST
    @Path("/shifts")
    public Response handOver(
            @RestPath String id,
            @RestForm @DefaultValue("") String from,
            @RestForm @DefaultValue("") String to,
            @RestForm @DefaultValue("") String open) {
        EmergencyView emergency = heads.running(id);
        return board.handOver(actor.get(), emergency.id(), from, to, open, clock.instant())
                .fold(
                        done -> {
                            flash.say("board:handed_over");
                            return Redirect.to("/emergencies/" + emergency.id() + "/shifts");
                        },
                        refusals -> Refused.page(shifts(emergency, from, to, open, refusals)));
    }

    private TemplateInstance shifts(
            EmergencyView emergency, String from, String to, String open, List<Refusal> refusals) {
        List<HandOver> notes = board.handOvers(actor.get(), emergency.id());
        // Whoever took over last is the one who hands over next.
        String before = from.isEmpty() && refusals.isEmpty() && !notes.isEmpty()
                ? notes.get(0).to()
                : from;
        return Templates.shifts(
                new ShiftsPage(heads.of(emergency, "board", clock.instant()), notes, before, to, open, refusals));
    }
}
