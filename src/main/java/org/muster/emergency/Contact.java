package org.muster.emergency;

import jakarta.persistence.Embeddable;

/** Somebody on duty. */
@Embeddable
class Contact {

    private String name;
    private String mobile;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    Contact(String name, String mobile) {
        this.name = name;
        this.mobile = mobile;
    }

    String name() {
        return name;
    }

    String mobile() {
        return mobile;
    }
}
