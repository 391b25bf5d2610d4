package org.gridcase.grid.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes areas, units and duties from files: each file whole, or not at all. */
@Component
public class GridImport {
    private final Grids grids;
    private final Units units;
    private final Duties duties;
    private final Staff staff;
    private final ImportLimits limits;
    private final TransactionTemplate transaction;

    GridImport(
            Grids grids,
            Units units,
            Duties duties,
            Staff staff,
            ImportLimits limits,
            TransactionTemplate transaction) {
        this.grids = grids;
        this.units = units;
        this.duties = duties;
        this.staff = staff;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** @param file a GeoJSON FeatureCollection of polygons with the properties code, level, parent, name and, of a
     *     dedicated grid, kind */
    public ImportReport areas(InputStream file) throws IOException {
        Findings findings = new Findings();
        List<AreaRow> rows = AreaFile.read(file, limits, findings);
        return held(() -> {
            new AreaChecks(grids.all(), findings).check(rows);
            if (findings.none()) {
                grids.put(rows.stream().map(AreaRow::area).toList());
            }
            return findings.report(rows.size());
        });
    }

    /** @param file CSV with the columns code, name, kind, level and area */
    public ImportReport units(InputStream file) throws IOException {
        Findings findings = new Findings();
        List<CsvRow> rows = new CsvFile(UnitRows.COLUMNS, limits, findings).read(file);
        return held(() -> {
            List<Unit> read = new UnitRows(grids, findings).units(rows);
            if (findings.none()) {
                units.put(read);
            }
            return findings.report(rows.size());
        });
    }

    /** @param file CSV with the columns grid, staff and kind */
    public ImportReport duties(InputStream file) throws IOException {
        Findings findings = new Findings();
        List<CsvRow> rows = new CsvFile(DutyRows.COLUMNS, limits, findings).read(file);
        return held(() -> {
            List<Duty> read = new DutyRows(grids, staff, duties.all(), findings).duties(rows);
            if (findings.none()) {
                duties.put(new ArrayList<>(read));
            }
            return findings.report(rows.size());
        });
    }

    /** What was checked must still hold when it is written, so nobody else imports meanwhile. */
    private ImportReport held(Supplier<ImportReport> step) {
        ImportReport report = transaction.execute(status -> {
            grids.hold();
            return step.get();
        });
        return java.util.Objects.requireNonNull(report);
    }
}
