/** How organisations come to be here, who joins them, how far they are proven. */
@NullMarked
package org.muster.organisation;

import org.jspecify.annotations.NullMarked;
