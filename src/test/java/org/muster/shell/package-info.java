@NullMarked
package org.muster.shell;

import org.jspecify.annotations.NullMarked;
