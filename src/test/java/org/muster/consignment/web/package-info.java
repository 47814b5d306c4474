@NullMarked
package org.muster.consignment.web;

import org.jspecify.annotations.NullMarked;
