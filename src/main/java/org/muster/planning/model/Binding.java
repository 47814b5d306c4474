package org.muster.planning.model;

/**
 * What a little more of a component would bring.
 *
 * @param step the little more, in the requirement's smallest unit: one of the unit that its people count in
 * @param output units that the demand would reach more
 * @param saved ticks that the whole plan would cost less, shortage included
 */
public record Binding(int requirement, long step, long output, long saved) {}
