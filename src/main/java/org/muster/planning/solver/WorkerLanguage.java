package org.muster.planning.solver;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.muster.planning.model.Forbidden;

/** What server and worker say to each other: one JSON document a line. Answers are marked, because native code writes to standard output as it likes. */
final class WorkerLanguage {

    static final String MARK = "@muster ";

    private static final ObjectMapper JSON = new ObjectMapper()
            .addMixIn(Forbidden.class, ForbiddenNames.class)
            .registerModule(new SimpleModule()
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Duration.class, new DurationReader()));

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Forbidden.ThisArc.class, name = "arc"),
        @JsonSubTypes.Type(value = Forbidden.ThisOffer.class, name = "offer"),
        @JsonSubTypes.Type(value = Forbidden.ThisSupplier.class, name = "supplier")
    })
    private interface ForbiddenNames {}

    private static final class DurationReader extends FromStringDeserializer<Duration> {

        private static final long serialVersionUID = 1;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        protected Duration _deserialize(String value, DeserializationContext context) {
            return Duration.parse(value);
        }
    }

    static String write(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkerLanguage() {}
}
