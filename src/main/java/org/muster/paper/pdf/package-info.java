/** Sets a sheet as PDF, with a font that has every Chinese character; the one place that knows how. */
@NullMarked
package org.muster.paper.pdf;

import org.jspecify.annotations.NullMarked;
