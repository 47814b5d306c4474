/** Sole importer of tokens and of Keycloak's admin interface: claims in, organisations and members mirrored out. */
@NullMarked
package org.muster.identity.keycloak;

import org.jspecify.annotations.NullMarked;
