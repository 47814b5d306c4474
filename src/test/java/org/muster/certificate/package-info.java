/** What a number says, what a certificate proves on which day, who may say so. */
@NullMarked
package org.muster.certificate;

import org.jspecify.annotations.NullMarked;
