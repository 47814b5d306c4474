package org.muster.live;

import java.util.Optional;

/**
 * What a following page is told.
 *
 * @param position everything up to here has been told; a page that comes back names it
 * @param changed empty for a sign of life
 */
public record Message(long position, Optional<Topic> changed) {}
