/** What a whole desk looks at: how far each requirement is covered, who owes an answer, what happened, who handed the shift over to whom. */
@NullMarked
package org.muster.board;

import org.jspecify.annotations.NullMarked;
