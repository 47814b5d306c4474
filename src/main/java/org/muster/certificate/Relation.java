package org.muster.certificate;

/** How the organisation that shows a certificate stands to its holder. */
public enum Relation {
    /** It is the holder. */
    OWN,
    /** It makes the product for the holder, who commissions it. */
    COMMISSIONED_PRODUCTION,
    /** It sells the holder's product by the holder's authority. */
    DEALER_AUTHORISATION
}
