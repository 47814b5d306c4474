package org.muster.board.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.board.Balance;
import org.muster.board.Board;
import org.muster.board.Carried;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.shell.Choice;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** Of one resource after the other: what is needed, promised and accepted, day by day. */
@Path("/emergencies/{id}/balance")
class BalanceResource {

    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance balance(BalancePage view);

        private Templates() {}
    }

    /** @param row null where no plan was sent */
    record BalancePage(
            Head head,
            String requirement,
            List<Choice> choices,
            CarriedWords.@Nullable BalanceRow row,
            List<CarriedWords.DayRow> days) {

        public String url() {
            return row == null ? head.url() + "/balance" : row.url();
        }
    }

    private final Board board;
    private final CarriedWords words;
    private final Heads heads;
    private final Language language;
    private final CurrentActor actor;
    private final Clock clock;

    BalanceResource(Board board, CarriedWords words, Heads heads, Language language, CurrentActor actor, Clock clock) {
        this.board = board;
        this.words = words;
        this.heads = heads;
        this.language = language;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    public TemplateInstance balance(@RestPath String id, @RestQuery @Nullable String requirement) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        Head head = heads.of(emergency, "board", now);
        Optional<Carried> carried = board.carried(actor.get(), emergency.id(), language.zone(), now);
        if (carried.isEmpty()) {
            return Templates.balance(new BalancePage(head, "", List.of(), null, List.of()));
        }
        List<CarriedWords.BalanceRow> rows = words.balances(head.url(), carried.get(), now);
        String key = requirement == null ? rows.get(0).key() : requirement;
        Balance balance = carried.get().balances().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
        return Templates.balance(new BalancePage(
                head,
                key,
                rows.stream()
                        .map(row -> new Choice(
                                row.key(),
                                row.name() + " · " + row.output() + " · "
                                        + row.mark().word()))
                        .toList(),
                words.row(head.url(), balance, now.atZone(language.zone()).toLocalDate()),
                words.days(balance, now)));
    }
}
