package org.gridcase.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a table, a form or a file of examples, line by line, as the later one orders them.
 *
 * @param columns of both
 */
public record RowDifference(String path, List<String> columns, List<Line> lines) {

    /** What became of a line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One line.
     *
     * @param before its place in the earlier one, from 1
     * @param after its place in the later one, from 1
     * @param moved whether it stands otherwise among those that both have
     */
    public record Line(
            String id,
            Kind kind,
            boolean moved,
            @Nullable Integer before,
            @Nullable Integer after,
            List<Cell> cells) {

        public boolean same() {
            return kind == Kind.SAME && !moved;
        }
    }

    /** One cell, before and after. */
    public record Cell(String before, String after) {

        public boolean changed() {
            return !before.equals(after);
        }
    }

    /** How many lines became so. */
    public long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** How many lines moved. */
    public long moved() {
        return lines.stream().filter(Line::moved).count();
    }

    public boolean none() {
        return lines.stream().allMatch(Line::same);
    }
}
