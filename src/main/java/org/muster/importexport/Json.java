package org.muster.importexport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How cells, entries and findings are kept in their columns; amounts stay as exact as they were. */
final class Json {

    static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    static final TypeReference<Entry> ENTRY = new TypeReference<>() {};
    private static final TypeReference<List<Table.Part>> PARTS = new TypeReference<>() {};
    private static final TypeReference<List<Table.LeftOut>> LEFT_OUT = new TypeReference<>() {};
    private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Column>> COLUMNS = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records and lists of texts are always JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of an import is not what we wrote", e);
        }
    }

    @Converter
    static class Texts implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> texts) {
            return write(texts);
        }

        @Override
        public List<String> convertToEntityAttribute(String json) {
            return read(json, TEXTS);
        }
    }

    @Converter
    static class Columns implements AttributeConverter<@Nullable List<Column>, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable List<Column> columns) {
            return columns == null ? null : write(columns);
        }

        @Override
        public @Nullable List<Column> convertToEntityAttribute(@Nullable String json) {
            return json == null ? null : read(json, COLUMNS);
        }
    }

    @Converter
    static class Numbers implements AttributeConverter<List<Integer>, String> {
        @Override
        public String convertToDatabaseColumn(List<Integer> numbers) {
            return write(numbers);
        }

        @Override
        public List<Integer> convertToEntityAttribute(String json) {
            return read(json, NUMBERS);
        }
    }

    @Converter
    static class Parts implements AttributeConverter<List<Table.Part>, String> {
        @Override
        public String convertToDatabaseColumn(List<Table.Part> parts) {
            return write(parts);
        }

        @Override
        public List<Table.Part> convertToEntityAttribute(String json) {
            return read(json, PARTS);
        }
    }

    @Converter
    static class LeftOuts implements AttributeConverter<List<Table.LeftOut>, String> {
        @Override
        public String convertToDatabaseColumn(List<Table.LeftOut> sheets) {
            return write(sheets);
        }

        @Override
        public List<Table.LeftOut> convertToEntityAttribute(String json) {
            return read(json, LEFT_OUT);
        }
    }
}
