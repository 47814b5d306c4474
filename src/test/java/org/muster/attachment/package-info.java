/** What is kept of what people hand in, and what is not. */
@NullMarked
package org.muster.attachment;

import org.jspecify.annotations.NullMarked;
