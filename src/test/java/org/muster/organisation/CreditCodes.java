package org.muster.organisation;

import java.util.Random;

/** Credit codes that check and that nobody holds. */
public final class CreditCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Random RANDOM = new Random();

    private CreditCodes() {}

    /** A code registered in Jiangyin. */
    public static synchronized String fresh() {
        var organisation = new StringBuilder();
        for (int place = 0; place < 8; place++) {
            organisation.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        String body = "91320281" + organisation + CreditCode.organisationCheckCharacter(organisation.toString());
        return body + CreditCode.checkCharacter(body);
    }
}
