package org.muster.catalogue.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.Particulars.Crew;
import org.muster.catalogue.Particulars.Finance;
import org.muster.catalogue.Particulars.KnowHow;
import org.muster.catalogue.Particulars.Line;
import org.muster.catalogue.Particulars.Machine;
import org.muster.catalogue.Particulars.Service;
import org.muster.catalogue.Particulars.Sterilisation;
import org.muster.catalogue.Particulars.Stock;
import org.muster.catalogue.Particulars.Testing;
import org.muster.catalogue.Particulars.Transport;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SterilisationMethod;
import org.muster.shared.FoldedText;
import org.muster.shared.Money;
import org.muster.shared.Refusal;

/** The fields of the listing form that only one kind has: put in, and read out again. */
final class ParticularsForm {

    /** The units a duration is typed in, each as so many minutes, the longest first. */
    enum Span {
        DAY(60 * 24),
        HOUR(60),
        MINUTE(1);

        private final int minutes;

        Span(int minutes) {
            this.minutes = minutes;
        }
    }

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Pattern WRITTEN_SPAN = Pattern.compile(
            "(.*?)\\s*(?:(天|日|days?|d)|(个?小时|钟头|hours?|hrs?|h)|(分钟|分|min(?:ute)?s?))", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEMPERATURE = Pattern.compile("([-−–]?\\d{1,4}(?:\\.\\d+)?)\\s*(?:°|度|℃|°?c)*");

    private ParticularsForm() {}

    static void show(Particulars said, ListingForm form) {
        ServiceType type = said.serviceType();
        form.put("serviceType", type == null ? null : type.name());
        if (said instanceof Line line) {
            form.put("handles", String.join("\n", line.handles()));
            form.put("cleanRoom", line.cleanRoom());
        } else if (said instanceof Machine machine) {
            form.put("forSale", machine.forSale() ? "true" : null);
            form.put("forLease", machine.forLease() ? "true" : null);
            form.put("onSite", machine.onSite() ? "true" : null);
            form.put("leadDays", machine.leadDays());
            form.put("installationDays", machine.installationDays());
        } else if (said instanceof Stock stock) {
            form.put("batch", stock.batch());
            form.put("bestBefore", stock.bestBefore());
        } else if (said instanceof Service service) {
            show(service, form);
        }
    }

    private static void show(Service said, ListingForm form) {
        if (said instanceof Sterilisation sterilisation) {
            form.put("method", sterilisation.method());
            putSpan("cycle", sterilisation.cycleMinutes(), form);
            putSpan("aeration", sterilisation.aerationMinutes(), form);
            form.putQuantity("chamber", sterilisation.chamber());
        } else if (said instanceof Testing testing) {
            form.put("turnaround", testing.turnaroundHours());
        } else if (said instanceof Transport transport) {
            form.put("vehicle", transport.vehicle());
            form.putQuantity("payload", transport.payload());
            form.putQuantity("cargo", transport.cargo());
            form.put("coldest", ListingForm.plain(transport.coldest()));
            form.put("warmest", ListingForm.plain(transport.warmest()));
        } else if (said instanceof Crew crew) {
            form.put("headcount", crew.headcount());
        } else if (said instanceof Finance finance) {
            Money limit = finance.limit();
            BigDecimal rate = finance.yearlyRate();
            form.put("limit", limit == null ? null : ListingForm.plain(limit.major()));
            form.put("yearlyRate", rate == null ? null : ListingForm.plain(rate.multiply(PERCENT)));
            form.put("termDays", finance.termDays());
        } else if (said instanceof KnowHow knowHow) {
            form.put("handedOver", knowHow.handedOver());
            form.put("termDays", knowHow.termDays());
        }
    }

    static Particulars read(ListingForm form, List<Refusal> refusals) {
        return switch (form.kind()) {
            case PRODUCTION_LINE -> new Line(form.names("handles"), choice(form, "cleanRoom", CleanRoom.class));
            case EQUIPMENT ->
                new Machine(
                        form.isTrue("forSale"),
                        form.isTrue("forLease"),
                        form.isTrue("onSite"),
                        form.whole("leadDays", refusals),
                        form.whole("installationDays", refusals));
            case MATERIAL -> Particulars.NONE;
            case FINISHED_STOCK -> new Stock(form.orNull("batch"), form.day("bestBefore", refusals));
            case SERVICE -> service(form, refusals);
        };
    }

    private static Particulars service(ListingForm form, List<Refusal> refusals) {
        return switch (form.serviceType()) {
            case STERILISATION ->
                new Sterilisation(
                        choice(form, "method", SterilisationMethod.class),
                        span("cycle", form, refusals),
                        span("aeration", form, refusals),
                        form.quantity("chamber", "cubic_metre", refusals));
            case TESTING -> new Testing(form.whole("turnaround", refusals));
            case TRANSPORT ->
                new Transport(
                        form.orNull("vehicle"),
                        form.quantity("payload", "tonne", refusals),
                        form.quantity("cargo", "cubic_metre", refusals),
                        temperature("coldest", form, refusals),
                        temperature("warmest", form, refusals));
            case CREW -> new Crew(form.whole("headcount", refusals));
            case FINANCE ->
                new Finance(
                        form.money("limit", refusals), yearlyRate(form, refusals), form.whole("termDays", refusals));
            case KNOW_HOW -> new KnowHow(form.orNull("handedOver"), form.whole("termDays", refusals));
            case OTHER -> new Particulars.OtherService();
        };
    }

    private static @Nullable BigDecimal yearlyRate(ListingForm form, List<Refusal> refusals) {
        BigDecimal percent = form.amount("yearlyRate", refusals);
        return percent == null ? null : percent.movePointLeft(2);
    }

    private static void putSpan(String field, @Nullable Integer minutes, ListingForm form) {
        if (minutes == null) {
            return;
        }
        for (Span span : Span.values()) {
            if (minutes % span.minutes == 0) {
                form.put(field, minutes / span.minutes);
                form.put(field + "Unit", span.name());
                return;
            }
        }
    }

    /** A unit written behind the number goes before the one chosen beside it: 10小时, 14 days. */
    private static @Nullable Integer span(String field, ListingForm form, List<Refusal> refusals) {
        String written = FoldedText.fold(form.value(field)).strip();
        if (written.isEmpty()) {
            return null;
        }
        Span unit = Objects.requireNonNullElse(choice(form, field + "Unit", Span.class), Span.HOUR);
        Matcher behind = WRITTEN_SPAN.matcher(written);
        String number = written;
        if (behind.matches()) {
            number = behind.group(1);
            unit = behind.group(2) != null ? Span.DAY : behind.group(3) != null ? Span.HOUR : Span.MINUTE;
        }
        Optional<BigDecimal> amount = ListingForm.exactNumber(number);
        if (amount.isEmpty()) {
            refusals.add(Refusal.at(
                    field, "catalogue.number_unreadable", form.value(field).strip()));
            return null;
        }
        BigDecimal minutes =
                amount.get().multiply(BigDecimal.valueOf(unit.minutes)).stripTrailingZeros();
        if (minutes.scale() > 0) {
            refusals.add(Refusal.at(field, "catalogue.duration_minutes"));
            return null;
        }
        return minutes.compareTo(MOST_MINUTES) > 0 ? Integer.valueOf(Integer.MAX_VALUE) : minutes.intValueExact();
    }

    /** Below zero is no mistake here: −18 ℃. */
    private static @Nullable BigDecimal temperature(String field, ListingForm form, List<Refusal> refusals) {
        String written = FoldedText.fold(form.value(field)).strip();
        if (written.isEmpty()) {
            return null;
        }
        Matcher degrees = TEMPERATURE.matcher(written.replace("零下", "-"));
        if (!degrees.matches()) {
            refusals.add(Refusal.at(
                    field, "catalogue.number_unreadable", form.value(field).strip()));
            return null;
        }
        return new BigDecimal(degrees.group(1).replaceAll("[−–]", "-"));
    }

    private static <E extends Enum<E>> @Nullable E choice(ListingForm form, String field, Class<E> type) {
        return form.choice(field, type).orElse(null);
    }
}
