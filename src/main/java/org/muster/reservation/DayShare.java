package org.muster.reservation;

import java.time.LocalDate;
import org.muster.shared.Quantity;

/** So much of one day's output. */
public record DayShare(LocalDate day, Quantity quantity) {}
