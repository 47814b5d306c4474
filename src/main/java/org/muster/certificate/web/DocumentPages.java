package org.muster.certificate.web;

import java.util.List;

/**
 * A document as pictures beside a decision.
 *
 * @param pages where each picture is
 * @param all how many pages it has; 0 when it cannot be read
 */
record DocumentPages(boolean present, List<String> pages, int all) {

    static final DocumentPages NONE = new DocumentPages(false, List.of(), 0);

    public boolean isReadable() {
        return all > 0;
    }
}
