/** Drills: a plan of a rehearsed emergency is played with simulated answers and delays. Nothing here knows the ledger or can ask anybody. */
@NullMarked
package org.muster.drill;

import org.jspecify.annotations.NullMarked;
