package org.muster.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.recipe.Bilingual;
import org.muster.shared.Quantity;

/**
 * An output of which more is wanted than a plan was made for.
 *
 * @param demand the key of the output, the same in every run of the emergency
 * @param area the place code it is for
 * @param before what the plan was made for; empty where nobody wanted it then
 */
public record Growth(String demand, Bilingual name, String area, Optional<Quantity> before, Quantity now) {

    /** The first that is wanted first. */
    static List<Growth> between(List<Sense.DemandSense> planFor, Wanted wanted) {
        Map<String, Sense.DemandSense> planned = new HashMap<>();
        planFor.forEach(demand -> planned.put(demand.key(), demand));
        List<Growth> grown = new ArrayList<>();
        for (Wanted.Output output : wanted.outputs()) {
            Optional<Quantity> before = Optional.ofNullable(planned.get(output.key()))
                    .map(Sense.DemandSense::output)
                    .filter(had -> had.unit()
                            .dimension()
                            .equals(output.quantity().unit().dimension()));
            boolean more = before.map(had -> !had.isAtLeast(output.quantity())).orElse(true);
            if (more && output.units() > 0) {
                grown.add(new Growth(output.key(), output.name(), output.area(), before, output.quantity()));
            }
        }
        return grown;
    }
}
