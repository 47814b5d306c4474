/** Signing in and out, whom somebody acts for, and the table of who may call which route. */
@NullMarked
package org.muster.identity.web;

import org.jspecify.annotations.NullMarked;
