package org.muster.live;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.muster.identity.Actor;

/** Who may follow the topics of one kind. A CDI bean beside the pages of the feature that owns the things. */
public interface Audience {

    /** The kind of topic it speaks for, such as {@code listing}. */
    String kind();

    /** Those of the ids that the viewer may see now; asked when a page begins to follow, and again after each change. */
    Set<UUID> visible(Actor viewer, Collection<UUID> ids);
}
