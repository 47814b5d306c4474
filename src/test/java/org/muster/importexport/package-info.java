/** Lists of January as people typed them, on their way in. */
@NullMarked
package org.muster.importexport;

import org.jspecify.annotations.NullMarked;
