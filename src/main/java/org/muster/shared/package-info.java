/**
 * The kernel every feature speaks in: ids, quantities with units, money with its price basis, windows of time, places on the earth, outcomes.
 * Plain Java, exact arithmetic, every value valid from its constructor on.
 */
@NullMarked
package org.muster.shared;

import org.jspecify.annotations.NullMarked;
