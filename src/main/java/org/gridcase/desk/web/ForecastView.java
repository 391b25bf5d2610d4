package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely a case ends late, in the reader's words.
 *
 * @param advice none where all is likely well
 */
record ForecastView(
        int percent, List<Reason> reasons, @Nullable String advice) {

    /** @param later whether it speaks for lateness */
    record Reason(boolean later, String words) {}
}
