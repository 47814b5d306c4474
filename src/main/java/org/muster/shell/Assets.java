package org.muster.shell;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** A mark of what our own style sheet, script and icons hold, so that browsers keep them until they change. */
@Named("assets")
@Singleton
public class Assets {

    private static final String[] FILES = {
        "muster.css",
        "muster.js",
        "live.js",
        "icons.svg",
        "weeks.css",
        "weeks.js",
        "holds.css",
        "search.css",
        "importexport.css"
    };

    private final String version = Long.toString(checksum(), 36);

    public String version() {
        return version;
    }

    private static long checksum() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream in =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/" + file)) {
                if (in != null) {
                    sum.update(in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sum.getValue();
    }
}
