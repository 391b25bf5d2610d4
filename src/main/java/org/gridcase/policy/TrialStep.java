package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import org.gridcase.policy.guard.Finding;

/**
 * A decision of a case that is tried.
 *
 * @param decision its name
 * @param path of its table
 * @param inputs what the table reads
 * @param output what it gives; empty where it gives nothing; of a filing also the {@link #LIMIT} that it comes to
 * @param row the id of the row that decides; empty if none does
 * @param table rows around that row, as they stand
 * @param wrong why the table cannot be asked
 */
public record TrialStep(
        String decision,
        String path,
        Map<String, Object> inputs,
        Map<String, Object> output,
        String row,
        Table table,
        List<Finding> wrong) {
    /** Name of the {@link org.gridcase.catalogue.Limit} among what a filing gives. */
    public static final String LIMIT = "limit";

    /**
     * A part of a table.
     *
     * @param columns names of what it reads and gives
     * @param inputs how many of them are conditions, after the id of the row if that is a column
     * @param above how many rows stand above what is shown
     * @param below how many stand below
     */
    public record Table(List<String> columns, int inputs, List<Row> rows, int above, int below) {}

    /**
     * A row of it.
     *
     * @param decides whether it is the one
     */
    public record Row(String id, List<String> cells, boolean decides) {}
}
