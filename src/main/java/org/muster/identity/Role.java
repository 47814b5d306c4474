package org.muster.identity;

/** What a person may be beyond a visitor; membership comes from our own tables, the others from the identity provider. */
public enum Role {
    /** Belongs to an organisation: buys and sells for it. */
    MEMBER,
    /** A liaison who keeps the listings of an organisation on its behalf, and does nothing else in its name. */
    KEEPER,
    /** Of a bureau, park or association: maintains provisional listings on behalf, traced. */
    LIAISON,
    /** Launches and runs emergencies. */
    COORDINATOR,
    /** Vets, keeps terms and reference data, watches the running. */
    OPERATOR
}
