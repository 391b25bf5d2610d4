package org.gridcase.grid.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;

/** Turns lines of a CSV file into units, or says why not. */
final class UnitRows {
    static final List<String> COLUMNS = List.of("code", "name", "kind", "level", "area");

    /** Begins with a letter or has a hyphen, so that it can never be an area's code: both are scopes. */
    private static final Pattern CODE = Pattern.compile("(?=.*[A-Za-z-])[0-9A-Za-z][0-9A-Za-z-]{0,63}");

    private final Grids grids;
    private final Findings findings;
    private final Map<String, Integer> lines = new HashMap<>();

    UnitRows(Grids grids, Findings findings) {
        this.grids = grids;
        this.findings = findings;
    }

    List<Unit> units(List<CsvRow> rows) {
        List<Unit> units = new ArrayList<>();
        rows.forEach(row -> unit(row).ifPresent(units::add));
        return units;
    }

    private Optional<Unit> unit(CsvRow row) {
        code(row);
        Fields.name(row.line(), row.get("name"), findings);
        if (!Fields.isKind(row.get("kind"))) {
            findings.refuse(row.line(), "kind", "kind", Fields.excerpt(row.get("kind")));
        }
        return level(row).flatMap(level -> area(row, level).map(area -> unit(row, level, area)));
    }

    private static Unit unit(CsvRow row, UnitLevel level, Area area) {
        String district = String.valueOf(area.district());
        return new Unit(row.get("code"), row.get("name"), row.get("kind"), level, area.code(), district);
    }

    private void code(CsvRow row) {
        String code = row.get("code");
        Integer first = lines.putIfAbsent(code, row.line());
        if (first != null) {
            findings.refuse(row.line(), "code", "duplicate", Fields.excerpt(code), String.valueOf(first));
        } else if (!CODE.matcher(code).matches() || grids.area(code).isPresent()) {
            findings.refuse(row.line(), "code", "unitCode", Fields.excerpt(code));
        }
    }

    private Optional<UnitLevel> level(CsvRow row) {
        for (UnitLevel level : UnitLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(row.get("level"))) {
                return Optional.of(level);
            }
        }
        findings.refuse(row.line(), "level", "unitLevel", Fields.excerpt(row.get("level")));
        return Optional.empty();
    }

    private Optional<Area> area(CsvRow row, UnitLevel level) {
        AreaLevel served = level == UnitLevel.STREET ? AreaLevel.STREET : AreaLevel.DISTRICT;
        Optional<Area> area = grids.area(row.get("area")).filter(found -> found.level() == served);
        if (area.isEmpty()) {
            findings.refuse(row.line(), "area", "unitArea", Fields.excerpt(row.get("area")), served.label());
        }
        return area;
    }
}
