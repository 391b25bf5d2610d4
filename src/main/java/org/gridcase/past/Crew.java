package org.gridcase.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gridcase.grid.Duties;
import org.gridcase.grid.DutyKind;
import org.gridcase.grid.Location;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;
import org.gridcase.grid.Units;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/** Who does what: the people and units that are there now. What nobody here may do, its group has done. */
final class Crew {
    private static final String STREET_OFFICE = "street-office";

    private record Serving(String kind, String area) {}

    private final Staff staff;
    private final Map<String, String> workers = new HashMap<>();
    private final Map<Serving, String> serving = new HashMap<>();
    private final Map<String, List<String>> byDistrict = new TreeMap<>();
    private final Map<Grant, String> holders = new ConcurrentHashMap<>();

    /** @throws PastRefused if there are no units */
    Crew(Staff staff, Duties duties, Units units) {
        this.staff = staff;
        duties.all().stream()
                .filter(duty -> duty.kind() == DutyKind.PRIMARY)
                .forEach(duty -> workers.put(duty.grid(), duty.staff()));
        // by code, so of several the first serves
        for (Unit unit : units.all()) {
            serving.putIfAbsent(new Serving(unit.kind(), unit.area()), unit.code());
            byDistrict
                    .computeIfAbsent(unit.district(), any -> new ArrayList<>())
                    .add(unit.code());
        }
        if (byDistrict.isEmpty()) {
            throw PastRefused.missing("units");
        }
    }

    String worker(Location at) {
        String worker = workers.get(at.grid());
        return worker != null ? worker : holder(Role.GRID_WORKER, at.grid());
    }

    String holder(Role role, String scope) {
        return holders.computeIfAbsent(new Grant(role, scope), grant -> staff.holding(grant).stream()
                .findFirst()
                .map(StaffMember::id)
                .orElseGet(grant::group));
    }

    /** As dispatch finds it. */
    @Nullable
    String unit(String kind, UnitLevel level, Location at) {
        String area = level == UnitLevel.STREET ? at.street() : at.district();
        String unit = serving.get(new Serving(kind, area));
        return unit != null ? unit : serving.get(new Serving(STREET_OFFICE, at.street()));
    }

    /** Another one of the district, or the same if there is none. */
    String otherThan(String unit, String district, Dice dice) {
        List<String> all = byDistrict.getOrDefault(district, List.of(unit));
        String other = all.get(dice.below(all.size()));
        return other.equals(unit) ? all.get(0) : other;
    }
}
