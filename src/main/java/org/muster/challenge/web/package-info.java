/** The pages of open challenges: for everybody, for claimants, for coordinators. */
@NullMarked
package org.muster.challenge.web;

import org.jspecify.annotations.NullMarked;
