package org.muster.emergency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StatedNeeds implements PanacheRepositoryBase<StatedNeed, UUID> {

    Optional<StatedNeed> byId(EmergencyId emergency, UUID id) {
        return find("emergencyId = ?1 and id = ?2", emergency.value(), id).firstResultOptional();
    }

    /** All that are in none of the sums' way: for comparing new ones with. */
    List<StatedNeed> standing(EmergencyId emergency) {
        return list(
                "emergencyId = ?1 and state in (?2, ?3, ?4) order by intakeId, rowNumber",
                emergency.value(),
                NeedState.COUNTED,
                NeedState.KEPT,
                NeedState.FLAGGED);
    }

    List<StatedNeed> counted(EmergencyId emergency) {
        return list("emergencyId = ?1 and state in (?2, ?3)", emergency.value(), NeedState.COUNTED, NeedState.KEPT);
    }

    /** Where something is needed, once for each need that counts or waits. */
    List<String> placesOf(EmergencyId emergency) {
        return getEntityManager()
                .createQuery(
                        "select placeCode from StatedNeed where emergencyId = :emergency and placeCode is not null and"
                                + " state in (:states)",
                        String.class)
                .setParameter("emergency", emergency.value())
                .setParameter("states", List.of(NeedState.COUNTED, NeedState.KEPT, NeedState.FLAGGED))
                .getResultList();
    }

    List<StatedNeed> page(EmergencyId emergency, NeedFilter filter, int page, int size) {
        return find(where(filter) + " order by institution, rowNumber, id", parameters(emergency, filter))
                .page(page - 1, size)
                .list();
    }

    List<StatedNeed> flaggedWith(EmergencyId emergency, NeedRule rule) {
        NeedFilter filter = new NeedFilter(Optional.of(NeedState.FLAGGED), Optional.of(rule), Optional.empty());
        return list(where(filter), parameters(emergency, filter));
    }

    private static String where(NeedFilter filter) {
        StringBuilder where = new StringBuilder("emergencyId = :emergency");
        filter.state().ifPresent(state -> where.append(" and state = :state"));
        filter.intake().ifPresent(intake -> where.append(" and intakeId = :intake"));
        filter.rule()
                .ifPresent(rule -> where.append(
                        " and id in (select n.id from StatedNeed n join n.findings f where f.rule = :rule)"));
        return where.toString();
    }

    private static Parameters parameters(EmergencyId emergency, NeedFilter filter) {
        Parameters parameters = Parameters.with("emergency", emergency.value());
        filter.state().ifPresent(state -> parameters.and("state", state));
        filter.intake().ifPresent(intake -> parameters.and("intake", intake));
        filter.rule().ifPresent(rule -> parameters.and("rule", rule));
        return parameters;
    }

    Map<NeedState, Long> states(EmergencyId emergency, Optional<UUID> intake) {
        NeedFilter filter = new NeedFilter(Optional.empty(), Optional.empty(), intake);
        var query = getEntityManager()
                .createQuery(
                        "select state, count(id) from StatedNeed where " + where(filter) + " group by state",
                        Object[].class);
        parameters(emergency, filter).map().forEach(query::setParameter);
        Map<NeedState, Long> counts = new EnumMap<>(NeedState.class);
        query.getResultList().forEach(row -> counts.put((NeedState) row[0], (Long) row[1]));
        return counts;
    }

    /** How many of those that wait are flagged by each rule, the most frequent first. */
    Map<NeedRule, Long> flags(EmergencyId emergency) {
        Map<NeedRule, Long> counts = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select f.rule, count(n) from StatedNeed n join n.findings f"
                                + " where n.emergencyId = :emergency and n.state = :state group by f.rule",
                        Object[].class)
                .setParameter("emergency", emergency.value())
                .setParameter("state", NeedState.FLAGGED)
                .getResultList()
                .forEach(row -> counts.put((NeedRule) row[0], (Long) row[1]));
        counts.keySet().removeIf(rule -> !rule.isFlag());
        Map<NeedRule, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<NeedRule, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    long publicSince(EmergencyId emergency, Instant since) {
        return getEntityManager()
                .createQuery(
                        "select count(i) from NeedIntake i where i.emergencyId = :emergency and i.way = :way and"
                                + " i.receivedAt >= :since",
                        Long.class)
                .setParameter("emergency", emergency.value())
                .setParameter("way", IntakeWay.PUBLIC)
                .setParameter("since", since)
                .getSingleResult();
    }
}
