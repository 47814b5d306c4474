/** Who is asking: the actor of every request, with roles and the organisation acted for. Only {@code identity.keycloak} knows tokens. */
@NullMarked
package org.muster.identity;

import org.jspecify.annotations.NullMarked;
