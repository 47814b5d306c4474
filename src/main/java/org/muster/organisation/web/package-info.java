/** The pages of organisations: register, one's own organisation, joining by a link, the public page, the operators' verification queue. */
@NullMarked
package org.muster.organisation.web;

import org.jspecify.annotations.NullMarked;
