package org.muster.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Money;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * A listing begun for a trade: its usual operations, specification and units, in both languages. Rates are what is common, to be corrected.
 *
 * @param unit what it is usually counted in
 */
public record ListingTemplate(
        String key,
        ListingKind kind,
        Bilingual title,
        Bilingual description,
        @Nullable String division,
        SupplyMode supplyMode,
        @Nullable Boolean crewIncluded,
        String unit,
        @Nullable BigDecimal hoursPerDay,
        @Nullable Integer changeoverMinutes,
        List<Step> operations,
        List<Bilingual> products,
        List<Bilingual> convertibleProducts,
        @Nullable List<String> minimumOrder,
        @Nullable List<String> orderMultiple,
        List<Value> specification,
        @Nullable Particular particulars) {

    /** A text in both languages. */
    public record Bilingual(String zh, String en) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    record Step(
            String zh,
            String en,
            @Nullable BigDecimal rate,
            @Nullable String unit,
            @Nullable RatePer per) {}

    record Value(String key, String amount, String unit, String text) {}

    /** What only its kind says; a text in both languages is written {@code zh|en}. */
    record Particular(
            @Nullable List<Bilingual> handles,
            @Nullable CleanRoom cleanRoom,
            boolean forSale,
            boolean forLease,
            boolean onSite,
            @Nullable Integer leadDays,
            @Nullable Integer installationDays,
            @Nullable ServiceType service,
            @Nullable SterilisationMethod method,
            @Nullable Integer cycleMinutes,
            @Nullable Integer aerationMinutes,
            @Nullable List<String> chamber,
            @Nullable Integer turnaroundHours,
            @Nullable String vehicle,
            @Nullable List<String> payload,
            @Nullable List<String> cargo,
            @Nullable BigDecimal coldest,
            @Nullable BigDecimal warmest,
            @Nullable Integer headcount,
            @Nullable String limit,
            @Nullable BigDecimal yearlyRate,
            @Nullable Integer termDays,
            @Nullable String handedOver) {

        Particulars of(ListingKind kind, Locale locale) {
            return switch (kind) {
                case PRODUCTION_LINE ->
                    new Particulars.Line(
                            handles == null
                                    ? List.of()
                                    : handles.stream()
                                            .map(material -> material.in(locale))
                                            .toList(),
                            cleanRoom);
                case EQUIPMENT -> new Particulars.Machine(forSale, forLease, onSite, leadDays, installationDays);
                case MATERIAL, FINISHED_STOCK -> Particulars.unsaid(kind);
                case SERVICE -> service(locale);
            };
        }

        private Particulars service(Locale locale) {
            return switch (service == null ? ServiceType.OTHER : service) {
                case STERILISATION ->
                    new Particulars.Sterilisation(method, cycleMinutes, aerationMinutes, quantity(chamber));
                case TESTING -> new Particulars.Testing(turnaroundHours);
                case TRANSPORT ->
                    new Particulars.Transport(
                            either(vehicle, locale), quantity(payload), quantity(cargo), coldest, warmest);
                case CREW -> new Particulars.Crew(headcount);
                case FINANCE -> new Particulars.Finance(limit == null ? null : Money.yuan(limit), yearlyRate, termDays);
                case KNOW_HOW -> new Particulars.KnowHow(either(handedOver, locale), termDays);
                case OTHER -> new Particulars.OtherService();
            };
        }

        private static @Nullable String either(@Nullable String both, Locale locale) {
            if (both == null) {
                return null;
            }
            int bar = both.indexOf('|');
            return new Bilingual(both.substring(0, bar), both.substring(bar + 1)).in(locale);
        }
    }

    /** The draft it begins, its lists in the language of whoever fills it in, its titles in both. */
    public ListingDraft draft(Locale locale) {
        return ListingDraft.of(kind, title.zh())
                .titleEn(title.en())
                .template(key)
                .description(description.zh())
                .descriptionEn(description.en().isEmpty() ? null : description.en())
                .division(division)
                .supplyMode(supplyMode)
                .crewIncluded(crewIncluded)
                .materialIncluded(
                        switch (supplyMode) {
                            case ALL_IN -> Boolean.TRUE;
                            case PROCESSING -> Boolean.FALSE;
                            default -> null;
                        })
                .hoursPerDay(hoursPerDay)
                .changeoverMinutes(changeoverMinutes)
                .operations(operations.stream()
                        .map(step -> new Operation(
                                new Bilingual(step.zh(), step.en()).in(locale),
                                step.rate() == null || step.unit() == null || step.per() == null
                                        ? null
                                        : new Rate(new Quantity(step.rate(), Unit.of(step.unit())), step.per())))
                        .toList())
                .products(products.stream().map(product -> product.in(locale)).toList())
                .convertibleProducts(convertibleProducts.stream()
                        .map(product -> product.in(locale))
                        .toList())
                .minimumOrder(quantity(minimumOrder))
                .orderMultiple(quantity(orderMultiple))
                .specification(specification.stream()
                        .map(value -> new SpecificationValue(
                                value.key(),
                                value.amount().isEmpty() ? null : new BigDecimal(value.amount()),
                                value.unit(),
                                value.text()))
                        .toList())
                .particulars(particulars == null ? Particulars.unsaid(kind) : particulars.of(kind, locale))
                .build();
    }

    private static @Nullable Quantity quantity(@Nullable List<String> said) {
        return said == null ? null : Quantity.of(said.get(0), said.get(1));
    }
}
