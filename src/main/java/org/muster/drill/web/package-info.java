/** The page on which a drill is played. */
@NullMarked
package org.muster.drill.web;

import org.jspecify.annotations.NullMarked;
