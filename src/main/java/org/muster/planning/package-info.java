/**
 * Plans as they are asked for, made in the background, kept with their problem and held against the ledger. The planner itself is in {@code solver}, the
 * values it speaks of in {@code model}, which others may use.
 */
@NullMarked
package org.muster.planning;

import org.jspecify.annotations.NullMarked;
