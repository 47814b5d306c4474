/**
 * The web shell every page stands in: language, theme, flash, pager, wording of figures and times, refusals in words, and the only
 * exception mappers.
 */
@NullMarked
package org.muster.shell;

import org.jspecify.annotations.NullMarked;
