/** Writes and reads many rows at once, past the session: one statement a row, or a session that watches them all, would take too long. */
@NullMarked
package org.muster.bulk;

import org.jspecify.annotations.NullMarked;
