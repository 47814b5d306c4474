package org.muster.catalogue.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.muster.shared.Quantity;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** Particulars as lines of the fact sheet, in the words of whoever reads them; what was not said has no line. */
final class ParticularsFacts {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final KindMessages kinds;
    private final CatalogueMessages say;
    private final Locale locale;
    private final List<ListingPage.Specification> facts = new ArrayList<>();

    private ParticularsFacts(Locale locale) {
        this.kinds = Language.messages(KindMessages.class, locale);
        this.say = Language.messages(CatalogueMessages.class, locale);
        this.locale = locale;
    }

    static List<ListingPage.Specification> of(Particulars said, Locale locale) {
        ParticularsFacts facts = new ParticularsFacts(locale);
        if (said instanceof Line line) {
            facts.line(line);
        } else if (said instanceof Machine machine) {
            facts.machine(machine);
        } else if (said instanceof Stock stock) {
            facts.stock(stock);
        } else if (said instanceof Service service) {
            facts.service(service);
        }
        return List.copyOf(facts.facts);
    }

    private void line(Line line) {
        add(kinds.handles(), String.join(say.comma(), line.handles()));
        add(kinds.clean_room_label(), line.cleanRoom() == null ? null : kinds.clean_room_of(line.cleanRoom()));
    }

    private void machine(Machine machine) {
        add(
                kinds.offered_label(),
                Stream.of(
                                machine.forSale() ? kinds.for_sale() : "",
                                machine.forLease() ? kinds.for_lease() : "",
                                machine.onSite() ? kinds.on_site() : "")
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(say.comma())));
        Integer lead = machine.leadDays();
        add(kinds.lead_label(), lead == null ? null : lead == 0 ? kinds.at_once() : kinds.days_of(lead.toString()));
        add(kinds.installation_label(), days(machine.installationDays()));
    }

    private void stock(Stock stock) {
        add(kinds.batch(), stock.batch());
        add(kinds.best_before(), stock.bestBefore() == null ? null : Times.day(stock.bestBefore(), locale));
    }

    private void service(Service service) {
        if (service.type() != ServiceType.OTHER) {
            add(kinds.service_type_label(), kinds.service_type(service.type()));
        }
        if (service instanceof Sterilisation sterilisation) {
            SterilisationMethod method = sterilisation.method();
            add(kinds.method(), method == null ? null : kinds.method_of(method));
            add(kinds.chamber(), quantity(sterilisation.chamber()));
            add(kinds.cycle(), duration(sterilisation.cycleMinutes()));
            add(kinds.aeration(), duration(sterilisation.aerationMinutes()));
        } else if (service instanceof Testing testing) {
            Integer hours = testing.turnaroundHours();
            add(kinds.turnaround_label(), duration(hours == null ? null : hours * HOUR));
        } else if (service instanceof Transport transport) {
            BigDecimal coldest = transport.coldest();
            BigDecimal warmest = transport.warmest();
            add(kinds.vehicle(), transport.vehicle());
            add(kinds.payload(), quantity(transport.payload()));
            add(kinds.cargo(), quantity(transport.cargo()));
            add(
                    kinds.temperature_label(),
                    coldest == null || warmest == null ? null : kinds.degrees_of(signed(coldest), signed(warmest)));
        } else if (service instanceof Crew crew) {
            Integer people = crew.headcount();
            add(
                    kinds.headcount_label(),
                    people == null ? null : kinds.people_of(Figures.number(BigDecimal.valueOf(people))));
        } else if (service instanceof Finance finance) {
            BigDecimal rate = finance.yearlyRate();
            add(kinds.limit_label(), finance.limit() == null ? null : Figures.money(finance.limit(), locale));
            add(kinds.yearly_rate_label(), rate == null ? null : kinds.percent_of(plain(rate.movePointRight(2))));
            add(kinds.term_label(), days(finance.termDays()));
        } else if (service instanceof KnowHow knowHow) {
            add(kinds.handed_over(), knowHow.handedOver());
            add(kinds.know_how_label(), days(knowHow.termDays()));
        }
    }

    private void add(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new ListingPage.Specification(label, value));
        }
    }

    private @Nullable String quantity(@Nullable Quantity quantity) {
        return quantity == null ? null : Figures.exact(quantity, locale);
    }

    private @Nullable String days(@Nullable Integer days) {
        return days == null ? null : kinds.days_of(days.toString());
    }

    /** In the largest unit that leaves nothing over; a cycle of 90 minutes is not 1.5 hours to whoever sets a machine. */
    private @Nullable String duration(@Nullable Integer minutes) {
        if (minutes == null) {
            return null;
        }
        if (minutes >= DAY && minutes % DAY == 0) {
            return kinds.days_of(String.valueOf(minutes / DAY));
        }
        return minutes > 0 && minutes % HOUR == 0
                ? kinds.hours_of(String.valueOf(minutes / HOUR))
                : kinds.minutes_of(String.valueOf(minutes));
    }

    private static String signed(BigDecimal degrees) {
        return plain(degrees).replace('-', '−');
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
