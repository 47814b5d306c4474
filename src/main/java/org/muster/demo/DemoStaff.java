package org.muster.demo;

import org.muster.identity.Role;

/** Who works for the platform itself; the same people as in {@code keycloak/dev-users.json}. */
enum DemoStaff {
    LIAISON("00000000-0000-4000-8000-000000000003", "赵倩", Role.LIAISON),
    OPERATOR("00000000-0000-4000-8000-000000000004", "孙磊", Role.OPERATOR),
    SECOND_OPERATOR("00000000-0000-4000-8000-000000000007", "何平", Role.OPERATOR),
    COORDINATOR("00000000-0000-4000-8000-000000000005", "陈静", Role.COORDINATOR);

    private final String subject;
    private final String personName;
    private final Role role;

    DemoStaff(String subject, String personName, Role role) {
        this.subject = subject;
        this.personName = personName;
        this.role = role;
    }

    String subject() {
        return subject;
    }

    String personName() {
        return personName;
    }

    Role role() {
        return role;
    }
}
