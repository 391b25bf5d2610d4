package org.gridcase.grid.exchange;

import java.util.Map;

/** A line of a CSV file, by its header's names. */
record CsvRow(int line, Map<String, String> values) {

    String get(String column) {
        return values.getOrDefault(column, "");
    }
}
