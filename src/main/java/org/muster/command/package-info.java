/**
 * The words with which Muster is started for one task in place of serving, as in {@code java -jar quarkus-run.jar rebuild-search}.
 * A feature adds a word with a bean that implements {@link org.muster.command.Command}.
 */
@NullMarked
package org.muster.command;

import org.jspecify.annotations.NullMarked;
