package org.muster.drill;

/** What a simulated supplier does. */
public enum StepKind {
    PROMISED,
    DECLINED,
    /** It answers nothing until the time for answers is over. */
    SILENT,
    ARRIVED
}
