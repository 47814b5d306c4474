package org.muster.identity;

import java.util.Optional;
import java.util.Set;

/** Port to the identity provider: what it vouches for of whoever sent this request. */
public interface Credentials {

    /**
     * @param subject the provider's own id of the person, never changes
     * @param roles those that the provider gives; membership is not one of them
     */
    record Claims(String subject, String name, Optional<String> mobile, Optional<String> email, Set<Role> roles) {}

    /** Whether a request is being answered at all. */
    boolean requested();

    /** Empty for a visitor. */
    Optional<Claims> claims();
}
