package org.gridcase.clock;

import java.util.Set;
import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for; what is left out is not asked. Of ended cases neither stage nor lamp is known.
 *
 * @param kind a class such as {@code M06010}, or a group {@code M06}
 * @param stages any of these; all if empty
 */
public record DeadlineQuery(
        @Nullable String district,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String kind,
        Set<Stage> stages,
        @Nullable Lamp lamp) {
    public static final DeadlineQuery ALL = new DeadlineQuery(null, null, null, null, Set.of(), null);
    private static final int GROUP = 3;

    public DeadlineQuery {
        stages = Set.copyOf(stages);
    }

    boolean group() {
        return kind != null && kind.length() == GROUP;
    }

    @Nullable
    String serviceGroup() {
        return kind == null ? null : kind.substring(0, Math.min(GROUP, kind.length()));
    }

    DeadlineQuery byGroup() {
        return new DeadlineQuery(district, street, unit, serviceGroup(), stages, lamp);
    }
}
