package org.muster.certificate;

/** What sort of paper it is. */
public enum CertificateKind {
    BUSINESS_LICENCE(Validity.MAY_BE_OPEN, 0),
    REGISTRATION(Validity.ENDS, 5),
    EMERGENCY_REGISTRATION(Validity.ENDS, 0),
    FILING(Validity.MAY_BE_OPEN, 0),
    PRODUCTION_LICENCE(Validity.ENDS, 5),
    DISTRIBUTION_LICENCE(Validity.MAY_BE_OPEN, 0),
    HYGIENE_LICENCE(Validity.ENDS, 4),
    INDUSTRIAL_LICENCE(Validity.ENDS, 5),
    FOOD_LICENCE(Validity.ENDS, 5),
    COMPULSORY_CERTIFICATION(Validity.MAY_BE_OPEN, 0),
    LABORATORY(Validity.ENDS, 6),
    TEST_REPORT(Validity.MAY_BE_OPEN, 0),
    MANAGEMENT_SYSTEM(Validity.ENDS, 3),
    FOREIGN_APPROVAL(Validity.MAY_BE_OPEN, 0),
    OTHER(Validity.MAY_BE_OPEN, 0);

    private enum Validity {
        ENDS,
        MAY_BE_OPEN
    }

    private final Validity validity;
    private final int yearsAtMost;

    CertificateKind(Validity validity, int yearsAtMost) {
        this.validity = validity;
        this.yearsAtMost = yearsAtMost;
    }

    /** Whether such a paper always has a last day. */
    public boolean hasLastDay() {
        return validity == Validity.ENDS;
    }

    /** How many years the law lets it stand at most; 0 when it says nothing. */
    public int yearsAtMost() {
        return yearsAtMost;
    }
}
