/** Pages on which an emergency is closed and its report read, and the address of its public record. */
@NullMarked
package org.muster.closure.web;

import org.jspecify.annotations.NullMarked;
