/** The operators' editor of terms, and suggestions for places. */
@NullMarked
package org.muster.reference.web;

import org.jspecify.annotations.NullMarked;
