package org.muster.ask;

import java.time.Instant;

/** Up to so many suppliers to ask or to do without, and so many per cent of cost, a repair applies by itself. */
public record RepairLimits(int legs, int percent, String setBy, Instant setAt) {}
