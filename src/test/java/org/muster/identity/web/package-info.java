@NullMarked
package org.muster.identity.web;

import org.jspecify.annotations.NullMarked;
