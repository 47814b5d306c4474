/** Tests of papers. */
@NullMarked
package org.muster.paper;

import org.jspecify.annotations.NullMarked;
