@NullMarked
package org.muster.allocation;

import org.jspecify.annotations.NullMarked;
