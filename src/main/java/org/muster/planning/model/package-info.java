/**
 * The planning problem and its answer as plain values, the rules of a plan, and the checker that re-verifies them. Exact: every quantity is a whole
 * number of the resource's smallest unit, every amount of money a whole number of <em>ticks</em>, a fraction of a minor unit that whoever builds the
 * problem chooses once (prices a piece are often below one fen). Lists refer to each other by position, counted from zero.
 */
@NullMarked
package org.muster.planning.model;

import org.jspecify.annotations.NullMarked;
