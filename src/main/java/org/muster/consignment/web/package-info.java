/** The desk's page of what is on its way, the supplier's page of what it sends, and the page of one consignment. */
@NullMarked
package org.muster.consignment.web;

import org.jspecify.annotations.NullMarked;
