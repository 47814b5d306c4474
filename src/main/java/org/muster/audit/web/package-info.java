/** The page on which operators look up who did what. */
@NullMarked
package org.muster.audit.web;

import org.jspecify.annotations.NullMarked;
