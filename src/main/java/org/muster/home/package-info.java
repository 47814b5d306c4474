/** The first page, and what each person has to do today. */
@NullMarked
package org.muster.home;

import org.jspecify.annotations.NullMarked;
