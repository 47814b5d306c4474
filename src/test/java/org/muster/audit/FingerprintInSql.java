package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statement that {@code docs/audit.md} shows to whoever trusts nothing but the database. */
final class FingerprintInSql {

    private FingerprintInSql() {}

    static String statement() {
        try {
            Path docs = Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
            Matcher shown = Pattern.compile("```sql\\n-- The fingerprint of one entry\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(docs.resolve("audit.md")));
            assertThat(shown.find()).as("the statement in docs/audit.md").isTrue();
            return shown.group(1).replace("where id = 17", "where id = ?").replace(";", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
