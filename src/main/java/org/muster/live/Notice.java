package org.muster.live;

/** That a topic changed. Ids grow in the order in which notices became visible. */
record Notice(long id, Topic topic) {}
