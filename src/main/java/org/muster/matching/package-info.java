/** A need → who can meet it, and why; who nearly can, and why not. Search finds, the ledger and the certificates decide. */
@NullMarked
package org.muster.matching;

import org.jspecify.annotations.NullMarked;
