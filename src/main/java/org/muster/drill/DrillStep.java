package org.muster.drill;

/**
 * @param arc position of the leg's arc in the plan's order
 * @param minute after the beginning, in the time that is played
 * @param late how many minutes later than planned; 0 for answers
 */
record DrillStep(int position, int arc, StepKind kind, long minute, long late) {}
