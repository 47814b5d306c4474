/** Notices, those who hear them and those who are told. */
@NullMarked
package org.muster.live;

import org.jspecify.annotations.NullMarked;
