package org.muster.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where mail goes. Without a host nothing is sent: letters are kept, and development reads them in its mailbox. */
@ConfigMapping(prefix = "muster.mail")
public interface MailSettings {

    Optional<String> host();

    @WithDefault("587")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** Who writes, such as {@code Muster <muster@example.org>}; required with a host. */
    Optional<String> from();

    /** The public address of this site, which links in letters begin with; required with a host. */
    Optional<URI> site();

    @WithDefault("starttls")
    Tls tls();

    /** With the pauses below the last attempt comes after more than two days. */
    @WithDefault("60")
    int attempts();

    /** After the first failure; twice as long after each further one. */
    @WithDefault("PT30S")
    Duration firstPause();

    @WithDefault("PT1H")
    Duration longestPause();

    /** How long to wait for a connection, and for the server's answer to one letter. */
    @WithDefault("PT30S")
    Duration timeout();

    /** How often to look for letters that are due. */
    @WithDefault("PT5S")
    Duration lookEvery();

    default boolean sends() {
        return host().isPresent();
    }

    /** How the connection is kept from being read. */
    enum Tls {
        /** In the open; for a server on the same machine. */
        NONE,
        /** Begun in the open; a server that offers no encryption is not used. */
        STARTTLS,
        TLS
    }
}
