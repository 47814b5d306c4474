package org.muster.ask;

import java.time.Instant;
import java.util.Optional;
import org.muster.allocation.LegalBasis;
import org.muster.emergency.EmergencyId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/** What a letter about an ask says; for Muster itself. */
public record AskLetter(
        OrganisationId organisation,
        String organisationName,
        EmergencyId emergencyId,
        String emergency,
        String authority,
        String document,
        String thingZh,
        String thingEn,
        Optional<Quantity> quantity,
        Optional<Price> price,
        LegalBasis basis,
        String basisAuthority,
        String basisDocument,
        Instant answerBy,
        String callBackName,
        String callBack,
        String token,
        boolean open) {}
