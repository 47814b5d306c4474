/**
 * Everyone whom an emergency counts on is asked: what is wanted is held in the ledger, all or none, each supplier answers with one tap, and silence rises to
 * people with names. No hold without an ask that lives.
 */
@NullMarked
package org.muster.ask;

import org.jspecify.annotations.NullMarked;
