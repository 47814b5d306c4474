/** The pages on which capacity is held, given back and looked after. */
@NullMarked
package org.muster.reservation.web;

import org.jspecify.annotations.NullMarked;
