/**
 * What suppliers offer: production lines, equipment, materials and services, with what they can do, when they are free and who may see it.
 * Everything leaves through {@link org.muster.catalogue.Catalogue}, already cut down to what the viewer may know.
 */
@NullMarked
package org.muster.catalogue;

import org.jspecify.annotations.NullMarked;
