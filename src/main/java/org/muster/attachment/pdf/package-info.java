/** PDF read and drawn by PDFBox; the only package that knows it. */
@NullMarked
package org.muster.attachment.pdf;

import org.jspecify.annotations.NullMarked;
