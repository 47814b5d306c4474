package org.muster.allocation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** Wishes and senses as JSON documents. What a reason mentions stays what it is: a quantity, a moment, a number, a word. */
final class SenseText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Unit.class, new UnitCode())
                    .addDeserializer(Unit.class, new UnitOfCode())
                    .addSerializer(Refusal.class, new Said())
                    .addDeserializer(Refusal.class, new Saying()))
            .addMixIn(Change.class, ChangeNames.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.Pin.class, name = "pin"),
        @JsonSubTypes.Type(value = Change.NoListing.class, name = "no listing"),
        @JsonSubTypes.Type(value = Change.NoSupplier.class, name = "no supplier"),
        @JsonSubTypes.Type(value = Change.OtherDate.class, name = "date"),
        @JsonSubTypes.Type(value = Change.OtherQuantity.class, name = "quantity"),
        @JsonSubTypes.Type(value = Change.OtherPriority.class, name = "priority"),
        @JsonSubTypes.Type(value = Change.OtherFreight.class, name = "freight"),
        @JsonSubTypes.Type(value = Change.OtherPrice.class, name = "price")
    })
    private interface ChangeNames {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written down", e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class UnitCode extends JsonSerializer<Unit> {
        @Override
        public void serialize(Unit unit, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(unit.code());
        }
    }

    private static final class UnitOfCode extends JsonDeserializer<Unit> {
        @Override
        public Unit deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return Unit.of(from.getText());
        }
    }

    private static final class Said extends JsonSerializer<Refusal> {
        @Override
        public void serialize(Refusal refusal, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeStartObject();
            to.writeStringField("key", refusal.key());
            to.writeArrayFieldStart("args");
            for (Object arg : refusal.args()) {
                to.writeStartArray();
                if (arg instanceof Quantity quantity) {
                    write(
                            to,
                            "quantity",
                            quantity.amount().toPlainString(),
                            quantity.unit().code());
                } else if (arg instanceof Unit unit) {
                    write(to, "unit", unit.code());
                } else if (arg instanceof Instant moment) {
                    write(to, "moment", moment.toString());
                } else if (arg instanceof LocalDate day) {
                    write(to, "day", day.toString());
                } else if (arg instanceof Number number) {
                    write(to, "number", new BigDecimal(number.toString()).toPlainString());
                } else {
                    write(to, "word", arg.toString());
                }
                to.writeEndArray();
            }
            to.writeEndArray();
            to.writeEndObject();
        }

        private static void write(JsonGenerator to, String... parts) throws IOException {
            for (String part : parts) {
                to.writeString(part);
            }
        }
    }

    private static final class Saying extends JsonDeserializer<Refusal> {
        @Override
        public Refusal deserialize(JsonParser from, DeserializationContext context) throws IOException {
            JsonNode said = from.readValueAsTree();
            List<Object> args = new ArrayList<>();
            for (JsonNode arg : said.path("args")) {
                String value = arg.path(1).asText();
                args.add(
                        switch (arg.path(0).asText()) {
                            case "quantity" -> Quantity.of(value, arg.path(2).asText());
                            case "unit" -> Unit.of(value);
                            case "moment" -> Instant.parse(value);
                            case "day" -> LocalDate.parse(value);
                            case "number" -> number(value);
                            default -> value;
                        });
            }
            return new Refusal("", said.path("key").asText(), args);
        }

        private static Number number(String value) {
            BigDecimal exact = new BigDecimal(value);
            return exact.scale() <= 0 && exact.precision() < 19 ? (Number) exact.longValueExact() : exact;
        }
    }

    private SenseText() {}
}
