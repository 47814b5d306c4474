/** Tests of open challenges. */
@NullMarked
package org.muster.challenge;

import org.jspecify.annotations.NullMarked;
