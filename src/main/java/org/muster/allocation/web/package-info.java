/** Pages on which coordinators have an emergency planned, read what came of it, and ask what if. */
@NullMarked
package org.muster.allocation.web;

import org.jspecify.annotations.NullMarked;
