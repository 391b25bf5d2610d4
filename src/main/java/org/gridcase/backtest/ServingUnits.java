package org.gridcase.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.grid.Unit;
import org.gridcase.policy.RoutingDecided;
import org.gridcase.policy.RoutingDecided.Level;
import org.jspecify.annotations.Nullable;

/** Which unit serves a place, as dispatching finds it, from the units as they are now. */
final class ServingUnits {
    private static final String STREET_OFFICE = "street-office";

    private record Serving(String kind, String area) {}

    private final Map<Serving, String> serving = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

    /** @param units by code: of several that serve a place the first does */
    ServingUnits(List<Unit> units) {
        for (Unit unit : units) {
            serving.putIfAbsent(new Serving(unit.kind(), unit.area()), unit.code());
            kinds.put(unit.code(), unit.kind());
        }
    }

    @Nullable
    String unit(RoutingDecided decided, String district, String street) {
        String area = decided.level() == Level.STREET ? street : district;
        String unit = serving.get(new Serving(decided.unitKind(), area));
        return unit != null ? unit : serving.get(new Serving(STREET_OFFICE, street));
    }

    /** None of a unit that is no longer there. */
    @Nullable
    String kind(String unit) {
        return kinds.get(unit);
    }
}
