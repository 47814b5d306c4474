package org.muster.search.elasticsearch;

import java.util.LinkedHashMap;
import java.util.Map;

/** Requests, written as they read: {@code object("term", object("kind", "MATERIAL"))}. */
final class Json {

    private Json() {}

    static Map<String, Object> object(String key, Object value) {
        return with(new LinkedHashMap<>(), key, value);
    }

    static Map<String, Object> object(String key, Object value, String key2, Object value2) {
        return with(object(key, value), key2, value2);
    }

    static Map<String, Object> object(
            String key, Object value, String key2, Object value2, String key3, Object value3) {
        return with(object(key, value, key2, value2), key3, value3);
    }

    static Map<String, Object> object(
            String key,
            Object value,
            String key2,
            Object value2,
            String key3,
            Object value3,
            String key4,
            Object value4) {
        return with(object(key, value, key2, value2, key3, value3), key4, value4);
    }

    static Map<String, Object> with(Map<String, Object> object, String key, Object value) {
        object.put(key, value);
        return object;
    }
}
