/**
 * Open pages learn within a second that something they show has changed, whichever replica serves them.
 *
 * <p>How a change travels: the outbox tells the channel {@code live} of a committed event; {@link org.muster.live.TopicSource}s name the
 * topics it touches; one row a topic is written to {@code live_notice} and every replica is woken by NOTIFY; each replica reads the rows
 * behind the last one it knows and tells the pages that follow these topics. A message says "changed" and nothing else: the page fetches
 * its own fragment, as whoever looks at it.
 *
 * <p>How a page uses it:
 *
 * <ol>
 *   <li>In the page's head: <code>{#head}{#live /}{/head}</code>.
 *   <li>Around what may change, with an id and outside of forms that somebody may be filling in:
 *       <pre>{@code
 * <section id="calendar" data-live="listing:{view.id}" data-hx-get="/listings/{view.id}" data-hx-trigger="live"
 *     data-hx-select="#calendar" data-hx-swap="outerHTML">
 * }</pre>
 *       Several topics are parted by spaces, one section or many. Without scripts the page is what it was when it was read.
 *   <li>Instead of htmx a script may listen to the event {@code live} on the element.
 * </ol>
 *
 * <p>How a feature adds an event or a kind of topic: a bean in its {@code web} package that implements
 * {@link org.muster.live.TopicSource} (which topics does this event touch), and for a new kind {@link org.muster.live.Audience} (who may
 * follow which). See {@code catalogue.web.ListingTopics}.
 */
@NullMarked
package org.muster.live;

import org.jspecify.annotations.NullMarked;
