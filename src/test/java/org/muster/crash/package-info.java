/** What must hold although processes are killed: the packaged application, real servers, and everything cut off in between. */
@NullMarked
package org.muster.crash;

import org.jspecify.annotations.NullMarked;
