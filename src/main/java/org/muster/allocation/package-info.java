/**
 * From an emergency to an order for the planner, and from the plan to what people can act on: who is to be asked for what, on what legal basis, and
 * whether the ledger still has it.
 */
@NullMarked
package org.muster.allocation;

import org.jspecify.annotations.NullMarked;
