/** The pages of an emergency: declaration, board, needs, recipe. */
@NullMarked
package org.muster.emergency.web;

import org.jspecify.annotations.NullMarked;
