package org.muster.reservation.web;

import java.util.List;
import org.muster.shell.Pager;

/**
 * Two lists: what others hold of one's own, and what one holds.
 *
 * @param ours whether the second of them is shown
 * @param url of this very page
 * @param topics what it follows
 */
public record HoldsPage(
        boolean ours, long onMine, long held, List<HoldLine> rows, Pager pager, String url, String topics) {}
