package org.gridcase.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table as its file has it.
 *
 * @param line of the spreadsheet; none in a DMN table
 */
public record TableRow(String id, @Nullable Integer line, List<Cell> cells) {

    /** What a cell is there for. */
    public enum Part {
        CONDITION,
        RESULT,
        REMARK
    }

    /**
     * @param name of what it asks or gives, as records name it
     * @param title what stands above it in the file
     * @param sign how its values are compared: nothing where one of them has to be met, else such as {@code >=}
     * @param values none: anything will do
     */
    public record Cell(String name, String title, Part part, String sign, List<String> values) {}

    /** Those that had to be met. */
    public List<Cell> conditions() {
        return cells.stream()
                .filter(cell -> cell.part() == Part.CONDITION && !cell.values().isEmpty())
                .toList();
    }
}
