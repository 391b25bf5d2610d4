package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroundTests {
    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-31T00:00:00Z");
    private static final String EAST = "410105";
    private static final String WEST = "410102";

    private static Force force(int release, String district, Instant at) {
        return new Force(release, district, at);
    }

    private final Ground tried = new Ground(List.of(force(1, "", THEN), force(2, "", THEN), force(3, EAST, THEN)));

    @Test
    void aDistrictGoesByTheNewestReleaseThatReachesIt() {
        assertThat(tried.top(EAST, NOW)).isEqualTo(3);
        assertThat(tried.top(WEST, NOW)).isEqualTo(2);
        assertThat(tried.top(Force.CITY, NOW)).isEqualTo(2);
    }

    @Test
    void theCityIsReachedOnlyThroughEveryDistrictThatGoesItsOwnWay() {
        assertThat(tried.overtaker(2, 4, tried.places(Set.of()))).isEqualTo(OptionalInt.of(3));
        assertThat(tried.overtaker(2, 4, tried.places(Set.of(WEST)))).isEmpty();
        assertThat(tried.overtaker(3, 4, tried.places(Set.of(EAST)))).isEmpty();
        assertThat(tried.overtaker(3, 4, tried.places(Set.of()))).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void aReleaseIsWidenedWhereItsBaseOrItselfStands() {
        assertThat(tried.overtaker(2, 3, tried.places(Set.of()))).isEmpty();
        var two = new Ground(List.of(force(1, "", THEN), force(2, EAST, THEN), force(3, WEST, THEN)));
        assertThat(two.overtaker(1, 2, two.places(Set.of()))).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void whatIsScheduledStandsInTheWayThoughItIsNotInForce() {
        var ground = new Ground(List.of(force(1, "", THEN), force(2, "", LATER)));
        assertThat(ground.top(Force.CITY, NOW)).isEqualTo(1);
        assertThat(ground.overtaker(1, 3, ground.places(Set.of(WEST)))).isEqualTo(OptionalInt.of(2));
        assertThat(ground.standing(2, NOW).state()).isEqualTo(Standing.State.SCHEDULED);
        assertThat(ground.standing(2, NOW).next()).isEqualTo(LATER);
        assertThat(ground.standing(1, NOW).state()).isEqualTo(Standing.State.IN_FORCE);
        assertThat(ground.standing(1, NOW).last()).isFalse();
        assertThat(ground.standing(1, LATER).state()).isEqualTo(Standing.State.SUPERSEDED);
    }

    @Test
    void whereAReleaseIsInForceSaysItsStanding() {
        assertThat(tried.standing(3, NOW).under()).containsExactly(EAST);
        assertThat(tried.standing(3, NOW).last()).isTrue();
        assertThat(tried.standing(2, NOW).under()).containsExactly(Force.CITY);
        assertThat(tried.standing(2, NOW).last()).isFalse();
        assertThat(tried.standing(1, NOW).state()).isEqualTo(Standing.State.SUPERSEDED);
    }
}
