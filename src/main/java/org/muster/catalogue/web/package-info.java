/** The pages of the catalogue: a supplier's own listings with their windows, and a listing as others see it. */
@NullMarked
package org.muster.catalogue.web;

import org.jspecify.annotations.NullMarked;
