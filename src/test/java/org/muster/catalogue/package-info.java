/** How listings are kept and shown, proven on the real database. */
@NullMarked
package org.muster.catalogue;

import org.jspecify.annotations.NullMarked;
