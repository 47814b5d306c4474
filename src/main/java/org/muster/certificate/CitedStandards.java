package org.muster.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** The standards a certificate cites, as its row keeps them. */
@Converter
class CitedStandards implements AttributeConverter<List<CitedStandard>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<CitedStandard>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<CitedStandard> cited) {
        try {
            return JSON.writeValueAsString(cited);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Standards cannot be written down", e);
        }
    }

    @Override
    public List<CitedStandard> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Standards cannot be read", e);
        }
    }
}
