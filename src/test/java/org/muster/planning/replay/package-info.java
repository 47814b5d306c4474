@NullMarked
package org.muster.planning.replay;

import org.jspecify.annotations.NullMarked;
