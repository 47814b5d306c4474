/** Tests of papers. */
@NullMarked
package org.muster.paper.web;

import org.jspecify.annotations.NullMarked;
