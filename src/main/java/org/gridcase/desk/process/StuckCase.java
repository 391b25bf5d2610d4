package org.gridcase.desk.process;

import java.time.Instant;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A case that goes on by nobody.
 *
 * @param activity where its process stands
 * @param since when it failed, when its task was made, or when it last moved
 * @param job the job that gave up, to be tried again
 * @param task the task that nobody holds, to be handed over
 * @param group whose task it is
 */
public record StuckCase(
        CaseId id,
        String number,
        Stage stage,
        @Nullable String activity,
        Instant since,
        @Nullable String job,
        @Nullable String task,
        @Nullable String group) {}
