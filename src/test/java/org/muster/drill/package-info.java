@NullMarked
package org.muster.drill;

import org.jspecify.annotations.NullMarked;
