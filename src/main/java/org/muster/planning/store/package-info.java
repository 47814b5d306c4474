/** Problems, plans and explanations as text that stays readable: what was written once is read by every later version, or refused. */
@NullMarked
package org.muster.planning.store;

import org.jspecify.annotations.NullMarked;
