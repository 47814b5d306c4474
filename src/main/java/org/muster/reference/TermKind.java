package org.muster.reference;

/** What sort of thing a term of the glossary names. */
public enum TermKind {
    PRODUCT,
    MATERIAL,
    EQUIPMENT,
    OPERATION,
    SERVICE,
    SPECIFICATION,
    CERTIFICATE
}
