/**
 * What organisations can prove: certificates with their number, holder, scope, standard and validity, who checked them when and on what proof.
 * A certificate gates on its day, not when a job has run; a standard counts by its edition, and one that only looks alike never does.
 */
@NullMarked
package org.muster.certificate;

import org.jspecify.annotations.NullMarked;
