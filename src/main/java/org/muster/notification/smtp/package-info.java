/** Hands letters to a mail server by SMTP. */
@NullMarked
package org.muster.notification.smtp;

import org.jspecify.annotations.NullMarked;
