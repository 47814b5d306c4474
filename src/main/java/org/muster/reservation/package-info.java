/**
 * The ledger: the one place where capacity is given away, so that nothing is given away twice. Its history is append-only; what is taken now
 * stands in rows that the database itself keeps from overlapping and from exceeding what there is.
 */
@NullMarked
package org.muster.reservation;

import org.jspecify.annotations.NullMarked;
