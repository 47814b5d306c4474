package org.muster.organisation;

import java.time.Instant;
import org.muster.shared.PersonId;

/** Somebody who belongs to an organisation. */
public record MemberCard(PersonId person, String name, boolean owner, Instant since) {}
