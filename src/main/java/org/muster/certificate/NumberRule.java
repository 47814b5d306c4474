package org.muster.certificate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Public rules by which authorities number what they issue. Each tells what the parts of a number say, and which parts contradict each other. */
public enum NumberRule {
    /** Medical devices since 2014: who issued it, home-made (准), imported (进) or from Hong Kong, Macao, Taiwan (许), year, class, catalogue, serial. */
    DEVICE_REGISTRATION(
            "(?<issuer>国|\\p{IsHan})械注(?<origin>[准进许])(?<year>\\d{4})(?<class>\\d)(?<category>\\d{2})(?<serial>\\d{4})",
            "械注",
            "国械注准20203140001",
            Register.NMPA,
            CertificateKind.REGISTRATION,
            CertificateKind.EMERGENCY_REGISTRATION),
    /** Medical devices before October 2014. */
    DEVICE_REGISTRATION_OLD(
            "(?<issuer>国|\\p{IsHan})食药监械\\((?<origin>[准进许])\\)字(?<year>\\d{4})第(?<class>\\d)(?<category>\\d{2})(?<serial>\\d{4})号?",
            "食药监械(", "国食药监械(准)字2012第3640123号", Register.NMPA, CertificateKind.REGISTRATION),
    /** Class I devices: province and city, year, serial. */
    DEVICE_FILING(
            "(?<issuer>国|\\p{IsHan})(?<city>\\p{IsHan}{0,2})械备(?<year>\\d{4})(?<serial>\\d{4})号?",
            "械备", "鲁青械备20200123号", Register.NMPA, CertificateKind.FILING),
    /** Makers of class I devices. */
    PRODUCTION_FILING(
            "(?<issuer>\\p{IsHan})(?<city>\\p{IsHan}{0,2})食?药监械生产备(?<year>\\d{4})(?<serial>\\d{4})号?",
            "械生产备", "苏常药监械生产备20220012号", Register.NMPA, CertificateKind.FILING),
    DEVICE_PRODUCTION(
            "(?<issuer>\\p{IsHan})食?药监械生产许(?<year>\\d{4})(?<serial>\\d{4})号?",
            "械生产许", "鲁药监械生产许20200012号", Register.NMPA, CertificateKind.PRODUCTION_LICENCE),
    DEVICE_DISTRIBUTION(
            "(?<issuer>\\p{IsHan})(?<city>\\p{IsHan}{0,2})食?药监械经营许(?<year>\\d{4})(?<serial>\\d{4,5})号?",
            "械经营许", "鲁青药监械经营许20200345号", Register.NMPA, CertificateKind.DISTRIBUTION_LICENCE),
    DEVICE_DISTRIBUTION_FILING(
            "(?<issuer>\\p{IsHan})(?<city>\\p{IsHan}{0,2})食?药监械经营备(?<year>\\d{4})(?<serial>\\d{4,5})号?",
            "械经营备", "鲁青药监械经营备20200345号", Register.NMPA, CertificateKind.DISTRIBUTION_LICENCE),
    /** Makers of disinfection products. */
    DISINFECTION(
            "(?<issuer>\\p{IsHan})卫消证字\\((?<year>\\d{4})\\)第?(?<serial>\\d{4})号?",
            "卫消证", "鲁卫消证字(2020)第0123号", Register.DISINFECTION, CertificateKind.HYGIENE_LICENCE),
    INDUSTRIAL_PRODUCT(
            "(?:\\((?<issuer>\\p{IsHan})\\))?XK(?<category>\\d{2})-(?<product>\\d{3})-(?<serial>\\d{5})",
            "XK", "XK16-001-00123", Register.SAMR, CertificateKind.INDUSTRIAL_LICENCE),
    /** Fourteen figures, the last of which checks the others by ISO 7064 MOD 11,10. */
    FOOD(
            "SC(?<category>\\d{3})(?<place>\\d{6})(?<serial>\\d{4})(?<check>\\d)",
            "SC", "SC10637021100013", Register.SAMR, CertificateKind.FOOD_LICENCE),
    COMPULSORY(
            "(?<year>\\d{4})(?<serial>\\d{12})",
            "", "2020011607284560", Register.CNCA, CertificateKind.COMPULSORY_CERTIFICATION),
    /** Accredited by a market supervision authority: year, authority, field, line of business, serial. */
    CMA(
            "(?:CMA)?(?<shortyear>\\d{2})(?<authority>\\d{2})(?<category>\\d{4})(?<serial>\\d{4})",
            "", "CMA 203201180123", Register.CMA, CertificateKind.LABORATORY),
    CNAS(
            "CNAS-?(?<category>L|IB|PL|RL)(?<serial>\\d{4,5})",
            "CNAS",
            "CNAS L12345",
            Register.CNAS,
            CertificateKind.LABORATORY),
    /** The unified social credit code stands on it as its number. */
    CREDIT_CODE(
            "(?<code>[0-9A-HJ-NPQRTUWXY]{18})",
            "",
            "91370211DEM000014W",
            Register.GSXT,
            CertificateKind.BUSINESS_LICENCE);

    /** Where anybody can look a number up. */
    public enum Register {
        NMPA("https://www.nmpa.gov.cn/datasearch/home-index.html"),
        SAMR("https://www.samr.gov.cn/"),
        GSXT("https://www.gsxt.gov.cn/"),
        CNCA("https://cx.cnca.cn/"),
        CMA("https://cma.cnca.cn/"),
        CNAS("https://www.cnas.org.cn/"),
        DISINFECTION("https://credit.jdzx.net.cn/");

        private final String address;

        Register(String address) {
            this.address = address;
        }

        public String address() {
            return address;
        }
    }

    private final Pattern pattern;
    private final String marker;
    private final String example;
    private final Register register;
    private final Set<CertificateKind> kinds;

    NumberRule(String pattern, String marker, String example, Register register, CertificateKind... kinds) {
        this.pattern = Pattern.compile(pattern);
        this.marker = marker;
        this.example = example;
        this.register = register;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    /** A number that is right by its rule, for those who type one. */
    public String example() {
        return example;
    }

    public Register register() {
        return register;
    }

    Set<CertificateKind> kinds() {
        return kinds;
    }

    Optional<Matcher> read(String number) {
        Matcher matcher = pattern.matcher(number);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** Whether a text was meant to be such a number, though it is not written as one. */
    boolean isMeantBy(String number) {
        return !marker.isEmpty() && number.contains(marker);
    }

    static Stream<NumberRule> of(CertificateKind kind) {
        return Stream.of(values()).filter(rule -> rule.kinds.contains(kind));
    }
}
