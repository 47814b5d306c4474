/** The board of an emergency, its hand-over log, and the situation report of a day. */
@NullMarked
package org.muster.board.web;

import org.jspecify.annotations.NullMarked;
