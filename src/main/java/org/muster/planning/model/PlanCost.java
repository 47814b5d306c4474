package org.muster.planning.model;

/**
 * What a plan costs, in ticks.
 *
 * @param shortage penalties for unmet output, weighted by priority
 * @param lateness the price of late arrivals
 * @param goods unit prices
 * @param offers fixed charges of used offers
 * @param suppliers fixed charges of used suppliers
 * @param moved the price of moving kept commitments
 */
public record PlanCost(long shortage, long lateness, long goods, long offers, long suppliers, long moved) {

    public long total() {
        return shortage + lateness + goods + offers + suppliers + moved;
    }
}
