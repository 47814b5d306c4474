package org.muster.identity;

import java.util.List;
import org.muster.shared.PersonId;

/** Port to whoever keeps organisations: which of them a person belongs to, in the order they joined. */
public interface Memberships {

    List<Membership> of(PersonId person);
}
