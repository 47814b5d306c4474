/**
 * Finds joint plans and proves how good they are: a Lagrangian bound, a greedy start guided by its multipliers, and destroy-and-repair search. Doubles
 * appear only in multipliers, scores and the bound before it is rounded down; plans and their costs are whole numbers throughout.
 */
@NullMarked
package org.muster.planning.solver;

import org.jspecify.annotations.NullMarked;
