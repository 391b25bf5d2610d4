package org.gridcase.policy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a decision's spreadsheet must hold in its hidden header, cell by cell, and what its columns may hold. */
public record Contract(String name, Class<?> input, List<Column> columns) {

    /** A table that reads {@code input}: first the row's id, then conditions, then what a row gives; then remarks. */
    public static Contract of(String name, Class<?> input, Column... columns) {
        Stream<Column> all = Stream.of(Stream.of(Column.row()), Stream.of(columns), Stream.of(Column.remark()))
                .flatMap(part -> part);
        return new Contract(name, input, all.toList());
    }

    /** The hidden rows from {@code RuleSet} to the code of the columns, top down; blank cells are empty. */
    public List<List<String>> header() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RuleSet", "org.gridcase.rules." + name));
        rows.add(List.of("Import", input.getName() + "," + Answer.class.getName()));
        rows.add(List.of("Variables", Answer.class.getSimpleName() + " answer"));
        rows.add(List.of("Sequential", "true"));
        rows.add(List.of("RuleTable " + name));
        rows.add(each(column -> column.use().name()));
        rows.add(each(column -> column.isCondition() ? "in : " + input.getSimpleName() : ""));
        rows.add(each(Column::code));
        return rows;
    }

    String folder() {
        return "org/gridcase/rules/" + name;
    }

    private List<String> each(Function<Column, String> cell) {
        return columns.stream().map(cell).toList();
    }
}
