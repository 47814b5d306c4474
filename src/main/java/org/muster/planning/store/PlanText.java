package org.muster.planning.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.StagedProblem;

/**
 * One JSON document for each: what it is, in which form it is written, and its parts by their names. Whole numbers stay whole, decimals stay exact, moments
 * and durations are written as ISO 8601. The document means the same in whatever order its names come, so a database may rearrange it.
 */
public final class PlanText {

    /** Raised when a name or a meaning changes; texts in an earlier form are then read by what is written for them here. */
    static final int FORM = 1;

    private static final Map<Class<?>, String> KINDS = Map.of(
            PlanProblem.class, "problem",
            StagedProblem.class, "staged problem",
            PlanOrder.class, "order",
            Plan.class, "plan",
            ProvenPlan.class, "proven plan",
            Explanation.class, "explanation",
            PlanAnswer.class, "answer");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addMixIn(Forbidden.class, ForbiddenNames.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "no")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Forbidden.ThisArc.class, name = "arc"),
        @JsonSubTypes.Type(value = Forbidden.ThisOffer.class, name = "offer"),
        @JsonSubTypes.Type(value = Forbidden.ThisSupplier.class, name = "supplier")
    })
    private interface ForbiddenNames {}

    /** Throws {@link IllegalArgumentException} for what is none of problem, order, plan, explanation and answer. */
    public static String write(Object value) {
        ObjectNode document = JSON.createObjectNode();
        document.put("form", FORM);
        document.put("kind", kindOf(value.getClass()));
        document.set("value", JSON.valueToTree(value));
        return document.toString();
    }

    /** Throws {@link UnreadablePlan} for anything but what {@link #write} wrote of this type. */
    public static <T> T read(String text, Class<T> type) {
        String kind = kindOf(type);
        try {
            JsonNode document = JSON.readTree(text);
            if (document.path("form").asInt(0) != FORM
                    || !document.path("kind").asText().equals(kind)) {
                throw new UnreadablePlan(
                        "Not a " + kind + " in form " + FORM + ", but " + document.path("kind") + " in form "
                                + document.path("form"),
                        null);
            }
            JsonNode value = document.get("value");
            if (value == null || !value.isObject()) {
                throw new UnreadablePlan("A " + kind + " without its value", null);
            }
            return JSON.treeToValue(value, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnreadablePlan("Not a " + kind + " as we wrote it", e);
        }
    }

    private static String kindOf(Class<?> type) {
        String kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("No text is kept of " + type.getName());
        }
        return kind;
    }

    private PlanText() {}
}
