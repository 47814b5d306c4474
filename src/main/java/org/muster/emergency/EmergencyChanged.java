package org.muster.emergency;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an emergency was declared with changed while it ran.
 *
 * @param changes for each kind of change what it was and what it is now
 */
public record EmergencyChanged(EmergencyId emergency, String reason, Map<String, String> changes)
        implements EmergencyEvent {
    public EmergencyChanged {
        changes = new TreeMap<>(changes);
    }
}
