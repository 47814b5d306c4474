/** Tests of the pages on which an emergency ends, and of its public record. */
@NullMarked
package org.muster.closure.web;

import org.jspecify.annotations.NullMarked;
