@NullMarked
package org.muster.identity.keycloak;

import org.jspecify.annotations.NullMarked;
