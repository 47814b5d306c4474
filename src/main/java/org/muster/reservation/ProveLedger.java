package org.muster.reservation;

import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.muster.command.Command;

/** {@code prove-ledger}: derives the ledger's parts from each other and ends with 1 when one does not follow, while others go on serving. */
@Singleton
class ProveLedger implements Command {

    private static final Logger LOG = Logger.getLogger(ProveLedger.class);

    private final Reservations reservations;

    ProveLedger(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String name() {
        return "prove-ledger";
    }

    @Override
    public int run(List<String> words) {
        Proof proof = reservations.proof();
        proof.differences()
                .forEach(one -> LOG.errorf(
                        "%s: %s, expected %s, found %s", one.rule(), one.subject(), one.expected(), one.found()));
        if (proof.holds()) {
            LOG.infof("The ledger is proven: %d entries, %d rows taken", proof.entries(), proof.taken());
            return 0;
        }
        LOG.errorf(
                "The ledger is not proven: %d differences", proof.differences().size());
        return 1;
    }
}
