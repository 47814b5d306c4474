@NullMarked
package org.muster.consignment;

import org.jspecify.annotations.NullMarked;
