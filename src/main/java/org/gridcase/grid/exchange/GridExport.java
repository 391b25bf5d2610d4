package org.gridcase.grid.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.grid.GeoJson;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.springframework.stereotype.Component;

/** Writes areas, units and duties to files that {@link GridImport} reads back. */
@Component
public class GridExport {
    private final Grids grids;
    private final Units units;
    private final Duties duties;

    GridExport(Grids grids, Units units, Duties duties) {
        this.grids = grids;
        this.units = units;
        this.duties = duties;
    }

    public void areas(OutputStream out) throws IOException {
        GeoJson.write(grids.all(), out);
    }

    public void units(OutputStream out) throws IOException {
        CsvWriter csv = new CsvWriter(out, UnitRows.COLUMNS);
        for (Unit unit : units.all()) {
            csv.write(List.of(unit.code(), unit.name(), unit.kind(), label(unit.level()), unit.area()));
        }
        csv.finish();
    }

    public void duties(OutputStream out) throws IOException {
        CsvWriter csv = new CsvWriter(out, DutyRows.COLUMNS);
        for (Duty duty : duties.all()) {
            csv.write(List.of(duty.grid(), duty.staff(), label(duty.kind())));
        }
        csv.finish();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
