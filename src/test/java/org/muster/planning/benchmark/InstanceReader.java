package org.muster.planning.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Supplier;

/**
 * Reads the three text formats of the shared data. Prices become whole ticks: a millionth of the file's money in the synthetic files (which have six
 * decimals), a hundred-millionth in the warehouse files, where a unit price is a total divided by a demand and has no end.
 */
final class InstanceReader {

    static final long SYNTHETIC_TICKS = 1_000_000;
    static final long WAREHOUSE_TICKS = 100_000_000;

    private final StreamTokenizer tokens;

    private InstanceReader(Reader text) {
        tokens = new StreamTokenizer(text);
        tokens.resetSyntax();
        tokens.whitespaceChars(0, ' ');
        tokens.wordChars('!', '~');
    }

    /** OR-Library capacitated warehouses; {@code capacity} replaces the column where the file names none. */
    static PlanProblem warehouses(Reader text, OptionalLong capacity, Effort effort) {
        return new InstanceReader(text).warehouses(capacity, effort);
    }

    /** The single-source layout: all capacities, all charges, all demands, then a row of costs a customer; customers divided or not. */
    static PlanProblem singleSource(Reader text, boolean undivided, Effort effort) {
        return new InstanceReader(text).singleSource(undivided, effort);
    }

    static PlanProblem synthetic(Reader text, Effort effort) {
        return new InstanceReader(text).synthetic(effort);
    }

    static Reader open(Path file) {
        try {
            var bytes = Files.newInputStream(file);
            return new BufferedReader(new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                    StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PlanProblem warehouses(OptionalLong capacity, Effort effort) {
        int warehouses = number();
        int customers = number();
        List<Offer> offers = new ArrayList<>();
        for (int w = 0; w < warehouses; w++) {
            String written = word();
            long of = capacity.isPresent() ? capacity.getAsLong() : new BigDecimal(written).longValueExact();
            offers.add(new Offer("w" + w, w, of, 0, 1, false, ticks(word(), WAREHOUSE_TICKS)));
        }
        long[] demand = new long[customers];
        String[][] costs = new String[customers][warehouses];
        for (int c = 0; c < customers; c++) {
            demand[c] = number();
            for (int w = 0; w < warehouses; w++) {
                costs[c][w] = word();
            }
        }
        return warehouseProblem(offers, demand, costs, false, effort);
    }

    private PlanProblem singleSource(boolean undivided, Effort effort) {
        int warehouses = number();
        int customers = number();
        long[] capacities = new long[warehouses];
        for (int w = 0; w < warehouses; w++) {
            capacities[w] = number();
        }
        List<Offer> offers = new ArrayList<>();
        for (int w = 0; w < warehouses; w++) {
            offers.add(new Offer("w" + w, w, capacities[w], 0, 1, false, ticks(word(), WAREHOUSE_TICKS)));
        }
        long[] demand = new long[customers];
        for (int c = 0; c < customers; c++) {
            demand[c] = number();
        }
        String[][] costs = new String[customers][warehouses];
        for (int c = 0; c < customers; c++) {
            for (int w = 0; w < warehouses; w++) {
                costs[c][w] = word();
            }
        }
        return warehouseProblem(offers, demand, costs, undivided, effort);
    }

    /** Everybody has to be served: being short costs more than the dearest service with every charge on top. */
    private static PlanProblem warehouseProblem(
            List<Offer> offers, long[] demand, String[][] costs, boolean undivided, Effort effort) {
        List<Arc> arcs = new ArrayList<>();
        long dearest = 0;
        for (int c = 0; c < demand.length; c++) {
            for (int w = 0; w < offers.size(); w++) {
                long unit = new BigDecimal(costs[c][w])
                        .multiply(BigDecimal.valueOf(WAREHOUSE_TICKS))
                        .divide(BigDecimal.valueOf(demand[c]), MathContext.DECIMAL128)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
                dearest = Math.max(dearest, unit);
                arcs.add(new Arc(w, c, unit, demand[c], 0));
            }
        }
        long charges = offers.stream().mapToLong(Offer::fixedCharge).max().orElse(0);
        long penalty = 2 * dearest + charges / 10;
        List<Supplier> suppliers = new ArrayList<>();
        offers.forEach(offer -> suppliers.add(new Supplier(offer.id(), 0)));
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int c = 0; c < demand.length; c++) {
            demands.add(new Demand("c" + c, 1, demand[c], penalty));
            requirements.add(new Requirement("c" + c, c, demand[c], 0, 0, 0, undivided));
        }
        return problem(demands, requirements, suppliers, offers, arcs, effort);
    }

    private PlanProblem synthetic(Effort effort) {
        expect("unavoidable");
        word();
        expect("requirements");
        int count = number();
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            long quantity = number();
            demands.add(new Demand("r" + r, 1, quantity, ticks(word(), SYNTHETIC_TICKS)));
            requirements.add(new Requirement("r" + r, r, quantity, 0, 0, 0, false));
        }
        expect("suppliers");
        count = number();
        List<Supplier> suppliers = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            suppliers.add(new Supplier("s" + s, ticks(word(), SYNTHETIC_TICKS)));
        }
        expect("offers");
        count = number();
        List<Offer> offers = new ArrayList<>();
        for (int o = 0; o < count; o++) {
            int supplier = number();
            long capacity = number();
            long minimum = number();
            long charge = ticks(word(), SYNTHETIC_TICKS);
            offers.add(new Offer("o" + o, supplier, capacity, minimum, 1, number() == 1, charge));
        }
        expect("arcs");
        count = number();
        List<Arc> arcs = new ArrayList<>();
        for (int a = 0; a < count; a++) {
            int offer = number();
            int requirement = number();
            arcs.add(new Arc(offer, requirement, ticks(word(), SYNTHETIC_TICKS), number(), 0));
        }
        return problem(demands, requirements, suppliers, offers, arcs, effort);
    }

    private static PlanProblem problem(
            List<Demand> demands,
            List<Requirement> requirements,
            List<Supplier> suppliers,
            List<Offer> offers,
            List<Arc> arcs,
            Effort effort) {
        return new PlanProblem(
                List.of(new Stage("all", 0, false)),
                demands,
                requirements,
                suppliers,
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                effort);
    }

    private static long ticks(String amount, long perUnit) {
        return new BigDecimal(amount).multiply(BigDecimal.valueOf(perUnit)).longValueExact();
    }

    private void expect(String word) {
        String found = word();
        if (!found.equals(word)) {
            throw new IllegalArgumentException("Expected " + word + ", found " + found);
        }
    }

    private int number() {
        return new BigDecimal(word()).intValueExact();
    }

    private String word() {
        try {
            if (tokens.nextToken() != StreamTokenizer.TT_WORD) {
                throw new IllegalArgumentException("The file ends too early, in line " + tokens.lineno());
            }
            return tokens.sval;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
