/** The development mailbox: what would have been sent, readable without any mail server. */
@NullMarked
package org.muster.notification.web;

import org.jspecify.annotations.NullMarked;
