/**
 * Organisations, where they work, who belongs to them and how far they are proven. PostgreSQL holds the truth; Keycloak mirrors who belongs where.
 * An organisation acts only through its own members; one that is only known from a public list stays provisional until its own people speak.
 */
@NullMarked
package org.muster.organisation;

import org.jspecify.annotations.NullMarked;
