/** The stream as a client and as a browser sees it. */
@NullMarked
package org.muster.live.web;

import org.jspecify.annotations.NullMarked;
