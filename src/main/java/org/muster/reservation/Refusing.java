package org.muster.reservation;

import java.util.List;
import org.muster.shared.Refusal;

/** Ends a transaction that cannot be brought to its end; becomes a refused outcome outside of it. */
class Refusing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> reasons;

    Refusing(List<Refusal> reasons) {
        super(reasons.toString(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    Refusing(Refusal reason) {
        this(List.of(reason));
    }

    List<Refusal> reasons() {
        return reasons;
    }
}
