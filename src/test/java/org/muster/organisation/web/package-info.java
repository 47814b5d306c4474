/** The pages of organisations as visitors, members and operators get them. */
@NullMarked
package org.muster.organisation.web;

import org.jspecify.annotations.NullMarked;
