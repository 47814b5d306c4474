package org.muster.notification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is told, at one address. */
record Recipient(String name, Way way, String address) {

    /** Every address known, the mobile number first: it is what people answer. */
    static List<Recipient> at(String name, @Nullable String mobile, @Nullable String email) {
        List<Recipient> recipients = new ArrayList<>();
        if (mobile != null) {
            recipients.add(new Recipient(name, Way.MOBILE, mobile));
        }
        if (email != null) {
            recipients.add(new Recipient(name, Way.EMAIL, email));
        }
        return recipients;
    }
}
