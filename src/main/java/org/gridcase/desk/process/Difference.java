package org.gridcase.desk.process;

import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * That a case and its process disagree.
 *
 * @param caseId as the process calls it, if it has no case
 * @param number none if the case does not exist
 * @param stage none if the case does not exist
 * @param activity where the token stands; none if there is no process
 */
public record Difference(
        String caseId,
        @Nullable String number,
        @Nullable Stage stage,
        @Nullable String activity) {

    /** What is wrong, as the end of a message key. */
    public String kind() {
        if (stage == null) {
            return "noCase";
        }
        return activity == null ? "noProcess" : "elsewhere";
    }
}
