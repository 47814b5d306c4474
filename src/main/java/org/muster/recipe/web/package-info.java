/** The pages of the recipe library. */
@NullMarked
package org.muster.recipe.web;

import org.jspecify.annotations.NullMarked;
