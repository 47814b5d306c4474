/** Pages of PDF as pictures, also of files that mean harm. */
@NullMarked
package org.muster.attachment.pdf;

import org.jspecify.annotations.NullMarked;
