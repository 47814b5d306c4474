/** Tests of open challenges. */
@NullMarked
package org.muster.challenge.web;

import org.jspecify.annotations.NullMarked;
