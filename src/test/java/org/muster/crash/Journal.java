package org.muster.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all clients asked and heard, each operation in its latest state. */
final class Journal {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private long acknowledged;

    synchronized void note(Operation operation) {
        Operation before = operations.put(operation.key(), operation);
        if (operation.done().isPresent() && (before == null || before.done().isEmpty())) {
            acknowledged++;
        }
    }

    synchronized List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    /** For looking into what the checker says. */
    synchronized void write(Path file) {
        var lines = new ArrayList<String>();
        operations.values().forEach(operation -> lines.add(operation.toString()));
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
