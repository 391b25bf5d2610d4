package org.gridcase.workflow;

import java.util.Set;

/**
 * The facade behind a user task. The engine lets a task be completed, at whichever door, only if its completion
 * accepts; a {@link org.gridcase.shared.Refusal} rolls everything back.
 */
public interface TaskCompletion {

    /** Keys of the user tasks this answers for. */
    Set<String> tasks();

    /** Moves the case and says which way the process goes on. */
    Outcome complete(Submission submission);
}
