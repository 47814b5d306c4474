/** How an emergency ends: nothing is left held by nobody, a report says what came of it, and the public record says what was contracted. */
@NullMarked
package org.muster.closure;

import org.jspecify.annotations.NullMarked;
