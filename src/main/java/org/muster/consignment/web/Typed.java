package org.muster.consignment.web;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.muster.consignment.BatchDraft;
import org.muster.consignment.DispatchDraft;

/** What somebody typed into a form, kept when it is refused. */
@TemplateData
public record Typed(Map<String, String> fields) {

    public Typed {
        fields = Map.copyOf(fields);
    }

    static Typed nothing() {
        return new Typed(Map.of());
    }

    static Typed of(MultivaluedMap<String, String> form) {
        Map<String, String> fields = new HashMap<>();
        form.forEach((name, values) -> fields.put(name, values.isEmpty() ? "" : values.get(0)));
        return new Typed(fields);
    }

    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The same when the same form is sent once more. */
    public String key() {
        return get("key").isEmpty() ? UUID.randomUUID().toString() : get("key");
    }

    DispatchDraft dispatch() {
        return new DispatchDraft(
                get("key"),
                get("amount"),
                get("vehicle"),
                get("driver"),
                get("driverMobile"),
                get("from"),
                get("departure"),
                get("arrival"),
                get("departed"),
                get("caller"));
    }

    List<BatchDraft> batches() {
        return IntStream.range(0, BatchDraft.ROWS)
                .mapToObj(i -> new BatchDraft(
                        get("batch-" + i),
                        get("lot-" + i),
                        get("produced-" + i),
                        get("expires-" + i),
                        get("sample-" + i),
                        get("accepted-" + i),
                        get("rejected-" + i),
                        get("reason-" + i)))
                .toList();
    }
}
