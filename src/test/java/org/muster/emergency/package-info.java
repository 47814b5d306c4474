@NullMarked
package org.muster.emergency;

import org.jspecify.annotations.NullMarked;
