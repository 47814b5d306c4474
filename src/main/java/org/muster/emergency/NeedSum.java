package org.muster.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muster.shared.Quantity;

/**
 * What one area needs of one thing.
 *
 * @param area the place code of the emergency's area; empty for what lies in none of them
 * @param itemKey the key of its term; empty when none is known, then only the words are there
 * @param amounts one for each kind of unit that people counted in
 * @param institutions how many different ones ask
 * @param withoutFigure how many of the rows say no figure
 * @param firstOn the earliest day that somebody named
 */
public record NeedSum(
        Optional<String> area,
        Optional<String> itemKey,
        String itemWritten,
        List<Quantity> amounts,
        int rows,
        int institutions,
        int withoutFigure,
        Optional<LocalDate> firstOn) {

    public NeedSum {
        amounts = List.copyOf(amounts);
    }
}
