/**
 * What it takes to make something in an emergency: bills of resources over tiers in true units, with stages, durations and rests that a
 * regulation asks for. The library is reference data with versions; what is used is a copy that may be edited, and figures nobody has checked
 * are marked as assumptions.
 */
@NullMarked
package org.muster.recipe;

import org.jspecify.annotations.NullMarked;
