package org.muster.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.muster.planning.model.Doubt;

/** How doubts are kept in their column; amounts stay as exact as they were. */
@Converter
class DoubtsColumn implements AttributeConverter<List<Doubt>, String> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Doubt>> DOUBTS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Doubt> doubts) {
        try {
            return JSON.writeValueAsString(doubts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Doubts are always JSON", e);
        }
    }

    @Override
    public List<Doubt> convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, DOUBTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The doubts of a plan are not what we wrote", e);
        }
    }
}
