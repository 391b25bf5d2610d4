package org.gridcase.grid.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Duty;
import org.gridcase.grid.DutyKind;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Staff;

/** Turns lines of a CSV file into duties, or says why not. */
final class DutyRows {
    static final List<String> COLUMNS = List.of("grid", "staff", "kind");

    private record Post(String grid, DutyKind kind) {}

    private final Grids grids;
    private final Staff staff;
    private final Findings findings;
    private final Map<String, Boolean> enrolled = new HashMap<>();
    private final Map<Post, Integer> lines = new HashMap<>();
    private final Map<Post, String> holders = new HashMap<>();

    DutyRows(Grids grids, Staff staff, Collection<Duty> existing, Findings findings) {
        this.grids = grids;
        this.staff = staff;
        this.findings = findings;
        existing.forEach(duty -> holders.put(new Post(duty.grid(), duty.kind()), duty.staff()));
    }

    List<Duty> duties(List<CsvRow> rows) {
        List<Duty> duties = new ArrayList<>();
        rows.forEach(row -> duty(row).ifPresent(duties::add));
        duties.forEach(this::twoPeople);
        return duties;
    }

    private Optional<Duty> duty(CsvRow row) {
        String grid = row.get("grid");
        String person = row.get("staff");
        if (grids.area(grid).filter(area -> area.level() == AreaLevel.GRID).isEmpty()) {
            findings.refuse(row.line(), "grid", "gridUnknown", Fields.excerpt(grid));
        }
        if (!enrolled.computeIfAbsent(person, id -> staff.find(id).isPresent())) {
            findings.refuse(row.line(), "staff", "staffUnknown", Fields.excerpt(person));
        }
        return kind(row).map(kind -> once(row, new Duty(grid, person, kind)));
    }

    private Optional<DutyKind> kind(CsvRow row) {
        for (DutyKind kind : DutyKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(row.get("kind"))) {
                return Optional.of(kind);
            }
        }
        findings.refuse(row.line(), "kind", "dutyKind", Fields.excerpt(row.get("kind")));
        return Optional.empty();
    }

    private Duty once(CsvRow row, Duty duty) {
        Post post = new Post(duty.grid(), duty.kind());
        Integer first = lines.putIfAbsent(post, row.line());
        if (first != null) {
            findings.refuse(row.line(), "grid", "duplicate", Fields.excerpt(duty.grid()), String.valueOf(first));
        }
        holders.put(post, duty.staff());
        return duty;
    }

    /** Judged when every line is read, since two lines may change places with each other. */
    private void twoPeople(Duty duty) {
        DutyKind other = duty.kind() == DutyKind.PRIMARY ? DutyKind.SUBSTITUTE : DutyKind.PRIMARY;
        if (duty.staff().equals(holders.get(new Post(duty.grid(), other)))) {
            Integer line = lines.get(new Post(duty.grid(), duty.kind()));
            findings.refuse(line == null ? 0 : line, "staff", "samePerson", Fields.excerpt(duty.grid()));
        }
    }
}
