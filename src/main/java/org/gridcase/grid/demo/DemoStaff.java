package org.gridcase.grid.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.grid.DutyKind;
import org.gridcase.grid.Unit;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.springframework.stereotype.Component;

/** The demo's people: one of each role in the first district, and their doubles in the second. */
@Component
class DemoStaff {
    private final Staff staff;
    private final Duties duties;

    DemoStaff(Staff staff, Duties duties) {
        this.staff = staff;
        this.duties = duties;
    }

    void enrol(List<Area> areas, List<Unit> units) {
        List<String> districts = codes(areas, AreaLevel.DISTRICT, "");
        enrol(districts.get(0), "", areas, units);
        enrol(districts.get(1), "2", areas, units);
    }

    private void enrol(String district, String suffix, List<Area> areas, List<Unit> units) {
        Set<Grant> grids = grants(Role.GRID_WORKER, codes(areas, AreaLevel.GRID, district));
        add("worker" + suffix, "林晓禾", suffix, grids);
        add("substitute" + suffix, "周一帆", suffix, grids);
        add("leader" + suffix, "陈望舒", suffix, grants(Role.GRID_LEADER, codes(areas, AreaLevel.STREET, district)));
        add("filing" + suffix, "沈立言", suffix, grants(Role.FILING_CLERK, List.of(district)));
        add("dispatch" + suffix, "何致远", suffix, grants(Role.DISPATCHER, List.of(district)));
        add("handler" + suffix, "罗成岳", suffix, grants(Role.HANDLER, units(units, district)));
        add("checker" + suffix, "孟知秋", suffix, grants(Role.CHECKER, List.of(district)));
        add("supervisor" + suffix, "方敬亭", suffix, grants(Role.SUPERVISOR, List.of(district)));
        add("analyst" + suffix, "苏念安", suffix, grants(Role.ANALYST, List.of(DemoAreas.CITY)));
        add("approver" + suffix, "顾怀谨", suffix, grants(Role.APPROVER, List.of(DemoAreas.CITY)));
        add("admin" + suffix, "管理员", suffix, grants(Role.ADMINISTRATOR, List.of(DemoAreas.CITY)));
        duties.put(duties(suffix, codes(areas, AreaLevel.GRID, district)));
    }

    private void add(String account, String name, String suffix, Set<Grant> grants) {
        staff.enrol(List.of(new StaffMember(account, name + (suffix.isEmpty() ? "" : "（二）"))));
        staff.grant(account, grants);
    }

    private static List<Duty> duties(String suffix, List<String> grids) {
        List<Duty> duties = new ArrayList<>();
        for (String grid : grids) {
            duties.add(new Duty(grid, "worker" + suffix, DutyKind.PRIMARY));
            duties.add(new Duty(grid, "substitute" + suffix, DutyKind.SUBSTITUTE));
        }
        return duties;
    }

    private static Set<Grant> grants(Role role, List<String> scopes) {
        return scopes.stream().map(scope -> new Grant(role, scope)).collect(Collectors.toSet());
    }

    private static List<String> units(List<Unit> units, String district) {
        return units.stream()
                .filter(unit -> unit.district().equals(district))
                .map(Unit::code)
                .toList();
    }

    private static List<String> codes(List<Area> areas, AreaLevel level, String prefix) {
        Stream<Area> ofLevel = areas.stream().filter(area -> area.level() == level);
        return ofLevel.map(Area::code).filter(code -> code.startsWith(prefix)).toList();
    }
}
