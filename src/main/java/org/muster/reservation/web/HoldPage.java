package org.muster.reservation.web;

import java.time.Instant;
import java.util.List;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;

/**
 * One hold with what may be done to it and what was done to it before.
 *
 * @param topics what the page follows
 * @param mine the viewer holds it; else it is held of the viewer's own
 * @param committed whether giving it back needs a reason
 * @param reduce what of it can be made smaller
 */
public record HoldPage(
        HoldLine hold,
        String topics,
        boolean mine,
        boolean committed,
        String longest,
        List<Choice> longer,
        List<Reducible> reduce,
        List<Step> history,
        List<Refusal> refusals,
        Typed typed) {

    /** @param amount of a quantity: what there is now; empty for time */
    public record Reducible(
            String claim, String title, String amount, String unit, String from, String to, boolean time) {}

    /** @param words what happened, in words */
    public record Step(Instant at, String words, String who, String reason) {}

    /** What somebody typed before it was refused. */
    public record Typed(String reason, String amount, String from, String to) {
        static final Typed NOTHING = new Typed("", "", "", "");

        String amount(String otherwise) {
            return amount.isBlank() ? otherwise : amount;
        }

        String from(String otherwise) {
            return from.isBlank() ? otherwise : from;
        }

        String to(String otherwise) {
            return to.isBlank() ? otherwise : to;
        }
    }
}
