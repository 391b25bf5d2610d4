package org.gridcase.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where and from when on a release is to be in force.
 *
 * @param districts their codes; none for the whole city
 * @param from none for at once
 */
public record Reach(Set<String> districts, @Nullable Instant from) {
    /** The whole city, at once. */
    public static final Reach CITY_NOW = new Reach(Set.of(), null);

    public Reach {
        districts = Set.copyOf(districts);
    }

    public static Reach of(Collection<String> districts, @Nullable Instant from) {
        return new Reach(Set.copyOf(new TreeSet<>(districts)), from);
    }

    boolean isCity() {
        return districts.isEmpty();
    }
}
