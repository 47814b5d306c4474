/**
 * The demo: invented organisations at real places and what they list, so that a first start shows a market in use. Made through the facades,
 * in development at start and in tests that ask for it; a production build has none of it, and nobody may import it.
 */
@NullMarked
package org.muster.demo;

import org.jspecify.annotations.NullMarked;
