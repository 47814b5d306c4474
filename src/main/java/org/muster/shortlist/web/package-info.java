/** The pages of the shortlist and of the comparison. */
@NullMarked
package org.muster.shortlist.web;

import org.jspecify.annotations.NullMarked;
