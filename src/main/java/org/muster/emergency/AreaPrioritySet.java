package org.muster.emergency;

import java.util.Map;
import java.util.TreeMap;

/** Somebody named set which area comes first, or made them equal again; with the reason, for all to read. */
public record AreaPrioritySet(EmergencyId emergency, String arbiter, String reason, Map<String, Integer> priorities)
        implements EmergencyEvent {
    public AreaPrioritySet {
        priorities = new TreeMap<>(priorities);
    }
}
