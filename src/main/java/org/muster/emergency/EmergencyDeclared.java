package org.muster.emergency;

import java.util.List;

/** An emergency was declared, by which document, for which areas. */
public record EmergencyDeclared(
        EmergencyId emergency, String name, String authority, String document, List<String> areas)
        implements EmergencyEvent {
    public EmergencyDeclared {
        areas = List.copyOf(areas);
    }
}
