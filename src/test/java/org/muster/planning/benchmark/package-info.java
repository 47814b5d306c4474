/** Public and synthetic instances with known optima, and a main that measures the planner on them. */
@NullMarked
package org.muster.planning.benchmark;

import org.jspecify.annotations.NullMarked;
