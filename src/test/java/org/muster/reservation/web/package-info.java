/** The ledger's pages over real servers. */
@NullMarked
package org.muster.reservation.web;

import org.jspecify.annotations.NullMarked;
