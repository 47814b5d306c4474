@NullMarked
package org.muster.recipe;

import org.jspecify.annotations.NullMarked;
