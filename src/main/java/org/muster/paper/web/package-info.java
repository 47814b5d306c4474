/** The pages of papers: issue, print, and the page that tells whether one is genuine. */
@NullMarked
package org.muster.paper.web;

import org.jspecify.annotations.NullMarked;
