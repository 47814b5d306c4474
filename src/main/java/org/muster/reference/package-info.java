/**
 * Facts the product carries: places with points, industry divisions, standards with dated editions, and the bilingual glossary that
 * operators edit and every search uses.
 */
@NullMarked
package org.muster.reference;

import org.jspecify.annotations.NullMarked;
