/** Listings that somebody keeps in sight while choosing, and up to four of them side by side. */
@NullMarked
package org.muster.shortlist;

import org.jspecify.annotations.NullMarked;
