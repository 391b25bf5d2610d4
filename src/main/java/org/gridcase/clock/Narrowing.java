package org.gridcase.clock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Stage;
import org.gridcase.grid.AreaLevel;
import org.jspecify.annotations.Nullable;

/** Conditions as SQL with their values; what is not asked is no condition, so that an index can answer the rest. */
final class Narrowing {
    private final Columns columns;
    private final List<String> all = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    private Narrowing(Columns columns) {
        this.columns = columns;
    }

    /**
     * Where a table has what is asked for.
     *
     * @param grid none where only streets are known; then whoever sees smaller areas sees nothing of them there
     * @param serviceCode of a class, or of its group alone
     */
    record Columns(
            String district,
            String street,
            @Nullable String grid,
            String unit,
            String serviceCode,
            boolean groupsOnly) {}

    static Narrowing of(DeadlineQuery asked, Sight sight, Columns columns) {
        var it = new Narrowing(columns);
        it.equal(columns.district(), "district", asked.district());
        it.equal(columns.street(), "street", asked.street());
        it.equal(columns.unit(), "unit", asked.unit());
        if (columns.groupsOnly()) {
            it.equal(columns.serviceCode(), "serviceGroup", asked.serviceGroup());
        } else if (asked.group()) {
            it.add(columns.serviceCode() + " like :kind", "kind", asked.kind() + "%");
        } else {
            it.equal(columns.serviceCode(), "kind", asked.kind());
        }
        it.seenBy(sight);
        return it;
    }

    /** Over open cases. */
    Narrowing at(Set<Stage> stages, @Nullable Lamp lamp, Instant now) {
        if (!stages.isEmpty()) {
            add(
                    "stage = any(:stages)",
                    "stages",
                    stages.stream().map(Stage::name).toArray(String[]::new));
        }
        if (lamp != null) {
            all.add(
                    switch (lamp) {
                        case NONE -> "due_at = :never";
                        case RED -> "due_at < :now";
                        case YELLOW -> "due_at >= :now and due_at < :never and yellow_at <= :now";
                        case GREEN -> "due_at >= :now and due_at < :never and yellow_at > :now";
                    });
        }
        values.put("now", now.atOffset(ZoneOffset.UTC));
        values.put("never", Page.Place.NEVER.atOffset(ZoneOffset.UTC));
        return this;
    }

    Narrowing and(String condition) {
        all.add(condition);
        return this;
    }

    Narrowing with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String sql() {
        return String.join(" and ", all);
    }

    Map<String, Object> values() {
        return values;
    }

    private void seenBy(Sight sight) {
        if (sight.everywhere()) {
            return;
        }
        List<String> ways = new ArrayList<>();
        way(ways, columns.district(), "districts", sight.districts());
        way(ways, columns.street(), "streets", areas(AreaLevel.STREET, sight));
        way(ways, columns.unit(), "units", sight.units());
        String grid = columns.grid();
        if (grid != null) {
            way(ways, "left(" + grid + ", 12)", "communities", areas(AreaLevel.COMMUNITY, sight));
            way(ways, grid, "grids", areas(AreaLevel.GRID, sight));
        }
        all.add(ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")");
    }

    private static Set<String> areas(AreaLevel level, Sight sight) {
        return sight.areas().stream().filter(level::isCode).collect(Collectors.toSet());
    }

    private void way(List<String> ways, String column, String name, Set<String> codes) {
        if (!codes.isEmpty()) {
            ways.add(column + " = any(:" + name + ")");
            values.put(name, codes.toArray(String[]::new));
        }
    }

    private void equal(String column, String name, @Nullable String value) {
        if (value != null) {
            add(column + " = :" + name, name, value);
        }
    }

    private void add(String condition, String name, Object value) {
        all.add(condition);
        values.put(name, value);
    }
}
