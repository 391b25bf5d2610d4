package org.gridcase.grid.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.jspecify.annotations.Nullable;

/** Checks areas against each other and against those that are there already. */
final class AreaChecks {
    private final Findings findings;
    private final Map<String, Area> all = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final Insides insides = new Insides();

    AreaChecks(Collection<Area> existing, Findings findings) {
        this.findings = findings;
        existing.forEach(area -> all.put(area.code(), area));
    }

    void check(List<AreaRow> areas) {
        areas.forEach(this::once);
        areas.forEach(this::cityIsTheOnlyOne);
        areas.forEach(this::underItsParent);
        childrenThatStay();
    }

    private void once(AreaRow row) {
        Integer first = rows.putIfAbsent(row.area().code(), row.row());
        if (first == null) {
            all.put(row.area().code(), row.area());
        } else {
            findings.refuse(row.row(), "code", "duplicate", row.area().code(), String.valueOf(first));
        }
    }

    private void cityIsTheOnlyOne(AreaRow row) {
        Area area = row.area();
        if (area.level() == AreaLevel.CITY) {
            all.values().stream()
                    .filter(other ->
                            other.level() == AreaLevel.CITY && !other.code().equals(area.code()))
                    .findFirst()
                    .ifPresent(other -> findings.refuse(row.row(), "code", "secondCity", other.code()));
        }
    }

    private void underItsParent(AreaRow row) {
        Area area = row.area();
        if (area.parent() == null) {
            return;
        }
        Area parent = all.get(area.parent());
        if (parent == null) {
            findings.refuse(row.row(), "parent", "parentUnknown", Fields.excerpt(area.parent()));
        } else if (parent.level() != area.level().parent()) {
            findings.refuse(
                    row.row(),
                    "parent",
                    "parentLevel",
                    parent.code(),
                    parent.level().label(),
                    area.level().label());
        } else if (!area.level().isWithin(area.code(), parent.code())) {
            findings.refuse(row.row(), "code", "codeOutsideParent", area.code(), parent.code());
        } else if (!insides.covers(parent, area)) {
            findings.refuse(row.row(), "outline", "outsideParent", parent.code());
        }
    }

    /** A new outline may not leave children outside that the file says nothing about. */
    private void childrenThatStay() {
        for (Area child : all.values()) {
            Integer row = row(child.parent());
            if (row != null && !rows.containsKey(child.code())) {
                Area parent = all.get(child.parent());
                if (parent != null && !insides.covers(parent, child)) {
                    findings.refuse(row, "outline", "childOutside", child.code());
                }
            }
        }
    }

    private @Nullable Integer row(@Nullable String code) {
        return code == null ? null : rows.get(code);
    }
}
