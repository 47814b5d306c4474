/** Tests of how an emergency ends. */
@NullMarked
package org.muster.closure;

import org.jspecify.annotations.NullMarked;
