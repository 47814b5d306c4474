@NullMarked
package org.muster.allocation.web;

import org.jspecify.annotations.NullMarked;
