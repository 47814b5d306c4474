@NullMarked
package org.muster.ask;

import org.jspecify.annotations.NullMarked;
