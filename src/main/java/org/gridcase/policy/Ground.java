package org.gridcase.policy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which releases stand where, one upon another: each upon the one it was begun from, in every place that it reaches. A
 * place is a district that some release names, or {@link Force#CITY} for all those that none names.
 */
record Ground(List<Force> forces) {

    /** What is in force in a place at that time; with no time, what stands there last, be it only announced. */
    int top(String place, @Nullable Instant at) {
        return forces.stream()
                .filter(it ->
                        it.reaches(place) && (at == null || !it.effectiveAt().isAfter(at)))
                .mapToInt(Force::release)
                .max()
                .orElse(0);
    }

    /** Where a release is in force at that time, or stands last if there is none. */
    Set<String> under(int release, @Nullable Instant at) {
        return reached(release).stream()
                .filter(place -> top(place, at) == release)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All places that a release reaches, now or later. */
    Set<String> reached(int release) {
        Set<String> named = of(release).stream().map(Force::district).collect(Collectors.toCollection(TreeSet::new));
        return named.isEmpty() ? Set.of() : places(named);
    }

    /** Those of a reach. */
    Set<String> places(Set<String> districts) {
        Set<String> all = new TreeSet<>(districts);
        if (districts.isEmpty() || districts.contains(Force.CITY)) {
            all.add(Force.CITY);
            forces.forEach(it -> all.add(it.district()));
        }
        return all;
    }

    /**
     * What would be undone unseen in these places by something begun from {@code base}.
     *
     * @param itself may stand there already
     */
    OptionalInt overtaker(int base, int itself, Set<String> places) {
        return places.stream()
                .mapToInt(place -> top(place, null))
                .filter(top -> top != base && top != itself)
                .max();
    }

    List<Force> of(int release) {
        return forces.stream().filter(it -> it.release() == release).toList();
    }

    /** Where a release stands, and since or from when. */
    Standing standing(int release, Instant now) {
        List<Force> own = of(release);
        Instant next = own.stream()
                .map(Force::effectiveAt)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
        Set<String> coming = own.stream()
                .filter(it -> it.effectiveAt().isAfter(now))
                .map(Force::district)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> under = under(release, now);
        boolean begun = own.size() > coming.size();
        Standing.State state = !under.isEmpty()
                ? Standing.State.IN_FORCE
                : begun || own.isEmpty() ? Standing.State.SUPERSEDED : Standing.State.SCHEDULED;
        boolean last = !own.isEmpty() && under(release, null).equals(reached(release));
        return new Standing(state, under, coming, next, last);
    }
}
