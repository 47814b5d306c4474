@NullMarked
package org.muster.catalogue.imageio;

import org.jspecify.annotations.NullMarked;
