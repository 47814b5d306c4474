/** The answer card, the inbox, and the office's page of who owes an answer. */
@NullMarked
package org.muster.ask.web;

import org.jspecify.annotations.NullMarked;
