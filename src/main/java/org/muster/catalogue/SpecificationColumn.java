package org.muster.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps a specification as JSON, amounts as text so that they stay as exact as they were written. */
@Converter
class SpecificationColumn implements AttributeConverter<List<SpecificationValue>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<SpecificationValue> values) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (SpecificationValue value : values) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("key", value.key());
            BigDecimal amount = value.amount();
            if (amount != null) {
                row.put("amount", amount.toPlainString());
                row.put("unit", value.unit());
            }
            if (!value.text().isEmpty()) {
                row.put("text", value.text());
            }
            rows.add(row);
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is always JSON", e);
        }
    }

    @Override
    public List<SpecificationValue> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, ROWS).stream()
                    .map(row -> new SpecificationValue(
                            row.getOrDefault("key", ""),
                            row.containsKey("amount") ? new BigDecimal(row.get("amount")) : null,
                            row.getOrDefault("unit", ""),
                            row.getOrDefault("text", "")))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The specification of a listing is not what we wrote", e);
        }
    }
}
