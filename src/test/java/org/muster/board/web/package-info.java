@NullMarked
package org.muster.board.web;

import org.jspecify.annotations.NullMarked;
