/**
 * Tells people what concerns them: listens to what happened, writes a message in both languages to every address known, sends those that go by mail
 * and keeps what became of each; development reads them in a mailbox page. Nobody imports it.
 */
@NullMarked
package org.muster.notification;

import org.jspecify.annotations.NullMarked;
