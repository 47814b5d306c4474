/** The pages of the catalogue, as people and browsers meet them. */
@NullMarked
package org.muster.catalogue.web;

import org.jspecify.annotations.NullMarked;
