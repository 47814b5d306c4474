/** The stream of server-sent events that pages follow. */
@NullMarked
package org.muster.live.web;

import org.jspecify.annotations.NullMarked;
