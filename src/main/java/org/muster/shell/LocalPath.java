package org.muster.shell;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path of this site with its query, safe to redirect to: nothing that a browser could read as another host. */
public final class LocalPath {

    private LocalPath() {}

    public static Optional<String> in(@Nullable String text) {
        if (text == null || !text.startsWith("/") || beforeQuery(text).contains("//") || text.length() > 2000) {
            return Optional.empty();
        }
        if (text.chars().anyMatch(c -> c == '\\' || c <= ' ' || c == 127)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean elsewhere = uri.isAbsolute()
                    || uri.getRawAuthority() != null
                    || uri.normalize().toString().startsWith("//");
            return elsewhere ? Optional.empty() : Optional.of(text);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String beforeQuery(String text) {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    public static String orHome(@Nullable String text) {
        return in(text).orElse("/");
    }
}
