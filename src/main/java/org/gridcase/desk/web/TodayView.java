package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What today's rules would say of a case.
 *
 * @param release the one in force
 * @param differs whether anything would be otherwise
 */
public record TodayView(int release, boolean differs, String sentence, List<Line> lines) {

    /** @param words the whole comparison in a sentence */
    public record Line(
            String about,
            String name,
            @Nullable String then,
            @Nullable String now,
            boolean differs,
            String words,
            WhyView.@Nullable Row row) {}
}
