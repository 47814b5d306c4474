/** Who did what to which thing, and when: written in the transaction that did it, never changed or deleted. */
@NullMarked
package org.muster.audit;

import org.jspecify.annotations.NullMarked;
