/** Develops photos with the JDK's own readers and writers; nothing else of Muster touches pixels. */
@NullMarked
package org.muster.catalogue.imageio;

import org.jspecify.annotations.NullMarked;
