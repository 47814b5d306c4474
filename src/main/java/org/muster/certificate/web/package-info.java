/** The pages on which certificates are shown, looked at and checked. */
@NullMarked
package org.muster.certificate.web;

import org.jspecify.annotations.NullMarked;
