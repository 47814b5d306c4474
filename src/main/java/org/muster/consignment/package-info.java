/**
 * What was promised to an emergency is carried out: goods leave, arrive, and are accepted or rejected batch by batch. Only what was accepted covers a
 * need.
 */
@NullMarked
package org.muster.consignment;

import org.jspecify.annotations.NullMarked;
