/**
 * Runs PostgreSQL, Elasticsearch and Keycloak beside the application in development and tests, without containers,
 * and hands the templates of {@code frontend-templates/} to the build. Nothing of it reaches the production artefact
 * but the templates.
 */
@NullMarked
package org.muster.devstack;

import org.jspecify.annotations.NullMarked;
