package org.muster.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a listing must be able to do.
 *
 * @param services services of any of these sorts; empty for whatever there is
 * @param cleanRoom at least so clean a room
 * @param convertible by groups of words, every one of which something that the line can be changed over to must meet
 */
public record Able(Set<ServiceType> services, @Nullable CleanRoom cleanRoom, List<List<String>> convertible) {

    public Able {
        services = Set.copyOf(services);
        convertible = convertible.stream()
                .map(List::copyOf)
                .filter(group -> !group.isEmpty())
                .toList();
    }

    public static Able anything() {
        return new Able(Set.of(), null, List.of());
    }
}
