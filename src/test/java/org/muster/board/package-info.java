@NullMarked
package org.muster.board;

import org.jspecify.annotations.NullMarked;
