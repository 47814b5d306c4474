/**
 * Public lists come in on behalf of the makers they name: uploaded, mapped, tried out, then entered, with a result for every row.
 * Nothing is lost silently: the outcomes add up to the rows of the file, and what was not entered comes back with its reason.
 */
@NullMarked
package org.muster.importexport;

import org.jspecify.annotations.NullMarked;
