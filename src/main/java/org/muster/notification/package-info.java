/**
 * Tells people what concerns them: listens to what happened, writes a message in both languages to every address known, shows them in the
 * development mailbox. Nobody imports it.
 */
@NullMarked
package org.muster.notification;

import org.jspecify.annotations.NullMarked;
