package org.gridcase.policy;

import java.util.UUID;
import org.gridcase.policy.Draft.Step;

/** The life of drafts as a process that ships with the program, as this module needs it; the engine is behind it. */
public interface DraftLife {

    /** Begins the life of a draft that has none. */
    void begin(Draft draft);

    /**
     * Follows what its author did: changed, withdrawn, or brought it so far that a second person's turn has come; and what
     * became of its publishing. What a second person does comes by {@link #decide}.
     */
    void follow(Draft draft, Step step);

    /**
     * Completes the draft's open task as this person, by the same guard as everybody who works in the Tasklist.
     *
     * @param why may be blank where no reason is asked
     */
    void decide(UUID draft, Step step, String by, String why);
}
