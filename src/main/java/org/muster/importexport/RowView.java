package org.muster.importexport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/**
 * One row and what became of it.
 *
 * @param number as a spreadsheet numbers it
 * @param cells what the file says, by column
 * @param placeCode where it will be placed
 * @param quantity what it makes a day, as understood
 * @param done whether the run has entered it; until then the outcome is what the dry run foretells
 * @param decided whether a person has decided on its flag
 */
public record RowView(
        int number,
        Map<Column, String> cells,
        Optional<String> placeCode,
        Optional<Quantity> quantity,
        RowOutcome outcome,
        boolean done,
        boolean decided,
        List<Finding> findings,
        Optional<OrganisationId> organisation,
        Optional<ListingId> listing) {

    public String cell(Column column) {
        return cells.getOrDefault(column, "");
    }
}
