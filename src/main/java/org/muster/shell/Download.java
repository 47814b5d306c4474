package org.muster.shell;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A file that somebody handed in, on its way to somebody else: always as an attachment, of the type that was found in it, and never run (no
 * answer of this site is sniffed, see {@link SecurityHeaders}), so that a file cannot speak for it. A picture shows in a page all the same.
 */
public final class Download {

    private Download() {}

    /** @param tag what changes when the content does, such as its hash; only for whoever may have it, so no other cache keeps it */
    public static Response of(byte[] content, String mediaType, String fileName, String tag) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.ETAG, '"' + tag + '"')
                .build();
    }

    /** The name in both spellings: old clients read the plain one, all others the one that takes Chinese. */
    static String disposition(String fileName) {
        String plain = fileName.replaceAll("[^\\x20-\\x7e]|[\"\\\\%;]", "_");
        String whole = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
