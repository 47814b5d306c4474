/** Certificates in the browser: entering, checking, who sees which document. */
@NullMarked
package org.muster.certificate.web;

import org.jspecify.annotations.NullMarked;
