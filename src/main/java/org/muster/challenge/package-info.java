/**
 * Open challenges: what nobody offers yet is published with its limits, quantity and deadline; whoever can make it claims all of it or a part, with
 * evidence; a coordinator accepts, asks back or declines, and what was accepted is an offer in the next plan.
 */
@NullMarked
package org.muster.challenge;

import org.jspecify.annotations.NullMarked;
