/** The pages of home. */
@NullMarked
package org.muster.home.web;

import org.jspecify.annotations.NullMarked;
