package org.gridcase.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a sheet into rows of the filing standard and says of every cell why it cannot. */
final class FilingSheetCheck {
    private final Sheet sheet;
    private final Classes classes;
    private final List<RefusedCell> refused = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();

    FilingSheetCheck(Sheet sheet, Classes classes) {
        this.sheet = sheet;
        this.classes = classes;
    }

    FilingSheet read() {
        return new FilingSheet(new FilingRows(rows()), refused);
    }

    private List<FilingRow> rows() {
        if (sheet.lines().isEmpty()) {
            refuse("A1", "catalogue.import.empty");
            return List.of();
        }
        checkHeading(sheet.lines().get(0));
        if (!refused.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<FilingRow>();
        sheet.lines().stream().skip(1).forEach(line -> read(line, rows));
        if (refused.isEmpty()) {
            checkEveryClassHasARow(rows);
        }
        return rows;
    }

    private void checkHeading(Sheet.Line heading) {
        for (FilingColumn column : FilingColumn.values()) {
            Sheet.Cell cell = heading.cell(column);
            if (Words.BOTH.stream()
                    .noneMatch(words -> words.of(column).equals(cell.text().strip()))) {
                refuse(
                        cell.reference(),
                        "catalogue.import.heading",
                        Words.BOTH.stream().map(words -> words.of(column)).collect(Collectors.joining(" / ")));
            }
        }
    }

    private void read(Sheet.Line line, List<FilingRow> rows) {
        int before = refused.size();
        line.cells().values().stream()
                .filter(Sheet.Cell::formula)
                .forEach(cell -> refuse(cell.reference(), "catalogue.import.formula"));
        line.cells().forEach((column, cell) -> {
            if (column >= FilingColumn.values().length && !cell.text().isBlank()) {
                refuse(cell.reference(), "catalogue.import.extraColumn");
            }
        });
        var fields = new FilingFields(line, classes, this::refuse);
        FilingRow row = fields.row();
        if (row != null && !codes.add(row.code())) {
            refuse(line.cell(FilingColumn.CODE).reference(), "catalogue.import.duplicate", row.code());
        }
        if (row != null && refused.size() == before) {
            rows.add(row);
        }
    }

    /** A class without a row could never be filed, and its cases would be stuck. */
    private void checkEveryClassHasARow(List<FilingRow> rows) {
        Set<String> having = rows.stream().map(FilingRow::serviceCode).collect(Collectors.toSet());
        String below = "B" + (sheet.lines().get(sheet.lines().size() - 1).number() + 1);
        classes.all().stream()
                .filter(one -> one.active() && !having.contains(one.serviceCode()))
                .forEach(one -> refuse(below, "catalogue.import.classWithoutRow", one.serviceCode(), one.name()));
    }

    private void refuse(String cell, String key, String... args) {
        refused.add(new RefusedCell(sheet.name(), cell, key, List.of(args)));
    }
}
