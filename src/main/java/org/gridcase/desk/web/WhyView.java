package org.gridcase.desk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a case has the class, the way, the limit and the unit it has.
 *
 * @param answers in the order class, minor, limit, unit; only those that were decided
 */
public record WhyView(List<Answer> answers) {

    /**
     * One of them.
     *
     * @param question such as "Why this class?"
     * @param sentence the whole answer
     * @param made the decision it rests on, the latest of its kind
     * @param earlier the same question, as it was decided before the case came back
     */
    public record Answer(String about, String question, String sentence, Made made, List<Made> earlier) {}

    /**
     * A decision, and the row that made it.
     *
     * @param standard version of the filing standard that its release has
     * @param calendar version of the working calendar; none of what was decided before decisions named it
     * @param versions both in words
     * @param table in words
     * @param row none if the file has no such row
     */
    public record Made(
            UUID id,
            String at,
            int release,
            long standard,
            @Nullable Integer calendar,
            String versions,
            String table,
            String path,
            String rowId,
            String sentence,
            @Nullable Row row) {}

    /** A row as a little table: what stands above, what stands in it, and what the case had. */
    public record Row(List<Column> columns) {}

    /**
     * @param had what the case brought; none in a column that asked for nothing, and in what is given
     * @param gives whether it is a result
     */
    public record Column(
            String title, String cell, @Nullable String had, boolean gives) {}
}
