/**
 * A declared event, from its first second: who leads it, where it is, what its clocks are, what is needed there and by what recipe it is made.
 * Coordinators see and do all of it; everybody else sees what they published.
 */
@NullMarked
package org.muster.emergency;

import org.jspecify.annotations.NullMarked;
